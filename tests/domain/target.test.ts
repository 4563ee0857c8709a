import { describe, expect, test } from 'vitest'
import { formatTarget, parseTarget } from '@biaochi/domain'
import { inShort } from '../support/measures.ts'

describe('a target is read as', () => {
  test.each([
    // operators, wide and narrow, symbols and words
    ['≥12.00(次)', '>= 12 次', '≥12次'],
    ['>=12次', '>= 12 次', '≥12次'],
    ['=>12次', '>= 12 次', '≥12次'],
    ['≥12 次', '>= 12 次', '≥12次'],
    ['＞＝１２次', '>= 12 次', '≥12次'],
    ['⩾12次', '>= 12 次', '≥12次'],
    ['≧12次', '>= 12 次', '≥12次'],
    ['≮12次', '>= 12 次', '≥12次'],
    ['﹥12次', '> 12 次', '>12次'],
    ['≥12（次）', '>= 12 次', '≥12次'],
    ['（≥12次）', '>= 12 次', '≥12次'],
    ['≥12次。', '>= 12 次', '≥12次'],
    ['≥12次（含）', '>= 12 次', '≥12次'],
    ['不少于12次', '>= 12 次', '≥12次'],
    ['不低于95%', '>= 95 %', '≥95%'],
    ['不小于3', '>= 3', '≥3'],
    ['至少12次', '>= 12 次', '≥12次'],
    ['大于等于12次', '>= 12 次', '≥12次'],
    ['大于或等于12次', '>= 12 次', '≥12次'],
    ['12次以上', '>= 12 次', '≥12次'],
    ['12次及以上', '>= 12 次', '≥12次'],
    ['12次（含）以上', '>= 12 次', '≥12次'],
    ['达到95%以上', '>= 95 %', '≥95%'],
    ['不超过3起', '<= 3 起', '≤3起'],
    ['不高于10%', '<= 10 %', '≤10%'],
    ['不多于3次', '<= 3 次', '≤3次'],
    ['不大于3次', '<= 3 次', '≤3次'],
    ['小于等于3次', '<= 3 次', '≤3次'],
    ['<=20分钟', '<= 20 分钟', '≤20分钟'],
    ['≦20分钟', '<= 20 分钟', '≤20分钟'],
    ['3起以内', '<= 3 起', '≤3起'],
    ['10%以下', '<= 10 %', '≤10%'],
    ['控制在5天以内', '<= 5 天', '≤5天'],
    ['控制在100万元以内', '<= 100×10000 元', '≤100万元'],
    ['5个工作日内', '<= 5 个工作日', '≤5个工作日'],
    ['24小时内', '<= 24 小时', '≤24小时'],
    ['超过600个', '> 600 个', '>600个'],
    ['大于5次', '> 5 次', '>5次'],
    ['高于90%', '> 90 %', '>90%'],
    ['低于5%', '< 5 %', '<5%'],
    ['少于3次', '< 3 次', '<3次'],
    ['＝100％', '= 100 %', '=100%'],
    ['等于16家', '= 16 家', '=16家'],
    // labels
    ['满意度≥95%', '>= 95 %', '≥95%'],
    ['满意率95%以上', '>= 95 %', '≥95%'],
    ['群众满意度：不低于 95 ％', '>= 95 %', '≥95%'],
    ['全年培训人次不少于100人次', '>= 100 人次', '≥100人次'],
    ['增长率≥5%', '>= 5 %', '≥5%'],
    ['下降至5%以下', '<= 5 %', '≤5%'],
    ['≥-5%', '>= -5 %', '≥-5%'],
    ['完成3项课题', '3 项课题', '3项课题'],
    // multipliers
    ['≥10(亿人次)', '>= 10×100000000 人次', '≥10亿人次'],
    ['≥10000.00(万条)', '>= 10000×10000 条', '≥10000万条'],
    ['>=4万人次', '>= 4×10000 人次', '≥4万人次'],
    ['1.7亿条', '1.7×100000000 条', '1.7亿条'],
    ['≥2千万元', '>= 2000×10000 元', '≥2000万元'],
    ['≥3百万元', '>= 300×10000 元', '≥300万元'],
    ['≥3千人', '>= 3000 人', '≥3000人'],
    ['≥3千米', '>= 3 千米', '≥3千米'],
    ['≥5百分点', '>= 5 百分点', '≥5百分点'],
    ['≥98百分比', '>= 98 %', '≥98%'],
    ['98%以上（含98%）', '>= 98 %', '≥98%'],
    ['10人以下（含10人）', '<= 10 人', '≤10人'],
    ['98.5（百分比）', '98.5 %', '98.5%'],
    ['≥1,200次', '>= 1200 次', '≥1200次'],
    ['≥1，200，000次', '>= 1200000 次', '≥1200000次'],
    ['≥1 200次', '>= 1200 次', '≥1200次'],
    // percent
    ['百分之九十五', '95 %', '95%'],
    ['百分之百', '100 %', '100%'],
    ['百分之九十九点五以上', '>= 99.5 %', '≥99.5%'],
    ['不低于百分之95', '>= 95 %', '≥95%'],
    ['千分之三以下', '<= 3 ‰', '≤3‰'],
    ['≥99.9999﹪', '>= 99.9999 %', '≥99.9999%'],
    // periods
    ['=1.00(次/周)', '= 1 次/周', '=1次/周'],
    ['≥1次/月', '>= 1 次/月', '≥1次/月'],
    ['14小时/天', '14 小时/天', '14小时/天'],
    ['每周1次', '1 次/周', '1次/周'],
    ['每月不少于2次', '>= 2 次/月', '≥2次/月'],
    ['1次每周', '1 次/周', '1次/周'],
    ['年均≥2次', '>= 2 次/年', '≥2次/年'],
    ['≤2000元/人/年', '<= 2000 元/人/年', '≤2000元/人/年'],
    // units of their own
    ['≥2000.00(件次)', '>= 2000 件次', '≥2000件次'],
    ['≥16.00(家次)', '>= 16 家次', '≥16家次'],
    ['≥3500台（套）', '>= 3500 台(套)', '≥3500台(套)'],
    ['≥3.00(台（套）)', '>= 3 台(套)', '≥3台(套)'],
    ['≥2.00(周次)', '>= 2 周次', '≥2周次'],
    ['≥500㎡', '>= 500 ㎡', '≥500㎡'],
    ['≥500m2', '>= 500 m2', '≥500m2'],
    ['≥0.00(??)', '>= 0 ??', '≥0??'],
    ['≥12()', '>= 12', '≥12'],
    ['≥95', '>= 95', '≥95'],
    ['2022(年)', '2022 年', '2022(年)'],
    ['≥5(份,含电子版)', '>= 5 份,含电子版', '≥5(份,含电子版)'],
    ['≤0.00005秒', '<= 0.00005 秒', '≤0.00005秒'],
    ['1022.7500天', '1022.75 天', '1022.75天'],
    // inexact
    ['100余家', '> 100 家 ~', '100余家'],
    ['3万多人', '> 3×10000 人 ~', '3万余人'],
    ['约300人', '300 人 ~', '约300人'],
    ['300人左右', '300 人 ~', '约300人'],
  ])('%s = %s', (text, read, canonical) => {
    const target = parseTarget(text)
    expect(inShort(target)).toBe(read)
    expect(formatTarget(target)).toBe(canonical)
    expect(inShort(parseTarget(canonical))).toBe(read)
    expect(target).toHaveProperty('raw', text)
  })
})

