import type { Message } from './message.ts'
import type { Quantity } from './quantity.ts'

/** A value in words: 提升, 健全, 7*24小时, 2022年11月底前. */
export interface Words {
  readonly kind: 'qualitative'
  readonly text: string
  readonly raw: string
}

/** 不适用: a state of the row, not a value. */
export interface NotApplicable {
  readonly kind: 'not-applicable'
  readonly raw: string
}

/** Nothing is printed in the cell. */
export interface Missing {
  readonly kind: 'missing'
}

/** Text that looks like a number and is none: kept as typed, with the reason. */
export interface Invalid {
  readonly kind: 'invalid'
  readonly raw: string
  readonly reason: Message
}

/** What the text of a target or an actual means. */
export type Measure = Quantity | Words | NotApplicable | Missing | Invalid

/** 指标值. */
export type Target = Measure

/** 实际完成值; with operator '>' or '<' it is only a bound. */
export type Actual = Measure

/** The one way to say that nothing is there. */
export const missing: Missing = { kind: 'missing' }
