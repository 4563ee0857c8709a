import { describe, expect, test } from 'vitest'
import { formatMessage, schemes, scoreExecution } from '@biaochi/domain'
import type { Fund, Scheme } from '@biaochi/domain'

const scheme = (scoreExecutionFrom: Scheme['scoreExecutionFrom']): Scheme => {
  const [national] = schemes
  if (national === undefined) throw new Error('there is no scheme')
  return { ...national, scoreExecutionFrom }
}
const fund = (stage: Fund['stage'], amount: string, more: Partial<Fund> = {}): Fund => ({
  period: 'annual',
  source: 'all',
  stage,
  amount,
  ...more,
})

describe('execution is executed ÷ adjusted budget', () => {
  test.each([
    ['558822.6', '560000', '99.79', '9.98', '9.98'],
    ['1263685', '1857600', '68.03', '6.8', '6.8'],
    ['6998185.82', '7879880', '88.81', '8.88', '8.88'],
    ['1383946', '1385174', '99.91', '9.99', '9.99'],
    ['6657303', '6660703', '99.95', '9.99', '10'],
    ['560000', '560000', '100', '10', '10'],
    ['560001', '560000', '100', '10', '10'],
    ['616000', '560000', '110', '10', '10'],
    ['0', '560000', '0', '0', '0'],
    ['-100', '560000', '-0.02', '0', '0'],
    ['1', '3', '33.33', '3.33', '3.33'],
    ['2', '3', '66.67', '6.67', '6.67'],
  ])(
    '%s of %s is %s %%, %s exact, %s from the displayed rate',
    (executed, adjusted, rate, exact, displayed) => {
      const funds = [fund('executed', executed), fund('adjusted', adjusted)]
      expect(scoreExecution(funds, scheme('exact'))).toMatchObject({ kind: 'scored', rate, score: exact })
      expect(scoreExecution(funds, scheme('displayed'))).toMatchObject({
        kind: 'scored',
        rate,
        score: displayed,
      })
    },
  )
})

describe('execution cannot be computed', () => {
  test.each([
    ['0', '0'],
    ['100', '0'],
    ['0', '-5'],
  ])('for %s of %s', (executed, adjusted) =>
    expect(
      scoreExecution([fund('executed', executed), fund('adjusted', adjusted)], scheme('exact')).kind,
    ).toBe('not-computable'),
  )
})

describe('execution is missing', () => {
  test.each<[string, Fund[]]>([
    ['without funds', []],
    ['without executed amount', [fund('adjusted', '100')]],
    ['without adjusted budget', [fund('executed', '100')]],
    [
      'with an initial budget only: no other budget stands in',
      [fund('initial', '100'), fund('executed', '50')],
    ],
    ['with a requested amount only', [fund('requested', '100'), fund('executed', '50')]],
    [
      'with one source only',
      [fund('adjusted', '100', { source: 'fiscal' }), fund('executed', '50', { source: 'fiscal' })],
    ],
    [
      'for the year before',
      [fund('adjusted', '100', { period: 'prior' }), fund('executed', '50', { period: 'prior' })],
    ],
  ])('%s', (_, funds) => expect(scoreExecution(funds, scheme('exact')).kind).toBe('missing'))
})

test('the score says how it came about', () => {
  const { explanation } = scoreExecution(
    [fund('executed', '558822.6'), fund('adjusted', '560000')],
    scheme('exact'),
  )
  expect(formatMessage(explanation, 'en')).toBe(
    '558822.6 executed ÷ 560000 adjusted = 99.79% → 10 × 558822.6/560000 = 9.98',
  )
})

test('more than the budget is capped and says that it must be explained', () => {
  const { explanation } = scoreExecution(
    [fund('executed', '616000'), fund('adjusted', '560000')],
    scheme('exact'),
  )
  expect(formatMessage(explanation, 'zh-CN')).toBe(
    '执行 616000 超过预算 560000（110.00%）→ 按满分 10.00 计，须作说明',
  )
})
