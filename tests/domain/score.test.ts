import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import {
  emptyIndicator,
  formatMessage,
  parseActual,
  parseTarget,
  schemes,
  scoreIndicator,
} from '@biaochi/domain'
import type { Indicator, QualitativeGrade, RuleScore, Scheme } from '@biaochi/domain'

const national = (): Scheme => {
  const [scheme] = schemes
  if (scheme === undefined) throw new Error('there is no scheme')
  return scheme
}
const linear: Scheme = { ...national(), ceilingRule: 'linear' }
const ratio: Scheme = { ...national(), ceilingRule: 'ratio' }
const banded: Scheme = { ...national(), satisfaction: 'banded' }

function row(
  target: string,
  actual: string,
  weight: string | null,
  more: Partial<Indicator> = {},
): Indicator {
  const parsed = parseTarget(target)
  return { ...emptyIndicator, target: parsed, actual: parseActual(actual, parsed), weight, ...more }
}
const inShort = (score: RuleScore): string =>
  score.kind === 'scored'
    ? `${score.score} ${score.met ? 'met' : 'missed'}`
    : `${score.kind} ${score.met ?? '?'} ${score.explanation.code}`
const english = (score: RuleScore) => formatMessage(score.explanation, 'en')
const chinese = (score: RuleScore) => formatMessage(score.explanation, 'zh-CN')

describe('a quantity is scored from the exact fraction, rounded half-up once', () => {
  test.each([
    ['≥20家', '18家', '10', '9 missed'],
    ['≥90%', '85%', '10', '9.44 missed'],
    ['≥90%', '=85%', '10', '9.44 missed'],
    ['≥90%', '85', '10', '9.44 missed'],
    ['≤15分钟', '15分钟', '10', '10 met'],
    ['≤15分钟', '14分钟', '10', '10 met'],
    ['≤15分钟', '18分钟', '10', '8 missed'],
    ['≤15分钟', '30分钟', '10', '0 missed'],
    ['≤15分钟', '300分钟', '10', '0 missed'],
    ['<15分钟', '15分钟', '10', '10 missed'],
    ['=0起', '0起', '10', '10 met'],
    ['=0起', '1起', '10', '0 missed'],
    ['≤0起', '0起', '10', '10 met'],
    ['≤0起', '1起', '10', '0 missed'],
    ['≥0次', '0次', '10', '10 met'],
    ['>0次', '0次', '10', '0 missed'],
    ['>0次', '1次', '10', '10 met'],
    ['≥300次', '1700次', '20', '20 met'],
    ['=100%', '=95%', '20', '19 missed'],
    ['=365天', '366天', '5', '5 met'],
    ['40台', '40台', '5', '5 met'],
    ['40台', '41台', '5', '5 met'],
    ['40台', '39台', '5', '4.88 missed'],
    ['100%', '99%', '22.5', '22.28 missed'],
    ['>600个', '600个', '10', '10 missed'],
    ['>600个', '601个', '10', '10 met'],
    ['≥99.9999%', '99.99%', '10', '10 missed'],
    ['≥99.9999%', '99.9999%', '10', '10 met'],
    ['≥12次', '0次', '10', '0 missed'],
    ['≥12次', '-3次', '10', '0 missed'],
    ['≥-5%', '-6%', '10', '0 missed'],
    ['≥-5%', '-4%', '10', '10 met'],
    ['≥3次', '1次', '10', '3.33 missed'],
    ['≥3次', '2次', '10', '6.67 missed'],
    ['≥800次', '1次', '10', '0.01 missed'],
    ['≥8次', '1次', '0.1', '0.01 missed'],
    ['≥1亿条', '10000万条', '10', '10 met'],
    ['>=4万人次', '36000人次', '10', '9 missed'],
    ['≤1小时', '90分钟', '10', '5 missed'],
    ['≥20家', '18个', '10', '9 missed'],
  ])('%s with %s of %s: %s', (target, actual, weight, score) =>
    expect(inShort(scoreIndicator(row(target, actual, weight), linear))).toBe(score),
  )
})

