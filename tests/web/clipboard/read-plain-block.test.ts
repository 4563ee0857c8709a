import { readPlainBlock } from '@biaochi/web/sheet/clipboard/read-plain-block'
import { describe, expect, test } from 'vitest'

type Rows = readonly (readonly string[])[]

describe('a block on the clipboard', () => {
  test.each<[string, string, Rows]>([
    [
      'Excel: rows end in CRLF, the last one too',
      'a\tb\r\nc\td\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'LibreOffice and Numbers: rows end in LF',
      'a\tb\nc\td\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'an old Mac: rows end in CR',
      'a\tb\rc\td\r',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a plain table without an end of line',
      'a\tb\nc\td',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['NUL behind the text', 'a\tb\r\n\0', [['a', 'b']]],
    ['one cell', '12次', [['12次']]],
    ['one cell of Excel', '12次\r\n', [['12次']]],
    ['one empty cell', '\r\n', [['']]],
    ['an empty cell below', 'a\r\n\r\n', [['a'], ['']]],
    [
      'empty cells around',
      '\ta\t\r\n\t\t\r\n',
      [
        ['', 'a', ''],
        ['', '', ''],
      ],
    ],
    ['rows of different length', 'a\r\nb\tc\td\r\n\te\r\n', [['a'], ['b', 'c', 'd'], ['', 'e']]],
    ['blanks at the edges of a cell', ' a \t b\r\n', [[' a ', ' b']]],
    ['lines inside a cell', '"第一，晚。\n第二，尾款。"\t9\r\n', [['第一，晚。\n第二，尾款。', '9']]],
    ['lines inside a cell, written with CRLF', '"a\r\nb"\r\n', [['a\nb']]],
    ['a tab inside a cell', '"a\tb"\tc', [['a\tb', 'c']]],
    ['quotes inside a cell with lines', '"称“""优""”\n的项目"\r\n', [['称“"优"”\n的项目']]],
    ['nothing but a line break inside a cell', 'a\t"\n"\tb', [['a', '\n', 'b']]],
    ['quotes that were doubled', '"""优"""\t"a""b"', [['"优"', 'a"b']]],
    ['a quoted cell at each place', '"a\nb"\t"c\nd"\r\n"e\nf"', [['a\nb', 'c\nd'], ['e\nf']]],
  ])('%s', (_, text, rows) => expect(readPlainBlock(text)).toEqual(rows))
})

describe('a quote that quotes nothing stays', () => {
  test.each<[string, Rows]>([
    ['"引号"', [['"引号"']]],
    ['"甲"\n"乙"', [['"甲"'], ['"乙"']]],
    ['"', [['"']]],
    ['""', [['""']]],
    ['"5寸管\t6', [['"5寸管', '6']]],
    ['5"管\t"6"', [['5"管', '"6"']]],
    ['a"b\nc"d', [['a"b'], ['c"d']]],
    ['"a\nb"c', [['"a'], ['b"c']]],
    ['"a\n"b\n"c', [['"a'], ['"b'], ['"c']]],
    ['"a"b"\tc', [['"a"b"', 'c']]],
    ['“优”\t「良」', [['“优”', '「良」']]],
  ])('%j', (text, rows) => expect(readPlainBlock(text)).toEqual(rows))
})

test('an empty clipboard holds no block', () => {
  expect(readPlainBlock('')).toEqual([])
})

test.each([
  ['lone quotes', '"a\t'],
  ['doubled quotes', '""\t'],
  ['three quotes', '"""x\t'],
])('%s a hundred thousand times are read in one pass', (_, part) => {
  expect(readPlainBlock(part.repeat(100_000))[0]?.length).toBe(100_001)
})
