import { scaleDecimals, sumDecimals } from '@biaochi/domain'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

describe('scaleDecimals', () => {
  for (const [values, total, becomes] of [
    ['10 20 30', '90', '15 30 45'],
    ['1 1 1', '100', '33.34 33.33 33.33'],
    ['1 1 1', '10', '3.34 3.33 3.33'],
    ['1 2', '0.01', '0 0.01'],
    ['12.5 12.5 25', '100', '25 25 50'],
    ['90', '100', '100'],
    ['0 5', '10', '0 10'],
    ['', '100', ''],
    ['0 0', '100', ''],
    ['-1 2', '100', ''],
    ['1 2', '0', ''],
  ] as const)
    test(`${values || 'nothing'} to ${total} is ${becomes || 'nothing'}`, () => {
      const given = values === '' ? [] : values.split(' ')
      expect(scaleDecimals(given, total).join(' ')).toBe(becomes)
    })

  test('always has the total as its sum, and no share is off by a hundredth', () => {
    const cents = fc.integer({ min: 1, max: 10_000 })
    fc.assert(
      fc.property(fc.array(cents, { minLength: 1, maxLength: 30 }), cents, (values, total) => {
        const shares = scaleDecimals(
          values.map((value) => (value / 100).toFixed(2)),
          (total / 100).toFixed(2),
        )
        expect(Number(sumDecimals(shares))).toBe(total / 100)
        const sum = values.reduce((all, value) => all + value, 0)
        shares.forEach((share, index) => {
          expect(Math.abs(Number(share) - ((values[index] ?? 0) * total) / sum / 100)).toBeLessThan(0.0101)
        })
      }),
    )
  })
})
