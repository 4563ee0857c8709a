import { describe, expect, test } from 'vitest'
import { attainment, checkActual, differsInUnit, parseActual, parseTarget } from '@biaochi/domain'

const check = (target: string, actual: string) => {
  const parsed = parseTarget(target)
  return checkActual(parsed, parseActual(actual, parsed))?.code ?? null
}

describe('an actual that cannot be compared says why', () => {
  test.each([
    ['≥12次', '80%', 'actual.unit-mismatch'],
    ['≥80%', '12次', 'actual.unit-mismatch'],
    ['≥80%', '12个百分点', 'actual.unit-mismatch'],
    ['≤100万元', '80%', 'actual.unit-mismatch'],
    ['≤100万元', '80个', 'actual.unit-mismatch'],
    ['≥20家', '20小时', 'actual.unit-mismatch'],
    ['≤5个工作日', '5天', 'actual.unit-mismatch'],
    ['≤30天', '1个月', 'actual.unit-mismatch'],
    ['≥500平方米', '500个', 'actual.unit-mismatch'],
    ['≥1次/月', '12次', 'actual.period-mismatch'],
    ['≥12次', '1次/月', 'actual.period-mismatch'],
    ['14小时/天', '14小时/周', 'actual.period-mismatch'],
    ['≥4万人次', '45000', 'actual.multiplier-ambiguous'],
    ['≥10(亿人次)', '11', 'actual.multiplier-ambiguous'],
    ['≥12次', '提升', 'actual.words-for-number'],
    ['≥12次', '10-15次', 'actual.words-for-number'],
    ['≥12次', '三次', 'actual.words-for-number'],
    ['≥12次', '≥', 'measure.number-missing'],
    ['健全', '12..5次', 'measure.number-malformed'],
    ['', '≥≥12次', 'measure.operators-conflict'],
  ])('%s with %s: %s', (target, actual, code) => expect(check(target, actual)).toBe(code))
})

describe('an actual that can be compared is not complained about', () => {
  test.each([
    ['≥20家', '18家'],
    ['≥20家', '18'],
    ['≥20家', '18个'],
    ['≥20家', '18家企业'],
    ['≥4万人次', '45000人次'],
    ['≤1小时', '50分钟'],
    ['≥500㎡', '500平方米'],
    ['≤1%', '5‰'],
    ['≥0.00(??)', '5次'],
    ['≥5', '5次'],
    ['14小时/天', '14小时/日'],
    ['≤1200元/平方米', '1083元/㎡'],
    ['≥1次/季', '1次/季度'],
    ['≥4次/年', '4次'],
    ['≥4次', '4次/年'],
    ['健全', '100%'],
    ['≥12次', '不适用'],
    ['≥12次', ''],
    ['', '18家'],
  ])('%s with %s', (target, actual) => expect(check(target, actual)).toBeNull())
})

describe('attainment is in the base unit', () => {
  test.each([
    ['≥1亿条', '10000万条', '100'],
    ['≥10000.00(万条)', '1亿条', '100'],
    ['>=4万人次', '45000人次', '112.5'],
    ['≥300次', '1700次', '566.67'],
    ['≤1小时', '90分钟', '150'],
    ['≥1公里', '500米', '50'],
    ['≥2年', '18个月', '75'],
    ['≥99.9999%', '99.99%', '99.99'],
    ['≥0', '5', null],
    ['≥12次', '80%', null],
    ['健全', '80%', null],
    ['≥12次', '', null],
  ])('%s with %s is %s %%', (target, actual, percent) => {
    const parsed = parseTarget(target)
    expect(attainment(parsed, parseActual(actual, parsed))).toBe(percent)
  })
})

describe('another counting word', () => {
  const differs = (target: string, actual: string) => differsInUnit(parseTarget(target), parseActual(actual))
  test.each([
    ['≥20家', '20个'],
    ['≥20次', '20人次'],
    ['≥20份报告', '20篇'],
    ['≥20粑', '20个'],
  ])('differs: %s, %s', (target, actual) => expect(differs(target, actual)).toBe(true))
  test.each([
    ['≥20家', '20家企业'],
    ['≥20家', '20'],
    ['≥20', '20家'],
    ['≤1小时', '50分钟'],
    ['≥20次', '80%'],
    ['≥20(??)', '20次'],
    ['健全', '20次'],
    ['≥20GB', '20gb'],
  ])('does not differ: %s, %s', (target, actual) => expect(differs(target, actual)).toBe(false))
})
