import type { DecimalText } from './decimal.ts'
import { formatOperator } from './read-operator.ts'
import { readQuantity } from './read-quantity.ts'
import { remembering } from './remembering.ts'
import { isKnownUnit } from './unit.ts'

/** How a quantity is compared. */
export type Operator = '>=' | '<=' | '=' | '>' | '<'

/** 1, 万 or 亿, printed between number and unit. */
export type Multiplier = 1 | 10000 | 100000000

/** What was not printed and had to be taken from elsewhere. */
export type Assumption = 'operator' | 'unit'

/** What stands in the text of a quantity. */
export interface QuantityParts {
  readonly operator: Operator | null
  readonly value: DecimalText
  readonly multiplier: Multiplier
  /** As printed, width folded, period included ("次/周"); "??" is a unit that was lost. */
  readonly unit: string | null
  /** 余 or 多 (with operator '>'), 近, 约 or 左右 (operator as printed). */
  readonly approximate: boolean
}

/** A number that was read: real quantity = value × multiplier, in `unit`. */
export interface Quantity extends QuantityParts {
  readonly kind: 'quantitative'
  readonly raw: string
  readonly assumed: readonly Assumption[]
}

const multipliers: Readonly<Record<Multiplier, string>> = { 1: '', 10000: '万', 100000000: '亿' }

/** Canonical text ("≥12次", "=100%", "≥10亿人次", "7000余条", "14小时/天"); reading it gives the same parts. */
export function formatQuantity(quantity: QuantityParts): string {
  const more = quantity.approximate && quantity.operator === '>'
  const operator = quantity.operator === null || more ? '' : formatOperator(quantity.operator)
  const about = quantity.approximate && !more ? '约' : ''
  const number = `${operator}${about}${quantity.value}${multipliers[quantity.multiplier]}${more ? '余' : ''}`
  if (quantity.unit === null) return number
  const bare = number + quantity.unit
  // Behind an operator a unit people use is read back as it stands; what else it may be is tried by reading it.
  const plain = operator !== '' && about === '' && isKnownUnit(quantity.unit)
  return plain || sameParts(readBare(bare), quantity) ? bare : `${number}(${quantity.unit})`
}

const readBare = remembering((text) => readQuantity(text, null))

const sameParts = (read: QuantityParts | null, quantity: QuantityParts): boolean =>
  read !== null &&
  read.operator === quantity.operator &&
  read.value === quantity.value &&
  read.multiplier === quantity.multiplier &&
  read.unit === quantity.unit &&
  read.approximate === quantity.approximate
