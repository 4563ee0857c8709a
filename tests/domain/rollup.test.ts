import { describe, expect, test } from 'vitest'
import {
  emptyIndicator,
  emptyProject,
  explainDifference,
  formatMessage,
  gradeOf,
  level1WeightsFor,
  parseActual,
  parseTarget,
  rollUp,
  schemeById,
  schemeFor,
  scoreIndicator,
} from '@biaochi/domain'
import type { Indicator, Project, Scheme } from '@biaochi/domain'

const older = schemeById('national-10-50-30-10', 1) ?? failed()
const newer = schemeById('national-10-20-40-20-10', 1) ?? failed()
function failed(): Scheme {
  throw new Error('there is no such scheme')
}

type Cells = [level1: string, target: string, actual: string, weight: string | null, score: string | null]
const row = ([level1, target, actual, weight, score]: Cells, more: Partial<Indicator> = {}): Indicator => ({
  ...emptyIndicator,
  level1,
  target: parseTarget(target),
  actual: parseActual(actual, parseTarget(target)),
  weight,
  score,
  ...more,
})

// 信息化建设 of the published self-evaluations of 2022: 97.99 printed.
const published: Project = {
  ...emptyProject,
  form: 'self-evaluation',
  funds: [
    { period: 'annual', source: 'all', stage: 'adjusted', amount: '1385174' },
    { period: 'annual', source: 'all', stage: 'executed', amount: '1383946' },
  ],
  execution: { weight: '10', rate: '99.92', score: '9.99' },
  indicators: [
    row(['产出指标', '>=364天', '365天', '15', '15']),
    row(['产出指标', '<=1%', '1%', '20', '19']),
    row(['产出指标', '<=20分钟', '15分钟', '15', '15']),
    row(['效益指标', '>=2套', '3套', '10', '10']),
    row(['效益指标', '>=2000条', '7000余条', '10', '10']),
    row(['效益指标', '>=100条', '100余条', '10', '10']),
    row(['满意度指标', '>=99%', '99%', '10', '9']),
  ],
}

test('a published self-evaluation adds up to what it prints, and to what the rule gives', () => {
  const score = rollUp(published, older)
  expect(score).toMatchObject({
    awarded: { total: '97.99', grade: '优' },
    rule: { total: '99.99', grade: '优' },
    totalWeight: '100',
    incomplete: false,
  })
  expect(score.levels).toEqual([
    { level1: '产出指标', weight: '50', rule: '50', awarded: '49' },
    { level1: '效益指标', weight: '30', rule: '30', awarded: '30' },
    { level1: '满意度指标', weight: '10', rule: '10', awarded: '9' },
  ])
  expect(score.indicators.map(({ kind }) => kind)).toEqual(published.indicators.map(() => 'scored'))
})

test('where no execution score is printed the computed one is awarded', () => {
  expect(rollUp({ ...published, execution: null }, older).awarded.total).toBe('97.99')
  expect(
    rollUp({ ...published, execution: { weight: '10', rate: null, score: '10' } }, older).awarded.total,
  ).toBe('98')
})

describe('a total is marked incomplete', () => {
  const change = (indicator: Indicator, more: Partial<Project> = {}) =>
    rollUp({ ...published, ...more, indicators: [...published.indicators, indicator] }, older)
  test.each<[string, Indicator]>([
    ['when an actual is missing', row(['产出指标', '≥5次', '', '5', null])],
    ['when a weight is missing', row(['产出指标', '≥5次', '5次', null, null])],
    ['when a bound proves nothing', row(['产出指标', '≥5次', '>3次', '5', null])],
    ['when a grade is needed', row(['产出指标', '健全', '不错', '5', null])],
  ])('%s, which counts 0', (_, indicator) => {
    const score = change(indicator)
    expect(score.incomplete).toBe(true)
    expect(score.rule.total).toBe('99.99')
  })
  test('when execution cannot be computed', () =>
    expect(rollUp({ ...published, funds: [] }, older)).toMatchObject({
      incomplete: true,
      rule: { total: '90' },
    }))
  test('but not by a row that is not applicable, nor by the mid-term column', () => {
    const excluded = row(['效益指标', '不适用', '', '5', null])
    const midterm = row(['效益指标', '≥5次', '', '5', '5'], { period: 'midterm' })
    const score = rollUp({ ...published, indicators: [...published.indicators, excluded, midterm] }, older)
    expect(score).toMatchObject({ incomplete: false, totalWeight: '100', rule: { total: '99.99' } })
    expect(score.indicators).toHaveLength(9)
  })
  test('and an awarded score stands in for a missing rule score', () =>
    expect(change(row(['产出指标', '健全', '不错', '5', '4.5'])).awarded.total).toBe('102.49'))
})