describe('a target without operator is marked assumed', () => {
  test.each(['40台', '100%', '14小时/天', '1.7亿条', '约300人'])('%s', (text) =>
    expect(parseTarget(text)).toMatchObject({ operator: null, assumed: ['operator'] }),
  )
  test.each(['≥40台', '=100%', '12次以上', '100余家'])('not %s', (text) =>
    expect(parseTarget(text)).toMatchObject({ assumed: [] }),
  )
})

describe('words stay words, whatever numbers they mention', () => {
  test.each([
    '提升',
    '健全',
    '及时',
    '全年',
    '不超过年度预算',
    '不低于国家标准',
    '严格执行相关财经法规、制度等规定',
    '≥上年',
    // service windows
    '7*24小时',
    '7×24小时全年',
    '24小时×7天',
    '365天24小时',
    // dates
    '2022年',
    '2022年11月底前',
    '2022.12.31前',
    '2022-12-31',
    '12月31日前',
    '12月',
    '30日前',
    '第3季度前',
    '1季度',
    // ranges and several numbers: never the first one
    '10-15次',
    '90%~95%',
    '10至15次',
    '≥95%且≤100%',
    '≥10次；≥5场',
    '12次、15场',
    '≥12次/20人',
    '1万2千人',
    '第1,2期',
    '1/2',
    '不超过年度预算的5%',
    // names with a number in them
    '5G网络覆盖',
    '12345热线',
    '4A级景区',
    '通过等保3级',
    '24小时内响应',
    '≥12次完成验收',
    '每个社区2场',
    // without its label the number would mean the opposite
    '下降5%',
    '节约10%以上',
    // written numerals
    '三次',
    '二十家',
    '≥三次',
    '无',
  ])('%s', (text) => expect(inShort(parseTarget(text))).toBe(`words ${text}`))

  test('white space that a line break left between characters is gone', () => {
    expect(parseTarget('不超过年\n度预算 ')).toEqual({
      kind: 'qualitative',
      text: '不超过年度预算',
      raw: '不超过年\n度预算 ',
    })
  })
})

