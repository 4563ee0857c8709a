import { formatActual } from './actual.ts'
import type { Actual } from './actual.ts'
import { big, compareDecimals, divideHalfUp, equalDecimals, multiplyDecimals } from './decimal.ts'
import type { DecimalText } from './decimal.ts'
import { normalizeText } from './fold.ts'
import { message } from './message.ts'
import type { Message } from './message.ts'
import type { Quantity } from './quantity.ts'
import { formatTarget } from './target.ts'
import type { Target } from './target.ts'
import { isLostUnit, scaleOf } from './unit.ts'

/** Target and actual in the target's unit without multiplier, or why they have no common unit. */
export type Comparison =
  | { readonly kind: 'comparable'; readonly target: DecimalText; readonly actual: DecimalText }
  | { readonly kind: 'mismatch'; readonly reason: Message }

/**
 * Brings an actual into the base unit of its target (10000万 = 1亿, 90分钟 against 小时). Units that measure different
 * things do not compare: percent and number, money and count, per month and in all, workdays and days.
 */
export function compareQuantities(target: Quantity, actual: Quantity): Comparison {
  const wantedUnit = knownUnit(target)
  const givenUnit = knownUnit(actual)
  const wanted = realValue(target)
  const given = realValue(actual)
  const mismatch = (code: string): Comparison => ({
    kind: 'mismatch',
    reason: message(code, { target: formatTarget(target), actual: formatActual(actual) }),
  })
  if (givenUnit === null) {
    const ambiguous = target.multiplier !== 1 && actual.multiplier === 1 && wantedUnit !== null
    return ambiguous
      ? mismatch('actual.multiplier-ambiguous')
      : { kind: 'comparable', target: wanted, actual: given }
  }
  if (wantedUnit === null || sameUnit(wantedUnit, givenUnit))
    return { kind: 'comparable', target: wanted, actual: given }
  const to = scaleOf(wantedUnit)
  const from = scaleOf(givenUnit)
  if (to.per !== from.per) return mismatch('actual.period-mismatch')
  if (to.dimension !== from.dimension && to.dimension !== null && from.dimension !== null)
    return mismatch('actual.unit-mismatch')
  if (
    to.dimension !== from.dimension &&
    [to.dimension, from.dimension].some((one) => one !== null && one !== 'count')
  )
    return mismatch('actual.unit-mismatch')
  // The quotient of two factors may be periodic, so both sides are brought to the common base instead.
  return {
    kind: 'comparable',
    target: multiplyDecimals(wanted, to.factor),
    actual: multiplyDecimals(given, from.factor),
  }
}

/** Why an actual cannot be compared with its target, the reason shown at the cell; null when it can or nothing is there. */
export function checkActual(target: Target, actual: Actual): Message | null {
  if (actual.kind === 'invalid') return actual.reason
  if (target.kind !== 'quantitative') return null
  if (actual.kind === 'qualitative')
    return message('actual.words-for-number', { target: formatTarget(target), actual: actual.text })
  if (actual.kind !== 'quantitative') return null
  const comparison = compareQuantities(target, actual)
  return comparison.kind === 'mismatch' ? comparison.reason : null
}

/** Whether two comparable quantities are counted in different words (家 for 个): not wrong, but worth saying. */
export function differsInUnit(target: Target, actual: Actual): boolean {
  if (target.kind !== 'quantitative' || actual.kind !== 'quantitative') return false
  const wanted = knownUnit(target)
  const given = knownUnit(actual)
  if (wanted === null || given === null || sameUnit(wanted, given)) return false
  const { dimension } = scaleOf(wanted)
  const convertible = dimension !== null && dimension !== 'count'
  return !convertible && checkActual(target, actual) === null
}

/** How much of the target is reached, in percent with 2 decimals (1700次 of ≥300次 → 566.67); null when it cannot be said. */
export function attainment(target: Target, actual: Actual): DecimalText | null {
  if (target.kind !== 'quantitative' || actual.kind !== 'quantitative') return null
  const comparison = compareQuantities(target, actual)
  if (comparison.kind === 'mismatch' || compareDecimals(comparison.target, '0') <= 0) return null
  // As much as was promised is the most usual case by far.
  if (equalDecimals(comparison.actual, comparison.target)) return '100'
  return divideHalfUp(big(comparison.actual).times(100), big(comparison.target))
}

/** The number a quantity means, in its unit: 4万 is 40000. */
export const realValue = ({ value, multiplier }: Quantity): DecimalText =>
  multiplier === 1 ? value : multiplyDecimals(value, String(multiplier))

// A lost unit (??) is as good as none.
const knownUnit = ({ unit }: Quantity): string | null => (isLostUnit(unit) ? null : unit)

// 家 and 家企业 are one unit: the longer one only names what is counted.
function sameUnit(a: string, b: string): boolean {
  if (a === b) return true
  const left = normalizeText(a)
  const right = normalizeText(b)
  if (left === right || left.toLowerCase() === right.toLowerCase()) return true
  const [short, long] = left.length < right.length ? [left, right] : [right, left]
  return long.startsWith(short) && scaleOf(short).dimension === 'count' && !/[次/]$|\//.test(long)
}
