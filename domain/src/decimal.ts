import BigJs from 'big.js'
import type { Big } from 'big.js'
import { remembering } from './remembering.ts'

/** An exact decimal as canonical text: no exponent, no plus, no trailing zeros ("12", "22.5", "-0.5"). */
export type DecimalText = string

// Constructors of our own: settings of big.js are global to a constructor, and nobody else may change these.
const exact = BigJs()
exact.DP = 20
exact.RM = 1
exact.PE = 1e6
exact.NE = -1e6
const cents = BigJs()
cents.DP = 2
cents.RM = 1
cents.PE = 1e6
cents.NE = -1e6

/** A canonical decimal as a number to calculate with; throws on other text, which is a bug of the caller. */
// Reading is most of what big.js costs, the same few weights and rates come again and again, and its numbers never change.
export const big: (text: DecimalText) => Big = remembering((text) => exact(text))

/** Canonical text of a calculated number. */
export const canonical = (value: Big): DecimalText => value.toFixed()

/** numerator ÷ denominator, rounded half-up once, to 2 decimals, from the exact fraction. */
export const divideHalfUp = (numerator: Big, denominator: Big): DecimalText =>
  canonical(cents(numerator).div(denominator))

/** Half-up to 2 decimals, canonical ("9.444" → "9.44", "9.00" → "9"). */
export const roundHalfUp = (value: Big): DecimalText => canonical(value.round(2))

const isPlain = (text: DecimalText): boolean =>
  !text.startsWith('-') && !(text.endsWith('0') && text.includes('.'))

const integerDigits = (text: DecimalText): number => {
  const point = text.indexOf('.')
  return point < 0 ? text.length : point
}

/** -1, 0 or 1. */
export const compareDecimals = (a: DecimalText, b: DecimalText): -1 | 0 | 1 => {
  if (a === b) return 0
  if (!isPlain(a) || !isPlain(b)) return big(a).cmp(big(b))
  // Canonical text without a sign needs no reading: more digits before the point are more, and as many sort as text does.
  const longer = integerDigits(a) - integerDigits(b)
  return (longer === 0 ? a > b : longer > 0) ? 1 : -1
}

/** Whether two decimals are the same number; null only equals null. */
export const equalDecimals = (a: DecimalText | null, b: DecimalText | null): boolean =>
  a === b || (a !== null && b !== null && compareDecimals(a, b) === 0)

/** How many digits stand behind the point ("22.5" → 1). */
export const fractionDigits = (value: DecimalText): number =>
  value.length - Math.min(value.length, integerDigits(value) + 1)

/** The exact sum of decimals; "0" for none. */
export const sumDecimals = (values: readonly DecimalText[]): DecimalText => {
  // Whole numbers of the smallest place that occurs: adding is most of what scoring a form does, and this is half the price.
  const most = values.reduce((longest, value) => Math.max(longest, fractionDigits(value)), 0)
  if (most === 0) return String(values.reduce((sum, value) => sum + BigInt(value), 0n))
  const sum = values.reduce(
    (all, value) => all + BigInt(value.replace('.', '') + '0'.repeat(most - fractionDigits(value))),
    0n,
  )
  return canonical(exact(`${sum}e-${most}`))
}

/** The average of decimals from their exact sum, half-up to 2 decimals; null for none. */
export const averageDecimals = (sum: DecimalText, count: number): DecimalText | null =>
  count === 0 ? null : divideHalfUp(big(sum), big(String(count)))

/** a − b, exact. */
export const subtractDecimals = (a: DecimalText, b: DecimalText): DecimalText => canonical(big(a).minus(b))

/** a × b, exact. */
export const multiplyDecimals = (a: DecimalText, b: DecimalText): DecimalText => canonical(big(a).times(b))

/** With two decimals, as scores and rates are printed ("9" → "9.00"). */
export const formatFixed2 = (value: DecimalText): string => big(value).toFixed(2)

export type { Big }
