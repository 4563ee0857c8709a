import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import {
  editIndicator,
  emptyIndicator,
  formatCell,
  formatMessage,
  indicatorFields,
  parseTarget,
} from '@biaochi/domain'
import type { Indicator, IndicatorField } from '@biaochi/domain'

const row: Indicator = { ...emptyIndicator, target: parseTarget('≥12次'), weight: '10' }
const edit = (field: IndicatorField, text: string, indicator: Indicator = row): Indicator => {
  const result = editIndicator(indicator, field, text)
  if ('refused' in result) throw new Error(formatMessage(result.refused, 'en'))
  return result.indicator
}
const refusal = (field: IndicatorField, text: string, indicator: Indicator = row): string => {
  const result = editIndicator(indicator, field, text)
  return 'refused' in result ? result.refused.code : 'accepted'
}

describe('a typed cell is accepted and shows its canonical text', () => {
  test.each<[IndicatorField, string, string]>([
    ['target', '不少于 12 次', '≥12次'],
    ['target', '持续提升', '持续提升'],
    ['target', '不适用', '不适用'],
    ['actual', '18', '18次'],
    ['actual', '１８次', '18次'],
    ['actual', '>50次', '>50次'],
    ['actual', '7000余次', '7000余次'],
    ['actual', '18场', '18场'],
    ['actual', '不适用', '不适用'],
    ['weight', '22.50', '22.5'],
    ['weight', '１００', '100'],
    ['weight', '0.0001', '0.0001'],
    ['score', '0', '0'],
    ['score', '10.00', '10'],
    ['score', '9.4444', '9.4444'],
    ['name', ' 公务用车\n出车次数 ', '公务用车出车次数'],
    ['reason', ' 疫情影响\r\n已改进 ', '疫情影响\n已改进'],
    ['reason', 'a\u0000b', 'ab'],
    ['level1', '产出', '产出指标'],
    ['level2', '数量 指标', '数量指标'],
    ['level2', '自定义', '自定义'],
    ['grade', '达成', '达成'],
    ['grade', '部分达成', '部分达成'],
    ['grade', ' 未达成 ', '未达成'],
    ['grade', 'ACHIEVED', '达成'],
  ])('%s %j is %j', (field, text, shown) => expect(formatCell(edit(field, text), field)).toBe(shown))
})

describe('a number is read however a spreadsheet or an input method writes it', () => {
  test.each<[IndicatorField, string, string]>([
    ['target', '＞＝１２次', '≥12次'],
    ['target', '〉=12次', '≥12次'],
    ['target', '〈5次', '<5次'],
    ['target', '≥１０％', '≥10%'],
    ['target', '95.00%', '95%'],
    ['target', '≥1,000次', '≥1000次'],
    ['target', '≥１，０００次', '≥1000次'],
    ['target', '≥ 1 000 次', '≥1000次'],
    ['target', '¥1,000.00元', '1000元'],
    ['target', '１．７亿条', '1.7亿条'],
    ['target', '10,000万条', '10000万条'],
    ['target', '印发〈办法〉5项', '5项'],
    ['actual', '1，800', '1800次'],
    ['actual', '１．８ 万', '1.8万次'],
    ['actual', '＝18次', '=18次'],
    ['actual', '18\u00a0', '18次'],
    ['weight', '１０', '10'],
    ['weight', '10.00', '10'],
    ['weight', '10 分', '10'],
    ['weight', '１０．５分', '10.5'],
    ['weight', '+10', '10'],
    ['score', '9.50分', '9.5'],
    ['score', ' 9\u3000', '9'],
  ])('%s %j is %j', (field, text, shown) => expect(formatCell(edit(field, text), field)).toBe(shown))
})

