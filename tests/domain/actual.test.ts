import { describe, expect, test } from 'vitest'
import { formatActual, isBound, parseActual, parseTarget } from '@biaochi/domain'
import { inShort } from '../support/measures.ts'

describe('an actual is read as', () => {
  test.each([
    ['18家', '≥20家', '18 家', '18家'],
    ['=85%', '≥90%', '= 85 %', '=85%'],
    ['85%', '≥90%', '85 %', '85%'],
    ['85', '≥90%', '85 %', '85%'],
    ['８５％', '≥90%', '85 %', '85%'],
    ['８５。５％', '≥90%', '85.5 %', '85.5%'],
    ['85%。', '≥90%', '85 %', '85%'],
    ['18', '≥20家', '18 家', '18家'],
    ['18家企业', '≥20家', '18 家企业', '18家企业'],
    ['40学员', '≥30学员', '40 学员', '40(学员)'],
    ['15日', '≤20日', '15 日', '15(日)'],
    ['4.5万', '≥4万人次', '4.5×10000 人次', '4.5万人次'],
    ['>50个', '≥60个', '> 50 个', '>50个'],
    ['50个以上', '≥60个', '>= 50 个', '≥50个'],
    ['7000余条', '≥2000条', '> 7000 条 ~', '7000余条'],
    ['100多家', '≥90家', '> 100 家 ~', '100余家'],
    ['近1700次', '≥300次', '1700 次 ~', '约1700次'],
    ['约300人', '≥300人', '300 人 ~', '约300人'],
    ['100+', '≥90家', '> 100 家 ~', '100余家'],
    ['不足50人', '≥60人', '< 50 人', '<50人'],
    ['完成100%', '≥90%', '100 %', '100%'],
    ['已完成12次', '≥12次', '12 次', '12次'],
    ['3', '≥3(??)', '3', '3'],
    ['45000', '≥4万人次', '45000', '45000'],
    ['0', '≥4万人次', '0 人次', '0人次'],
    ['通过', '≥90%', 'words 通过', '通过'],
    ['不适用', '≥90%', 'not-applicable', '不适用'],
    ['', '≥90%', 'missing', ''],
    ['12..5次', '≥12次', 'invalid measure.number-malformed', '12..5次'],
  ])('%s against %s = %s', (text, target, read, canonical) => {
    const actual = parseActual(text, parseTarget(target))
    expect(inShort(actual)).toBe(read)
    expect(formatActual(actual)).toBe(canonical)
  })
})

test('a unit taken from the target is marked assumed', () => {
  expect(parseActual('85', parseTarget('≥90%'))).toMatchObject({ unit: '%', assumed: ['unit'] })
  expect(parseActual('85%', parseTarget('≥90%'))).toMatchObject({ unit: '%', assumed: [] })
})

test.each([['85'], ['85', '健全'], ['85', '≥90'], ['85', '≥0.00(??)']])(
  'no unit is made up for %s where the target has none (%s)',
  (text, target = '') =>
    expect(parseActual(text, parseTarget(target))).toMatchObject({ unit: null, assumed: [] }),
)

test.each(['>50个', '50个以上', '7000余条', '约300人', '<3次', '近1700次'])('%s is only a bound', (text) =>
  expect(isBound(parseActual(text))).toBe(true),
)
test.each(['50个', '=50个', '通过', '', '不适用', '≥'])('%j is no bound', (text) =>
  expect(isBound(parseActual(text))).toBe(false),
)
