import type { Indicator } from '../indicator.ts'
import { big, compareDecimals, divideHalfUp } from '../decimal.ts'
import type { DecimalText } from '../decimal.ts'
import { checkActual, formatActual, formatTarget } from '../stubs.ts'

/** The actual as percent of a target one wants much of, with both as text; null where that means nothing. */
export function overshoot({
  target,
  actual,
}: Pick<Indicator, 'target' | 'actual'>): { percent: DecimalText; target: string; actual: string } | null {
  if (target.kind !== 'quantitative' || actual.kind !== 'quantitative') return null
  if (target.operator === '<=' || target.operator === '<') return null
  if (actual.operator === '<=' || actual.operator === '<') return null
  if (compareDecimals(target.value, '0') <= 0 || checkActual(target, actual) !== null) return null
  const reached = big(actual.value).times(actual.multiplier).times(100)
  const percent = divideHalfUp(reached, big(target.value).times(target.multiplier))
  return { percent, target: formatTarget(target), actual: formatActual(actual) }
}