describe('a typed cell is refused with a reason', () => {
  test.each<[IndicatorField, string, string]>([
    ['target', '≥', 'measure.number-missing'],
    ['target', '≥≥12次', 'measure.operators-conflict'],
    ['target', '12..5次', 'measure.number-malformed'],
    ['target', '??', 'measure.only-symbols'],
    ['target', '—', 'measure.only-symbols'],
    ['target', '####', 'measure.only-symbols'],
    ['target', '#N/A', 'measure.spreadsheet-error'],
    ['target', '#DIV/0!', 'measure.spreadsheet-error'],
    ['target', '#REF!', 'measure.spreadsheet-error'],
    ['target', '1.2E+05', 'measure.number-malformed'],
    ['actual', '#VALUE!', 'measure.spreadsheet-error'],
    ['target', '提'.repeat(1001), 'measure.too-long'],
    ['actual', '80%', 'actual.unit-mismatch'],
    ['actual', '1次/月', 'actual.period-mismatch'],
    ['actual', '通过', 'actual.words-for-number'],
    ['actual', '十次', 'actual.words-for-number'],
    ['actual', '10-15次', 'actual.words-for-number'],
    ['actual', '12..5次', 'measure.number-malformed'],
    ['actual', '≥', 'measure.number-missing'],
    ['weight', '0', 'edit.weight-not-positive'],
    ['weight', '-5', 'edit.weight-not-positive'],
    ['weight', '100.01', 'edit.weight-too-large'],
    ['weight', '1.23456', 'edit.too-many-places'],
    ['weight', '十', 'edit.not-a-decimal'],
    ['weight', '10%', 'edit.points-in-percent'],
    ['weight', '１０％', 'edit.points-in-percent'],
    ['weight', '分', 'edit.not-a-decimal'],
    ['weight', '10分钟', 'edit.not-a-decimal'],
    ['weight', '得10分', 'edit.not-a-decimal'],
    ['weight', '10-15分', 'edit.not-a-decimal'],
    ['weight', '0分', 'edit.weight-not-positive'],
    ['weight', '1,000', 'edit.weight-too-large'],
    ['weight', '.5', 'edit.not-a-decimal'],
    ['weight', '#REF!', 'edit.not-a-decimal'],
    ['weight', '1e1', 'edit.not-a-decimal'],
    ['weight', '9'.repeat(1_000_000), 'edit.not-a-decimal'],
    ['score', '-0.01', 'edit.score-negative'],
    ['score', '10.01', 'edit.score-above-weight'],
    ['score', '9.99999', 'edit.too-many-places'],
    ['score', '优', 'edit.not-a-decimal'],
    ['score', '9%', 'edit.points-in-percent'],
    ['score', '9,5', 'edit.not-a-decimal'],
    ['score', '扣1分', 'edit.not-a-decimal'],
    ['score', '－1', 'edit.score-negative'],
    ['grade', '良', 'edit.grade-unknown'],
    ['grade', '完成', 'edit.grade-unknown'],
    ['grade', 'x'.repeat(1_000_000), 'edit.grade-unknown'],
    ['name', '长'.repeat(501), 'edit.text-too-long'],
    ['reason', '长'.repeat(5001), 'edit.text-too-long'],
    ['reason', '长'.repeat(1_000_000), 'edit.text-too-long'],
    ['level1', '长'.repeat(101), 'edit.text-too-long'],
  ])('%s %j: %s', (field, text, code) => expect(refusal(field, text)).toBe(code))

  test('a score without weight is still at most 100', () =>
    expect(refusal('score', '101', { ...row, weight: null })).toBe('edit.score-too-large'))
})

test('words are accepted where the target is words or missing', () => {
  expect(refusal('actual', '通过', { ...row, target: parseTarget('健全') })).toBe('accepted')
  expect(refusal('actual', '通过', { ...row, target: parseTarget('') })).toBe('accepted')
  expect(refusal('actual', '80%', { ...row, target: parseTarget('不适用') })).toBe('accepted')
})

test.each(indicatorFields)('empty text clears %s', (field) => {
  const filled: Indicator = {
    period: 'annual',
    level1: '产出指标',
    level2: '数量指标',
    name: '出车次数',
    target: parseTarget('≥12次'),
    actual: parseTarget('12次'),
    weight: '10',
    score: '9',
    reason: '疫情',
    grade: 'partly',
  }
  for (const text of ['', ' ', '\n']) expect(formatCell(edit(field, text, filled), field)).toBe('')
})

test('a new target gives the actual its unit anew', () => {
  const typed = edit('actual', '18')
  expect(edit('target', '≥20家', typed).actual).toMatchObject({ value: '18', unit: '家', assumed: ['unit'] })
  expect(edit('target', '≥20%', edit('actual', '18次')).actual).toMatchObject({ unit: '次' })
})

test('a level typed in a local form keeps that form’s words', () => {
  const local: Indicator = { ...row, level1: '产出目标', level2: '质量' }
  expect(edit('level2', '数量指标', local).level2).toBe('数量')
})

test('no cell keeps what a database cannot hold', () => {
  expect(edit('target', '≥12\u0000次').target).toMatchObject({ value: '12', raw: '≥12次' })
  expect(edit('name', '出车\ud800').name).toBe('出车\ufffd')
})

test('an edit changes its own cell only', () => {
  const { weight, ...rest } = edit('weight', '20')
  expect(weight).toBe('20')
  expect({ ...rest, weight: '10' }).toEqual(row)
})

test('what a cell shows can be typed again and shows the same', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.stringMatching(/^[≥≤=]?\d{1,4}(\.\d{1,4})?[次家%]?$/),
  )
  fc.assert(
    fc.property(fc.constantFrom(...indicatorFields), text, (field, typed) => {
      const result = editIndicator(row, field, typed)
      if ('refused' in result) {
        expect(formatMessage(result.refused, 'zh-CN')).not.toMatch(/\{(?:max|text|target|actual)\}/)
        return
      }
      const shown = formatCell(result.indicator, field)
      expect(formatCell(edit(field, shown), field)).toBe(shown)
    }),
    { numRuns: 2000 },
  )
})