describe('a ceiling by ratio', () => {
  test.each([
    ['≤15分钟', '18分钟', '8.33 missed'],
    ['≤15分钟', '30分钟', '5 missed'],
    ['≤15分钟', '15分钟', '10 met'],
    ['≤0起', '1起', '0 missed'],
  ])('%s with %s: %s', (target, actual, score) =>
    expect(inShort(scoreIndicator(row(target, actual, '10'), ratio))).toBe(score),
  )
})

describe('satisfaction in bands', () => {
  const of = (level1: string | null, level2: string | null) => ({ level1, level2 })
  test.each([
    ['≥95%', '95%', '10 met'],
    ['≥95%', '92%', '10 missed'],
    ['≥95%', '90%', '10 missed'],
    ['≥95%', '89.99%', '8 missed'],
    ['≥95%', '85%', '8 missed'],
    ['≥95%', '60%', '5 missed'],
    ['≥95%', '59.9%', '0 missed'],
    ['≥95分', '85分', '8.95 missed'],
  ])('%s with %s: %s', (target, actual, score) => {
    const levels = of('满意度指标', '服务对象满意度指标')
    expect(inShort(scoreIndicator(row(target, actual, '10', levels), banded))).toBe(score)
  })
  test('the 2020 Shanghai form has satisfaction as a level 2', () =>
    expect(inShort(scoreIndicator(row('≥95%', '85%', '10', of('效果目标', '满意度')), banded))).toBe(
      '8 missed',
    ))
  test('other levels and other schemes stay proportional', () => {
    expect(inShort(scoreIndicator(row('≥95%', '85%', '10', of('产出指标', '质量指标')), banded))).toBe(
      '8.95 missed',
    )
    expect(inShort(scoreIndicator(row('≥95%', '85%', '10', of('满意度指标', null)), linear))).toBe(
      '8.95 missed',
    )
  })
})

describe('a bound is scored only where it proves the target met', () => {
  test.each([
    ['>=5次', '>5次', '20 met'],
    ['>5次', '>5次', '20 met'],
    ['>5次', '5次以上', 'unscored ? score.bound-proves-nothing'],
    ['≥2000条', '7000余条', '20 met'],
    ['≥60个', '>50个', 'unscored ? score.bound-proves-nothing'],
    ['≤60个', '>60个', 'unscored false score.bound-missed'],
    ['≤60个', '>50个', 'unscored ? score.bound-proves-nothing'],
    ['≤60个', '<60个', '20 met'],
    ['<60个', '<60个', '20 met'],
    ['<60个', '≤60个', 'unscored ? score.bound-proves-nothing'],
    ['≥60个', '<60个', 'unscored false score.bound-missed'],
    ['≥60个', '≤60个', 'unscored ? score.bound-proves-nothing'],
    ['>60个', '≤60个', 'unscored false score.bound-missed'],
    ['≥60个', '<70个', 'unscored ? score.bound-proves-nothing'],
    ['=0起', '>0起', 'unscored false score.bound-missed'],
    ['=0起', '≥0起', 'unscored ? score.bound-proves-nothing'],
    ['≥300次', '近1700次', 'unscored ? score.bound-proves-nothing'],
    ['≥300人', '约300人', 'unscored ? score.bound-proves-nothing'],
  ])('%s with %s: %s', (target, actual, score) =>
    expect(inShort(scoreIndicator(row(target, actual, '20'), linear))).toBe(score),
  )
})

describe('there is no score', () => {
  test.each([
    ['≥12次', '', '10', 'unscored ? score.actual-missing'],
    ['', '12次', '10', 'unscored ? score.target-missing'],
    ['健全', '', '10', 'unscored ? score.actual-missing'],
    ['≥12次', '12次', null, 'unscored true score.weight-missing'],
    ['≥12次', '11次', null, 'unscored false score.weight-missing'],
    ['≥12次', '11次', '0', 'unscored false score.weight-missing'],
    ['健全', '健全', null, 'unscored true score.weight-missing'],
    ['≥12次', '80%', '10', 'unscored ? actual.unit-mismatch'],
    ['≥12次', '1次/月', '10', 'unscored ? actual.period-mismatch'],
    ['≥4万人次', '45000', '10', 'unscored ? actual.multiplier-ambiguous'],
    ['≥12次', '通过', '10', 'unscored ? actual.words-for-number'],
    ['≥12次', '12..5次', '10', 'unscored ? score.actual-unreadable'],
    ['≥', '12次', '10', 'unscored ? score.target-unreadable'],
    ['不适用', '12次', '10', 'excluded ? score.not-applicable'],
    ['≥12次', '不适用', '10', 'excluded ? score.not-applicable'],
    ['健全', '基本健全', '10', 'unscored ? score.grade-needed'],
    ['健全', '80%', '10', 'unscored ? score.grade-needed'],
    ['健全', '100余%', '10', 'unscored ? score.grade-needed'],
    ['健全', '未完成', '10', 'unscored ? score.grade-needed'],
    ['健全', '基本完成', '10', 'unscored ? score.grade-needed'],
  ])('for %s with %s (weight %s): %s', (target, actual, weight, score) =>
    expect(inShort(scoreIndicator(row(target, actual, weight), linear))).toBe(score),
  )
})

