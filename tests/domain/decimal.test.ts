import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import {
  averageDecimals,
  big,
  compareDecimals,
  equalDecimals,
  formatFixed2,
  parseAmount,
  parseDecimal,
  sumDecimals,
} from '@biaochi/domain'

describe('parseDecimal reads', () => {
  test.each([
    ['12', '12'],
    ['12.00', '12'],
    ['22.50', '22.5'],
    ['1,234,567.89', '1234567.89'],
    ['１，２３４．５０', '1234.5'],
    ['９。５', '9.5'],
    ['1 234 567', '1234567'],
    ['  9.98\n', '9.98'],
    ['-0.5', '-0.5'],
    ['－３', '-3'],
    ['+3', '3'],
    ['-0.00', '0'],
    ['007', '7'],
    ['0.0000000001', '0.0000000001'],
    ['99.9999', '99.9999'],
    ['123456789012345678', '123456789012345678'],
  ])('%j as %s', (text, value) => expect(parseDecimal(text)).toBe(value))
})

describe('parseDecimal finds no number in', () => {
  test.each([
    '',
    ' ',
    '-',
    '.',
    '.5',
    '5.',
    '1.2.3',
    '1。2。3',
    '9。',
    '1..2',
    '1,2',
    '1,23',
    '1234,567',
    '12,3456',
    '1e5',
    '0x10',
    'NaN',
    'Infinity',
    '12次',
    '5%',
    '4万',
    '--5',
    '5-',
    '三',
    '1234567890123456789',
    '0.12345678901',
    '\u0000',
    '9'.repeat(1_000_000),
  ])('%j', (text) => expect(parseDecimal(text)).toBeNull())
})

describe('parseAmount is in 元', () => {
  test.each([
    ['5.5', '元', '5.5'],
    ['5.5', '万元', '55000'],
    ['64.323', '万元', '643230'],
    ['0.00', '元', '0'],
    ['1,263,685.00', '元', '1263685'],
    ['8.5万元', '元', '85000'],
    ['85000元', '万元', '85000'],
    ['1.2亿元', '元', '120000000'],
    ['¥300', '元', '300'],
  ] as const)('%s printed on a form in %s is %s', (text, unit, value) =>
    expect(parseAmount(text, unit)).toBe(value),
  )
  test.each(['', '元', '万', '五万元', '12美元', '1..2万元'])('%j is no amount', (text) =>
    expect(parseAmount(text, '元')).toBeNull(),
  )
})

test('a sum of decimals is exact and canonical', () => {
  expect(sumDecimals(['0.1', '0.2', '22.5', '22.5'])).toBe('45.3')
  expect(sumDecimals([])).toBe('0')
  expect(sumDecimals(['1', '-1'])).toBe('0')
})

const written = fc
  .tuple(
    fc.constantFrom('', '-'),
    fc.bigInt({ min: 0n, max: 10n ** 20n }),
    fc.stringMatching(/^(\.\d{1,6})?$/),
  )
  .map((parts) => parts.join(''))

test('decimals are compared and added up as big.js does, also when they are not canonical', () => {
  fc.assert(
    fc.property(written, written, (a, b) => {
      expect(compareDecimals(a, b)).toBe(big(a).cmp(big(b)))
      expect(equalDecimals(a, b)).toBe(big(a).eq(big(b)))
      expect(sumDecimals([a, b, '0.5'])).toBe(big(a).plus(big(b)).plus('0.5').toFixed())
    }),
  )
  for (const [a, b] of [
    ['0', '0.00'],
    ['0', '-0'],
    ['9', '10'],
    ['9.5', '9'],
    ['100', '100.00'],
  ] as const)
    expect(compareDecimals(a, b)).toBe(big(a).cmp(big(b)))
})

test('an average is rounded half-up from the exact sum', () => {
  expect(averageDecimals('1', 3)).toBe('0.33')
  expect(averageDecimals('0.01', 2)).toBe('0.01')
  expect(averageDecimals('-0.01', 2)).toBe('-0.01')
  expect(averageDecimals('0', 0)).toBeNull()
})

test('two printed decimals are rounded half-up', () => {
  expect(formatFixed2('9')).toBe('9.00')
  expect(formatFixed2('9.995')).toBe('10.00')
})

test('a canonical decimal reads as itself', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: 0n, max: 10n ** 18n - 1n }),
      fc.integer({ min: 0, max: 9999 }),
      (whole, places) => {
        const text = parseDecimal(`${whole}.${String(places).padStart(4, '0')}`)
        expect(text).not.toBeNull()
        expect(parseDecimal(text ?? '')).toBe(text)
      },
    ),
  )
})
