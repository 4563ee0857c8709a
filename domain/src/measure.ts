import { foldNumber, foldWidth, tidyText } from './fold.ts'
import { message } from './message.ts'
import type { Message } from './message.ts'
import type { Quantity, QuantityParts } from './quantity.ts'
import { formatQuantity } from './quantity.ts'
import { foldOperators } from './read-operator.ts'
import { readQuantity } from './read-quantity.ts'
import { reasonUnreadable } from './reason-unreadable.ts'
import { spellOutPercentage } from './chinese-numeral.ts'

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

/** The one way to say that nothing is there. */
export const missing: Missing = { kind: 'missing' }

/** The longest text that is still looked at; what is longer is no value of a cell. */
export const maxMeasureLength = 1000

/** Text as the grammar reads it: width folded, white space only left between digits, operators one character each. */
export function foldMeasure(text: string): string {
  const folded = foldNumber(text)
    .replace(/(?<!\d) | (?!\d)/g, '')
    .replace(/[。;,、!]+$/, '')
  const wrapped = /^\(([^()]*)\)$/.exec(folded)?.[1] ?? folded
  return spellOutPercentage(foldOperators(wrapped))
}

/** Reads any measure; `assume` adds to the parts of a quantity what the context knows. */
export function readMeasure(
  text: string,
  expectedUnit: string | null,
  assume: (parts: QuantityParts) => Pick<Quantity, 'unit' | 'assumed'>,
): Measure {
  if (text.length > maxMeasureLength)
    return text.trim() === ''
      ? missing
      : { kind: 'invalid', raw: text, reason: message('measure.too-long', { max: String(maxMeasureLength) }) }
  const folded = foldMeasure(text)
  if (foldWidth(text) === '') return missing
  if (/^(?:不适用|不涉及|n\/a)$/i.test(folded)) return { kind: 'not-applicable', raw: text }
  const parts = readQuantity(folded, expectedUnit)
  if (parts !== null) return { kind: 'quantitative', ...parts, ...assume(parts), raw: text }
  const reason = reasonUnreadable(folded)
  return reason === null
    ? { kind: 'qualitative', text: tidyText(text), raw: text }
    : { kind: 'invalid', raw: text, reason }
}

/** Canonical text of a measure; what could not be read stays as typed. */
export function formatMeasure(measure: Measure): string {
  switch (measure.kind) {
    case 'quantitative':
      return formatQuantity(measure)
    case 'qualitative':
      return measure.text
    case 'not-applicable':
      return '不适用'
    case 'missing':
      return ''
    case 'invalid':
      return measure.raw
  }
}
