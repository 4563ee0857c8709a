import type { DecimalText } from './decimal.ts'

/** How a quantity is compared. */
export type Operator = '>=' | '<=' | '=' | '>' | '<'

/** 1, 万 or 亿, printed between number and unit. */
export type Multiplier = 1 | 10000 | 100000000

/** What was not printed and had to be taken from elsewhere. */
export type Assumption = 'operator' | 'unit'

/** A number that was read: real quantity = value × multiplier, in `unit`. */
export interface Quantity {
  readonly kind: 'quantitative'
  readonly operator: Operator | null
  readonly value: DecimalText
  readonly multiplier: Multiplier
  /** As printed, width folded, period included ("次/周"); "??" is a unit that was lost. */
  readonly unit: string | null
  readonly raw: string
  readonly assumed: readonly Assumption[]
  /** 余 or 多 (with operator '>'), 近, 约 or 左右 (operator as printed). */
  readonly approximate: boolean
}
