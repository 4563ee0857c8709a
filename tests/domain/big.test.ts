import { expect, test } from 'vitest'
import fc from 'fast-check'
import BigJs from 'big.js'
import { big, divideHalfUp, formatFixed2, roundHalfUp } from '@biaochi/domain'

// The library that calculated before is the judge. Digits of all lengths: short ones are kept as numbers, long ones not.
const judge = BigJs()
judge.DP = 20
judge.RM = 1
judge.PE = 1e6
judge.NE = -1e6
const cents = BigJs()
cents.DP = 2
cents.RM = 1
const decimal = fc
  .tuple(
    fc.boolean(),
    fc.oneof(fc.nat(200), fc.nat(), fc.bigInt({ min: 0n, max: 10n ** 28n })),
    fc.oneof(fc.constant(''), fc.stringMatching(/^\.\d{1,2}$/), fc.stringMatching(/^\.\d{1,20}$/)),
  )
  .map(([negative, whole, fraction]) => `${negative ? '-' : ''}${whole}${fraction}`)
const plain = (value: BigJs.Big): string => (value.eq(0) ? '0' : value.toFixed())
const agree = (check: (a: string, b: string) => void): void =>
  fc.assert(fc.property(decimal, decimal, check), { numRuns: 2_000 })

test('sums, differences and products are exact', () =>
  agree((a, b) => {
    expect(big(a).plus(b).toFixed()).toBe(plain(judge(a).plus(b)))
    expect(big(a).minus(b).toFixed()).toBe(plain(judge(a).minus(b)))
    expect(big(a).times(b).toFixed()).toBe(plain(judge(a).times(b)))
    expect(big(a).abs().toFixed()).toBe(plain(judge(a).abs()))
  }))

test('comparing sees every digit', () =>
  agree((a, b) => {
    expect(big(a).cmp(b)).toBe(judge(a).cmp(b))
    expect(big(a).eq(`${a}${a.includes('.') ? '' : '.'}000`)).toBe(true)
  }))

test('a quotient is rounded half-up once', () =>
  agree((a, b) => {
    fc.pre(!judge(b).eq(0))
    expect(divideHalfUp(big(a), big(b))).toBe(plain(cents(a).div(b)))
    expect(big(a).div(b).toFixed()).toBe(plain(judge(a).div(b)))
  }))

test('half of the last place goes away from zero', () => {
  expect(['0.125', '-0.125', '0.1249', '2.5', '-0.004'].map((text) => roundHalfUp(big(text)))).toEqual([
    '0.13',
    '-0.13',
    '0.12',
    '2.5',
    '0',
  ])
  expect(divideHalfUp(big('1'), big('8'))).toBe('0.13')
  expect(divideHalfUp(big('-1'), big('8'))).toBe('-0.13')
  expect(divideHalfUp(big('9007199254740991'), big('2'))).toBe('4503599627370495.5')
})

test('rounding and printing agree', () =>
  agree((a) => {
    expect(roundHalfUp(big(a))).toBe(plain(judge(a).round(2, 1)))
    expect(formatFixed2(a).replace(/^-(?=0\.00$)/, '')).toBe(
      judge(a)
        .toFixed(2, 1)
        .replace(/^-(?=0\.00$)/, ''),
    )
  }))

test.each(['', '-', '.', '.5', '5.', '-.5', '1.2.3', '1e5', '+1', '0x10', 'NaN', ' 1', '１', '--1'])(
  '%j is no decimal',
  (text) => expect(() => big(text)).toThrow(TypeError),
)

test('nothing is divided by zero', () => {
  expect(() => big('1').div('0.00')).toThrow(RangeError)
  expect(() => big('1'.repeat(40)).div('0')).toThrow(RangeError)
})
