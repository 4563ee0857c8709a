import type { Filters } from '@biaochi/web/sheet/column-filter'
import { RowComparison } from '@biaochi/web/sheet/compare/row-comparison'
import { searchIndicators } from '@biaochi/web/sheet/indicator-search'
import { SheetSearch } from '@biaochi/web/sheet/sheet-search'

import type { Matches } from '@biaochi/web/sheet/sheet-search'
import { describe, expect, test } from 'vitest'
import { openSheet, projectOf } from '../support/sheet.ts'

const library = projectOf(
  'a',
  [
    { name: '巡检次数', target: '≥20次', actual: '18次', score: '9' },
    { name: '读者满意度', target: '≥95%', actual: '96%', score: '10', weight: '15' },
  ],
  '图书馆免费开放',
)
const training = projectOf('b', [{ name: '培训人次', target: '≥100人次' }], '教师培训')

function openSearch() {
  const { sheet, server, clock } = openSheet([library, training])
  const comparison = new RowComparison({ rowsOf: (id) => sheet.rowsOf(id), lastYearOf: () => null })
  const seen: { matches: Matches | null } = { matches: null }
  const search = new SheetSearch(
    sheet,
    searchIndicators(sheet, comparison),
    (matches) => void (seen.matches = matches),
  )
  sheet.onChange((change) => search.follow(change))
  const found = (text: string, filters: Filters = {}): string => {
    search.find(text, filters)
    return ['a', 'a-0', 'a-1', 'b', 'b-0'].filter((id) => search.has(id)).join(' ')
  }
  return { sheet, server, clock, search, seen, found }
}

describe('words', () => {
  test.each([
    ['  ', 'a a-0 a-1 b b-0'],
    ['满意', 'a a-1'],
    ['图书馆', 'a a-0 a-1'],
    ['９５％', 'a a-1'],
    ['图书馆 巡检', 'a a-0'],
    ['航天', ''],
  ])('“%s” finds %s', (text, expected) => expect(openSearch().found(text)).toBe(expected))
})

describe('filters', () => {
  const cases: readonly [string, Filters, string][] = [
    ['met or not', { met: { kind: 'set', values: ['missed'] } }, 'a a-0'],
    ['nothing said yet', { met: { kind: 'set', values: [''] } }, 'b b-0'],
    ['weights', { weight: { kind: 'range', from: '15', to: null } }, 'a a-1'],
    ['rule scores', { ruleScore: { kind: 'range', from: null, to: '9' } }, 'a a-0'],
    ['parsed values', { target: { kind: 'quantity', from: '20', to: null, unit: '次' } }, 'a a-0'],
    ['empty actuals', { actual: { kind: 'text', test: 'empty', text: '' } }, 'b b-0'],
    ['the form', { form: { kind: 'set', values: ['declaration'] } }, ''],
    [
      'several at once',
      { met: { kind: 'set', values: ['met', 'missed'] }, weight: { kind: 'range', from: null, to: '10' } },
      'a a-0',
    ],
  ]
  test.each(cases)('by %s', (_title, filters, expected) =>
    expect(openSearch().found('', filters)).toBe(expected),
  )

  test('words and filters both count', () => {
    const { found } = openSearch()
    expect(found('满意', { met: { kind: 'set', values: ['met'] } })).toBe('a a-1')
    expect(found('满意', { met: { kind: 'set', values: ['missed'] } })).toBe('')
  })

  test('by findings: the row of a score without a reason', () => {
    expect(openSearch().found('', { findings: { kind: 'set', values: ['block', 'explain'] } })).toContain(
      'a-0',
    )
  })

  test('by what is not saved: on its way, refused', async () => {
    const { sheet, server, found } = openSearch()
    const waiting = { state: { kind: 'set', values: ['waiting'] } } satisfies Filters
    const failed = { state: { kind: 'set', values: ['failed'] } } satisfies Filters
    sheet.edit('b-0', 'actual', '120人次')
    expect(found('', waiting)).toBe('b b-0')
    await server.accept()
    expect(found('', waiting)).toBe('')
    sheet.edit('a-1', 'actual', '3次')
    expect(found('', failed)).toBe('a a-1')
  })
})

describe('while somebody edits', () => {
  const missed: Filters = { met: { kind: 'set', values: ['missed'] } }

  test('an edited row stays and is counted, until one searches again', () => {
    const { sheet, search, seen, found } = openSearch()
    found('', missed)
    sheet.edit('a-0', 'actual', '25次')
    expect(search.has('a-0')).toBe(true)
    expect(seen.matches).toEqual({ count: 1, stale: 1 })
    expect(found('', missed)).toBe('')
    expect(seen.matches).toEqual({ count: 0, stale: 0 })
  })

  test('a page that arrives is searched, and without a search there is nothing to tell', () => {
    const { sheet, search, seen, found } = openSearch()
    found('', missed)
    sheet.add([
      projectOf('c', [
        { name: '培训班', target: '≥4期', actual: '3期' },
        { name: '学员', target: '≥4人' },
      ]),
    ])
    expect([search.has('c'), search.has('c-0'), search.has('c-1')]).toEqual([true, true, false])
    expect(seen.matches).toEqual({ count: 2, stale: 0 })
    found('')
    expect(seen.matches).toBeNull()
  })

  test('a row that is gone to is shown with its project', () => {
    const { search, seen, found } = openSearch()
    found('', missed)
    search.show('b-0', 'b')
    expect([search.has('b'), search.has('b-0')]).toEqual([true, true])
    expect(seen.matches?.count).toBe(2)
  })
})
