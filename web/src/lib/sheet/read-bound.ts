import { multiplyDecimals, parseActual, parseDecimal } from '@biaochi/domain'
import type { DecimalText } from '@biaochi/domain'

export type ReadBound =
  | { readonly kind: 'none' }
  | { readonly kind: 'number'; readonly value: DecimalText; readonly unit: string | null }
  | { readonly kind: 'unreadable' }

/** A bound of a range of numbers: 12, 22.5, １２. */
export function readNumberBound(text: string): ReadBound {
  if (text.trim() === '') return { kind: 'none' }
  const value = parseDecimal(text.trim())
  return value === null ? { kind: 'unreadable' } : { kind: 'number', value, unit: null }
}

/** A bound as one types a quantity: 95%, 1.5万人次, 12; 万 and 亿 are multiplied out. */
export function readQuantityBound(text: string): ReadBound {
  if (text.trim() === '') return { kind: 'none' }
  const read = parseActual(text)
  if (read.kind !== 'quantitative') return { kind: 'unreadable' }
  const value = read.multiplier === 1 ? read.value : multiplyDecimals(read.value, String(read.multiplier))
  return { kind: 'number', value, unit: read.unit }
}
