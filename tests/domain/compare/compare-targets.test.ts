import { describe, expect, test } from 'vitest'
import { compareTargets, parseTarget } from '@biaochi/domain'

const compare = (before: string, after: string) => compareTargets(parseTarget(before), parseTarget(after))

describe('the same demand', () => {
  test.each([
    ['≥12次', '≥ 12 次'],
    ['≥12.00(次)', '>=12次'],
    ['≥12次', '不少于12次'],
    ['≥12次', '１２次以上'],
    ['≥10000万条', '≥1亿条'],
    ['≥1.50万人', '≥15000人'],
    ['≤90分钟', '≤1.5小时'],
    ['40台', '=40台'],
    ['满意度≥95%', '≥95%'],
    ['≥0.10元', '≥0.1元'],
    ['健全', '健 全'],
    ['不适用', '不适用'],
    ['', ''],
  ])('%s and %s', (before, after) => {
    expect(compare(before, after)).toBe('same')
    expect(compare(after, before)).toBe('same')
  })
})

describe('an easier demand, and the other way round a harder one', () => {
  test.each([
    ['≥20次', '≥10次'],
    ['≥1亿条', '≥9999万条'],
    ['≥99.9999%', '≥99.99%'],
    ['≥95%', '≥90%'],
    ['≤15天', '≤18天'],
    ['≤1小时', '≤61分钟'],
    ['>10次', '≥10次'],
    ['<10次', '≤10次'],
    ['=100%', '≥95%'],
    ['=100%', '=95%'],
    ['40台', '39台'],
    ['=0起', '=1起'],
    ['=0起', '≤1起'],
    ['≥99999999999.0002个', '≥99999999999.0001个'],
  ])('%s → %s', (before, after) => {
    expect(compare(before, after)).toBe('relaxed')
    expect(compare(after, before)).toBe('tightened')
  })
})

describe('another demand', () => {
  test.each([
    ['≥10次', '≤10次'],
    ['≥48次', '≤50次'],
    ['=40台', '≥40台'],
    ['≥12次', '≥12'],
    ['≥12', '≥20次'],
    ['≥12家', '≥12人'],
    ['≥12家', '≥20%'],
    ['≥1次/月', '≥12次/年'],
    ['≥10次', '有效提升'],
    ['有效提升', '≥10次'],
    ['健全', '完善'],
    ['≥10次', '不适用'],
    ['≥10次', ''],
    ['', '≥10次'],
    ['≥10次', '≤18..5万元'],
    ['≥0.00(??)', '≥0次'],
  ])('%s → %s', (before, after) => expect(compare(before, after)).toBe('changed'))
})
