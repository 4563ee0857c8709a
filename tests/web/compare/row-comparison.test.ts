import { emptyIndicator, parseActual, parseTarget } from '@biaochi/domain'
import type { Indicator } from '@biaochi/domain'
import { compareSubjects } from '@biaochi/web/sheet/compare/compare-filters'
import { changesOf, compareColumns, showComparison } from '@biaochi/web/sheet/compare/compare-cells'
import { RowComparison } from '@biaochi/web/sheet/compare/row-comparison'
import { compileFilters } from '@biaochi/web/sheet/column-filter'
import type { Filters } from '@biaochi/web/sheet/column-filter'
import type { LoadedProject } from '@biaochi/web/sheet/project-view'
import { describe, expect, test } from 'vitest'
import { openSheet, projectOf } from '../../support/sheet.ts'

const year = (name: string, target: string, actual = '', score: string | null = null): Indicator => ({
  ...emptyIndicator,
  level1: '产出指标',
  level2: '数量指标',
  name,
  target: parseTarget(target),
  actual: parseActual(actual),
  score,
})

const lastYear = [
  year('巡检次数', '≥20次', '21次', '9.5'),
  year('培训人次', '≥100人次'),
  year('编发简报', '≥12期'),
  year('交换设备更换', '≥60台'),
]
const library = projectOf('a', [
  { name: '巡检次数', target: '≥18次' },
  { name: '培训人次', target: '≥ 100 人次' },
  { name: '老旧交换设备更换', target: '≥61台' },
  { name: '读者满意度', target: '≥90%' },
])
const newProject = projectOf('b', [{ name: '巡检次数', target: '≥18次' }])
const unreadProject = projectOf('c', [{ name: '巡检次数', target: '≥18次' }])

function open(projects: readonly LoadedProject[] = [library, newProject, unreadProject]) {
  const { sheet } = openSheet(projects)
  const known = new Map<string, readonly Indicator[] | null>([
    ['a', lastYear],
    ['b', null],
  ])
  const comparison = new RowComparison({
    rowsOf: (id) => sheet.rowsOf(id),
    lastYearOf: (id) => known.get(id),
  })
  const rowOf = (id: string) => {
    const row = sheet.row(id)
    if (row === undefined) throw new Error(`no such row: ${id}`)
    return row
  }
  const line = (id: string): string =>
    compareColumns.map((column) => showComparison(comparison, rowOf(id), column)?.text ?? '?').join(' | ')
  const found = (filters: Filters): string => {
    const passes = compileFilters(compareSubjects(comparison), filters)
    const ids = sheet.groupIds.flatMap((id) => sheet.rowsOf(id).filter(passes))
    return ids.map(({ id }) => id).join(' ')
  }
  return { sheet, comparison, rowOf, line, found }
}

describe('a row beside last year says', () => {
  test.each([
    ['what stood there and that the target was relaxed', 'a-0', ' | ≥20次 | 放宽 | 21次 | 9.5'],
    ['that nothing changed, however it is written', 'a-1', ' | ≥100人次 | 不变 |  | '],
    ['that it probably has another name', 'a-2', ' | ≥60台 | 收紧 · 疑似更名 |  | '],
    ['that it is new', 'a-3', ' |  | 新增 |  | '],
    ['nothing where the project is new', 'b-0', ' |  |  |  | '],
    ['nothing where last year was not read', 'c-0', ' |  |  |  | '],
  ])('%s', (_fact, id, expected) => expect(open().line(id)).toBe(expected))

  test.each([
    ['a-0', 'yearChange', '指标值由 ≥20次 改为 ≥18次（放宽）'],
    ['a-2', 'lastTarget', '指标值由 ≥60台 改为 ≥61台（收紧）；上年名称：交换设备更换'],
    ['a-3', 'yearChange', '上年没有这项指标'],
    ['b-0', 'lastTarget', '上年没有这个项目'],
    ['c-0', 'lastTarget', '上年数据还没有读到'],
  ])('in a sentence: %s %s', (id, column, expected) => {
    const { comparison, rowOf } = open()
    expect(showComparison(comparison, rowOf(id), column)?.explanation).toBe(expected)
  })
})

test('what last year had and this year has not is counted', () => {
  const { comparison, sheet } = open()
  expect(['a', 'b', 'c'].map((id) => comparison.dropped(id))).toEqual([1, 0, 0])
  sheet.edit('a-3', 'name', '编发简报')
  expect(comparison.dropped('a')).toBe(0)
})

test('a target that is typed, a name and a row that comes are compared at once', () => {
  const { sheet, comparison, rowOf, line } = open()
  sheet.edit('a-0', 'target', '≥20.00次')
  expect(changesOf(comparison.lastYear(rowOf('a-0')))).toEqual(['same'])
  sheet.edit('a-3', 'name', '编发简报')
  expect(line('a-3')).toBe(' | ≥12期 | 改变 |  | ')
  expect(changesOf(comparison.lastYear(rowOf('a-1')))).toEqual(['same'])
})

describe('filters of the comparison', () => {
  test.each<[string, Filters, string]>([
    ['relaxed targets', { yearChange: { kind: 'set', values: ['relaxed'] } }, 'a-0'],
    ['new and renamed ones', { yearChange: { kind: 'set', values: ['added', 'renamed'] } }, 'a-2 a-3'],
    ['rows without a year before', { yearChange: { kind: 'set', values: [''] } }, 'b-0 c-0'],
    [
      'by what the target was',
      { lastTarget: { kind: 'quantity', from: '60', to: '100', unit: null } },
      'a-1 a-2',
    ],
    ['by the score', { lastScore: { kind: 'range', from: '9', to: null } }, 'a-0'],
    ['by the actual', { lastActual: { kind: 'quantity', from: '21', to: null, unit: '次' } }, 'a-0'],
  ])('%s', (_fact, filters, expected) => expect(open().found(filters)).toBe(expected))
})

test('a medium term that last year had not is not new', () => {
  const project: LoadedProject = {
    ...library,
    rows: library.rows.map((row, index) =>
      index === 3 ? { ...row, record: { ...row.record, period: 'midterm' } } : row,
    ),
  }
  const { comparison, rowOf } = open([project])
  expect(showComparison(comparison, rowOf('a-3'), 'yearChange')).toEqual({
    text: '',
    explanation: '上年的表没有中期指标',
  })
})

describe('the medium term stands beside the year', () => {
  const plain = projectOf('m', [
    { name: '示范片面积', target: '≥4.2万亩' },
    { name: '示范片面积', target: '≥1.4万亩' },
    { name: '培训期数', target: '≥36期' },
    { name: '化肥减少比例', target: '≥8%' },
  ])
  const midterm = new Set(['m-0', 'm-3'])
  const project: LoadedProject = {
    ...plain,
    rows: plain.rows.map((row) =>
      midterm.has(row.id) ? { ...row, record: { ...row.record, period: 'midterm' } } : row,
    ),
  }
  const { comparison, rowOf } = open([project])
  test.each([
    ['m-1', '≥4.2万亩', null],
    ['m-0', '≥4.2万亩', null],
    ['m-2', '仅年度', '没有对应的中期指标'],
    ['m-3', '≥8%', '没有对应的年度指标'],
  ])('%s: %s', (id, text, explanation) =>
    expect(showComparison(comparison, rowOf(id), 'midterm')).toEqual({ text, explanation }),
  )

  test('and nothing where there is none', () => {
    const other = open()
    expect(showComparison(other.comparison, other.rowOf('a-0'), 'midterm')?.text).toBe('')
  })
})
