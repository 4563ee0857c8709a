import { multiplyDecimals } from './decimal.ts'
import type { DecimalText } from './decimal.ts'
import { foldNumber } from './fold.ts'

const plainNumber = /^([-+]?)(\d+|\d{1,3}(?:[, ]\d{3})+)(\.\d+)?$/
const maxIntegerDigits = 18
const maxFractionDigits = 10

/**
 * Canonical decimal of a printed number: full-width digits, thousands separators (comma or blank) and a sign are read,
 * 万 and 亿 are not; null for anything else and beyond 18 digits before or 10 after the point.
 */
export function parseDecimal(text: string): DecimalText | null {
  if (text.length > 200) return null
  const found = plainNumber.exec(foldNumber(text))
  if (found === null) return null
  const [, sign = '', printed = '', fraction = ''] = found
  const digits = printed.replace(/[, ]/g, '').replace(/^0+(?=\d)/, '')
  const places = fraction.replace(/0+$/, '')
  if (digits.length > maxIntegerDigits || places.length > maxFractionDigits + 1) return null
  const magnitude = places.length > 1 ? digits + places : digits
  return sign === '-' && magnitude !== '0' ? `-${magnitude}` : magnitude
}

/** An amount in 元 as canonical decimal; a unit printed behind the number (元, 万元, 亿元) goes before `unit`. */
export function parseAmount(text: string, unit: '元' | '万元'): DecimalText | null {
  if (text.length > 200) return null
  const found = /^[¥￥]?(.*?)(元|万元|亿元|万|亿)?$/.exec(foldNumber(text))
  const value = parseDecimal(found?.[1] ?? '')
  if (value === null) return null
  const printed = found?.[2] ?? unit
  if (printed.startsWith('亿')) return multiplyDecimals(value, '100000000')
  return printed.startsWith('万') ? multiplyDecimals(value, '10000') : value
}