describe('words are scored by grade, at the top of its band', () => {
  test.each([
    ['achieved', '10 met'],
    ['partly', '8 missed'],
    ['missed', '6 missed'],
  ] as const)('%s: %s', (grade: QualitativeGrade, score) => {
    expect(inShort(scoreIndicator(row('健全', '有所改善', '10', { grade }), linear))).toBe(score)
    expect(inShort(scoreIndicator(row('健全', '', '10', { grade }), linear))).toBe(score)
  })
  test.each([
    '健全',
    ' 健 全。',
    '通过',
    '达成',
    '完成',
    '已完成',
    '已按期完成',
    '合格',
    '达标',
    '是',
    '100%',
    '=100%',
  ])('%s plainly says that 健全 is achieved', (actual) => {
    const score = scoreIndicator(row('健全', actual, '10'), linear)
    expect(inShort(score)).toBe('10 met')
    expect(score.explanation.code).toBe('score.fulfilled')
  })
  test('a grade given outweighs what the actual says', () =>
    expect(inShort(scoreIndicator(row('健全', '通过', '10', { grade: 'partly' }), linear))).toBe('8 missed'))
})

describe('every score says why in one sentence', () => {
  test.each([
    ['≥20家', '18家', '18家 of ≥20家 → 10 × 18/20 = 9.00', '实际 18家，目标 ≥20家 → 10 × 18/20 = 9.00'],
    [
      '≤15分钟',
      '18分钟',
      '18分钟 of ≤15分钟 → 10 × (1 − (18 − 15)/15) = 8.00',
      '实际 18分钟，目标 ≤15分钟 → 10 × (1 − (18 − 15)/15) = 8.00',
    ],
    ['≥20家', '21家', '21家 of ≥20家 → met, full weight 10.00', '实际 21家，目标 ≥20家 → 达成，得满分 10.00'],
    [
      '≥4万人次',
      '36000人次',
      '36000人次 of ≥4万人次 → 10 × 36000/40000 = 9.00',
      '实际 36000人次，目标 ≥4万人次 → 10 × 36000/40000 = 9.00',
    ],
  ])('%s with %s', (target, actual, en, zh) => {
    const score = scoreIndicator(row(target, actual, '10'), linear)
    expect(english(score)).toBe(en)
    expect(chinese(score)).toBe(zh)
  })
  test('the ratio rule shows its own fraction', () =>
    expect(english(scoreIndicator(row('≤15分钟', '18分钟', '10'), ratio))).toBe(
      '18分钟 of ≤15分钟 → 10 × 15/18 = 8.33',
    ))
})

test('a rule score lies between 0 and the weight, and is the weight where the target is met', () => {
  const number = fc.integer({ min: 0, max: 100_000 }).map((n) => String(n / 100))
  const operator = fc.constantFrom('≥', '≤', '=', '>', '<', '')
  fc.assert(
    fc.property(
      operator,
      number,
      number,
      fc.constantFrom('10', '22.5', '0.01', '33.335'),
      (op, t, a, weight) => {
        for (const scheme of [linear, ratio]) {
          const score = scoreIndicator(row(`${op}${t}次`, `${a}次`, weight), scheme)
          if (score.kind !== 'scored') throw new Error(`${op}${t} with ${a} has no score`)
          expect(Number(score.score)).toBeGreaterThanOrEqual(0)
          expect(Number(score.score)).toBeLessThanOrEqual(Number(weight))
          if (score.met) expect(score.score).toBe(weight)
        }
      },
    ),
  )
})
