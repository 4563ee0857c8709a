import { readPlainBlock } from '@biaochi/web/sheet/clipboard/read-plain-block'
import { writePlainBlock } from '@biaochi/web/sheet/clipboard/write-plain-block'
import fc from 'fast-check'
import { expect, test } from 'vitest'

test.each([
  [
    'a block',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
    'a\tb\r\nc\td',
  ],
  ['one cell', [['≥12次']], '≥12次'],
  ['one empty cell', [['']], '\r\n'],
  ['an empty cell at the end', [['a'], ['']], 'a\r\n\r\n'],
  ['an empty cell at the end of a row', [['a', '']], 'a\t'],
  ['nothing', [], ''],
  ['lines inside a cell', [['a\nb', 'c']], '"a\nb"\tc'],
  ['a tab inside a cell', [['a\tb']], '"a\tb"'],
  ['a quote in the middle', [['5"管']], '5"管'],
  ['a quote at the beginning', [['"优"', 'b"']], '"""优"""\tb"'],
  ['a quote in a cell with lines', [['称"优"\n者']], '"称""优""\n者"'],
])('%s', (_, block, text) => expect(writePlainBlock(block)).toBe(text))

test('what is written is read again', () => {
  const cell = fc.string({ unit: fc.constantFrom('"', '\t', '\n', 'a', '次', ' '), maxLength: 6 })
  const block = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 4 })
  fc.assert(
    fc.property(block, (rows) => {
      expect(readPlainBlock(writePlainBlock(rows))).toEqual(rows)
    }),
    { numRuns: 3000 },
  )
})