describe('what looks like a number and is none is kept with its reason', () => {
  test.each([
    ['≥', 'measure.number-missing'],
    ['满意度≥', 'measure.number-missing'],
    ['>', 'measure.number-missing'],
    ['≥≥12次', 'measure.operators-conflict'],
    ['≥=12次', 'measure.operators-conflict'],
    ['><5', 'measure.operators-conflict'],
    ['12..5次', 'measure.number-malformed'],
    ['12.5.3次', 'measure.number-malformed'],
    ['满意度≥12..5%', 'measure.number-malformed'],
    ['12.次', 'measure.number-malformed'],
    ['.5次', 'measure.number-malformed'],
    ['1,2,3次', 'measure.number-malformed'],
    ['≥12,34次', 'measure.number-malformed'],
    ['≥12 1次', 'measure.number-malformed'],
    ['1e5次', 'measure.number-malformed'],
    ['80%%', 'measure.unit-unreadable'],
    ['≥1234567890123456789次', 'measure.number-too-long'],
    ['≥0.12345678901%', 'measure.number-too-long'],
    ['??', 'measure.only-symbols'],
    ['-', 'measure.only-symbols'],
    ['/', 'measure.only-symbols'],
    ['——', 'measure.only-symbols'],
    ['提'.repeat(1001), 'measure.too-long'],
  ])('%s: %s', (text, code) => {
    const target = parseTarget(text)
    expect(inShort(target)).toBe(`invalid ${code}`)
    expect(formatTarget(target)).toBe(text)
  })
})

test.each(['', ' ', '\n\t　', '\u200b'])('%j is missing', (text) =>
  expect(parseTarget(text)).toEqual({ kind: 'missing' }),
)

test.each(['不适用', ' 不 适用', 'N/A', '不涉及'])('%s is not applicable', (text) => {
  expect(parseTarget(text)).toEqual({ kind: 'not-applicable', raw: text })
  expect(formatTarget(parseTarget(text))).toBe('不适用')
})

test.each([
  '9'.repeat(1_000_000),
  '≥'.repeat(1_000_000),
  '满意度'.repeat(300_000) + '95%',
  ' '.repeat(1_000_000),
  '(('.repeat(499),
  '每周'.repeat(400) + '1次',
  '约'.repeat(999) + '1',
  '1' + '以上'.repeat(499),
  '1,'.repeat(499),
  '\u0000\u0001≥12\u0000次',
  '≥12次\ud800',
  '__proto__',
  '12constructor',
])('hostile text ends in a value (%#)', (text) => {
  expect(parseTarget(text).kind).toMatch(/^(quantitative|qualitative|invalid|missing)$/)
})