describe('there is no total', () => {
  test('without weights', () =>
    expect(
      rollUp(
        {
          ...published,
          indicators: published.indicators.map((one) => ({ ...one, weight: null, score: null })),
        },
        older,
      ),
    ).toMatchObject({ rule: { total: null, grade: null }, awarded: { total: null, grade: null } }))
  test('without indicators', () =>
    expect(rollUp({ ...published, indicators: [] }, older).rule).toEqual({ total: null, grade: null }))
  test('on a declaration, where nothing is done yet', () => {
    const indicators = published.indicators.map((one) => ({ ...one, actual: parseActual(''), score: null }))
    expect(rollUp({ ...published, form: 'declaration', indicators }, older)).toMatchObject({
      rule: { total: null },
      awarded: { total: null },
      totalWeight: '90',
      incomplete: false,
    })
  })
})

describe('grades follow the thresholds of the scheme', () => {
  test.each([
    ['100', '优'],
    ['90', '优'],
    ['89.99', '良'],
    ['80', '良'],
    ['79.99', '中'],
    ['60', '中'],
    ['59.99', '差'],
    ['0', '差'],
  ])('%s is %s', (total, grade) => expect(gradeOf(older, total)).toBe(grade))
  test('no total has no grade', () => expect(gradeOf(older, null)).toBeNull())
  test('other thresholds, other grades', () =>
    expect(
      gradeOf(
        {
          ...older,
          grades: [
            { name: '优', atLeast: '95' },
            { name: '良', atLeast: '0' },
          ],
        },
        '94',
      ),
    ).toBe('良'))
})

describe('a scheme is chosen', () => {
  const levels = (level1: string | null, level2: string | null) => [{ level1, level2 }]
  test.each([
    [2022, '成本指标', '经济成本指标', newer],
    [2026, '成 本指标', null, newer],
    [2026, '产出指标', '成本指标', older],
    [2022, '产出指标', '数量指标', older],
    [2026, '产出指标', '数量指标', newer],
    [null, '产出指标', '数量指标', older],
    [1999, null, null, older],
  ])('%s %s %s', (fiscalYear, level1, level2, scheme) =>
    expect(schemeFor({ fiscalYear, indicators: levels(level1, level2) }).id).toBe(scheme.id),
  )
  test.each([
    ['national-10-50-30-10', 2],
    ['no-such-scheme', 1],
  ])('there is no %s version %i', (id, version) => expect(schemeById(id, version)).toBeNull())
})

test('without satisfaction its points go to benefit, where the scheme says so', () => {
  const seen = ['成本指标', '产出指标', '效益指标']
  expect(level1WeightsFor(newer, seen)).toEqual({ 成本指标: '20', 产出指标: '40', 效益指标: '30' })
  expect(level1WeightsFor(newer, [...seen, '满意度 指标'])).toEqual(newer.level1Weights)
  expect(level1WeightsFor(older, seen)).toEqual(older.level1Weights)
})

describe('how an awarded score stands to the rule', () => {
  const rule = (target: string, actual: string) =>
    scoreIndicator(row(['产出指标', target, actual, '20', null]), older)
  test.each([
    ['19', '<=1%', '1%', 'The target is met, yet 19.00 is awarded, below the 20.00 of the rule'],
    ['8', '≥90%', '85%', '8.00 awarded, below the 18.89 of the rule'],
    ['20', '≥90%', '85%', '20.00 awarded, above the 18.89 of the rule'],
    ['18.89', '≥90%', '85%', '18.89 awarded, the same as by rule'],
    ['8', '≥90%', '', '8.00 awarded; there is no rule score yet'],
  ])('%s for %s with %s', (awarded, target, actual, sentence) =>
    expect(formatMessage(explainDifference(awarded, rule(target, actual)), 'en')).toBe(sentence),
  )
})
