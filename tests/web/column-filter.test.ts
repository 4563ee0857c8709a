import { parseActual } from '@biaochi/domain'
import type { DecimalText, Measure } from '@biaochi/domain'
import { compileFilters } from '@biaochi/web/sheet/column-filter'
import type { ColumnFilter, FilterSubjects } from '@biaochi/web/sheet/column-filter'
import { countUnits, countValues } from '@biaochi/web/sheet/filter-values'
import { describe, expect, test } from 'vitest'

interface Row {
  readonly level: string
  readonly weight: DecimalText | null
  readonly actual: Measure
  readonly text: string
  readonly findings: readonly string[]
}

const subjects: FilterSubjects<Row> = {
  level: { kind: 'set', valuesOf: (row) => [row.level] },
  findings: { kind: 'set', valuesOf: (row) => row.findings },
  weight: { kind: 'number', numberOf: (row) => row.weight },
  actual: { kind: 'measure', measureOf: (row) => row.actual, textOf: (row) => row.text },
  name: { kind: 'text', textOf: (row) => row.text },
}

const row = (parts: Partial<Row> = {}): Row => ({
  level: '产出指标',
  weight: '10',
  actual: { kind: 'missing' },
  text: '',
  findings: ['none'],
  ...parts,
})

const passes = (id: string, filter: ColumnFilter, parts: Partial<Row>): boolean =>
  compileFilters(subjects, { [id]: filter })(row(parts))

describe('a range of numbers', () => {
  const cases: readonly [string, DecimalText | null, DecimalText | null, DecimalText | null, boolean][] = [
    ['both ends belong to it: 10 in 10–15', '10', '10', '15', true],
    ['both ends belong to it: 15 in 10–15', '15', '10', '15', true],
    ['15.01 is above 10–15', '15.01', '10', '15', false],
    ['9 is below 10, though its text comes after it', '9', '10', null, false],
    ['22.5 is not above 22.5', '22.5', null, '22.5', true],
    ['what no float can tell apart is told apart', '0.30000000000000001', null, '0.3', false],
    ['an empty cell is in no range', null, '0', null, false],
  ]
  test.each(cases)('%s', (_title, weight, from, to, expected) => {
    expect(passes('weight', { kind: 'range', from, to }, { weight })).toBe(expected)
  })
})

describe('a range of quantities', () => {
  const cases: readonly [string, DecimalText | null, DecimalText | null, string | null, boolean][] = [
    ['95%', '90', null, '%', true],
    ['85%', '90', null, '%', false],
    ['1.2万人次', '12000', '12000', '人次', true],
    ['1.2万人次', '10000', null, null, true],
    ['1.5小时', '90', '90', '分钟', true],
    ['95次', '90', null, '%', false],
    ['95', '90', null, '%', false],
    ['95', '90', null, null, true],
    ['80%', null, null, '%', true],
    ['80次', null, null, '%', false],
    ['12次/月', '12', null, '次', false],
    ['120人次', '12', null, '次', false],
    ['12家', '12', null, '个', false],
    ['显著提升', '0', null, null, false],
    ['不适用', '0', null, null, false],
    ['', '0', null, null, false],
  ]
  test.each(cases)('%s from %s to %s in %s: %s', (text, from, to, unit, expected) => {
    const actual = parseActual(text)
    expect(passes('actual', { kind: 'quantity', from, to, unit }, { actual })).toBe(expected)
  })
})

describe('words', () => {
  const cases: readonly [string, ColumnFilter, string, boolean][] = [
    ['a part is contained', { kind: 'text', test: 'contains', text: '满意' }, '学生家长满意度', true],
    [
      'full and half width are the same',
      { kind: 'text', test: 'contains', text: 'ＡＰＰ' },
      '开发app数',
      true,
    ],
    ['white space does not count', { kind: 'text', test: 'equals', text: '巡检 次数' }, '巡检次数', true],
    ['a part is not the whole', { kind: 'text', test: 'equals', text: '巡检' }, '巡检次数', false],
    ['blanks are empty', { kind: 'text', test: 'empty', text: '' }, ' \n', true],
    ['a word is not empty', { kind: 'text', test: 'not-empty', text: '' }, '合同签订晚', true],
  ]
  test.each(cases)('%s', (_title, filter, text, expected) => {
    expect(passes('name', filter, { text })).toBe(expected)
  })
})

test('a set lets through what has one of its values', () => {
  const filter: ColumnFilter = { kind: 'set', values: ['block', 'explain'] }
  expect(passes('findings', filter, { findings: ['warn', 'explain'] })).toBe(true)
  expect(passes('findings', filter, { findings: ['warn'] })).toBe(false)
})

test('rows pass all filters, and a filter for a column of another table lets everything through', () => {
  const test = compileFilters(subjects, {
    level: { kind: 'set', values: ['产出指标'] },
    weight: { kind: 'range', from: '10', to: null },
    creditCode: { kind: 'text', test: 'contains', text: '91' },
  })
  expect(test(row())).toBe(true)
  expect(test(row({ level: '效益指标' }))).toBe(false)
  expect(test(row({ weight: '5' }))).toBe(false)
})

test('values are counted among the rows the other filters leave; what is chosen stays listed', () => {
  const rows = [row(), row({ level: '' }), row({ level: '效益指标', weight: '5' })]
  const filters = {
    weight: { kind: 'range', from: '10', to: null },
    level: { kind: 'set', values: ['效益指标'] },
  } satisfies Record<string, ColumnFilter>
  expect(countValues(rows, subjects, filters, 'level')).toEqual([
    { value: '产出指标', count: 1 },
    { value: '效益指标', count: 0 },
    { value: '', count: 1 },
  ])
})

test('units are listed, the most frequent first', () => {
  const rows = ['95%', '3次', '1.2万人次', '80%', '及时'].map((text) => row({ actual: parseActual(text) }))
  expect(countUnits(rows, subjects, 'actual')).toEqual([
    { value: '%', count: 2 },
    { value: '次', count: 1 },
    { value: '人次', count: 1 },
  ])
})
