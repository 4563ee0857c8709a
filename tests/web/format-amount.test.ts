import { formatAmount, formatSigned } from '@biaochi/web/format-amount'
import { describe, expect, test } from 'vitest'

describe('formatAmount', () => {
  for (const [amount, yuan, wan] of [
    ['0', '0', '0'],
    ['5', '5', '0.0005'],
    ['9999.5', '9,999.5', '0.99995'],
    ['10000', '10,000', '1'],
    ['558822.6', '558,822.6', '55.88226'],
    ['12345678900', '12,345,678,900', '1,234,567.89'],
    ['-120000', '-120,000', '-12'],
  ] as const) {
    test(`${amount} 元 is ${yuan} 元 or ${wan} 万元`, () => {
      expect([formatAmount(amount, '元'), formatAmount(amount, '万元')]).toEqual([yuan, wan])
    })
  }

  test('a difference says its sign', () => {
    expect(['2.5', '0', '-0.06'].map(formatSigned)).toEqual(['+2.5', '0', '−0.06'])
  })
})
