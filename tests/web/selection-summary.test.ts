import { readNumber, summarize } from '@biaochi/web/sheet/selection-summary'
import type { SelectionSummary } from '@biaochi/web/sheet/selection-summary'
import { describe, expect, test } from 'vitest'

/** A selection of one column, a cell each row. */
function summaryOf(texts: readonly string[], met: readonly (boolean | null)[] = []): SelectionSummary {
  const cells = texts.map((_, index) => ({ rowId: String(index), column: 'score' }))
  const work = summarize(cells, {
    textOf: ({ rowId }) => texts[Number(rowId)] ?? '',
    isNumeric: () => true,
    isMet: (rowId) => met[Number(rowId)] ?? null,
  })
  let step = work.next()
  while (!step.done) step = work.next()
  return step.value
}

describe('a summary', () => {
  test('is exact where floats are not', () => {
    expect(summaryOf(['0.1', '0.2', '0.3']).numbers).toMatchObject([{ sum: '0.6', average: '0.2' }])
  })
  test('rounds the average half-up, once', () => {
    expect(summaryOf(['1', '0', '0']).numbers[0]?.average).toBe('0.33')
    expect(summaryOf(['0.01', '0']).numbers[0]?.average).toBe('0.01')
  })
  test('leaves empty cells and words out of the average', () => {
    expect(summaryOf(['10', '', '不计', '5'])).toMatchObject({
      cells: 4,
      filled: 3,
      numbers: [{ count: 2, sum: '15', average: '7.5', min: '5', max: '10' }],
    })
  })
  test('compares numbers by size', () => {
    expect(summaryOf(['9', '10', '-2']).numbers).toMatchObject([{ min: '-2', max: '10' }])
  })
  test('adds what has the same unit', () => {
    expect(summaryOf(['95%', '100%']).numbers).toMatchObject([{ unit: '%', average: '97.5' }])
  })
  test('adds different units apart', () => {
    expect(summaryOf(['95%', '100次', '3', '2次']).numbers).toMatchObject([
      { unit: '%', sum: '95' },
      { unit: '次', sum: '102', count: 2 },
      { unit: '', sum: '3' },
    ])
  })
  test('of no numbers has none', () => {
    expect(summaryOf(['', '优']).numbers).toEqual([])
    expect(summaryOf([])).toMatchObject({ cells: 0, rows: 0 })
  })
  test('counts targets that are met and not, by rows', () => {
    expect(summaryOf(['1', '2', '3'], [true, false, null])).toMatchObject({ rows: 3, met: 1, notMet: 1 })
  })
  test('of many cells pauses on its way, and comes to the same', () => {
    const texts = Array.from({ length: 2_001 }, () => '0.1')
    const cells = texts.map((_, index) => ({ rowId: String(index), column: 'score' }))
    const work = summarize(cells, { textOf: () => '0.1', isNumeric: () => true, isMet: () => null })
    expect(work.next().done).toBe(false)
    expect(summaryOf(texts).numbers).toMatchObject([{ count: 2_001, sum: '200.1', average: '0.1' }])
  })
})

describe('a number with its unit is', () => {
  test.each([
    ['12', '12', ''],
    ['-0.5', '-0.5', ''],
    ['99.95%', '99.95', '%'],
    ['3.6万人次', '3.6', '万人次'],
    ['1,720,000.5', '1720000.5', ''],
  ])('%s', (text, value, unit) => expect(readNumber(text)).toEqual({ value, unit }))
  test.each(['', '≥95%', '2025年6月', '第3季度', '优', '10-20', '1,00', '5 次'])('not %j', (text) =>
    expect(readNumber(text)).toBeNull(),
  )
})
