import type { Indicator } from '../indicator.ts'
import { formatActual } from '../actual.ts'
import { attainment } from '../check-actual.ts'
import type { DecimalText } from '../decimal.ts'
import { formatTarget } from '../target.ts'

/** The actual as percent of a target one wants much of, with both as text; null where that means nothing. */
export function overshoot({
  target,
  actual,
}: Pick<Indicator, 'target' | 'actual'>): { percent: DecimalText; target: string; actual: string } | null {
  if (target.kind !== 'quantitative' || actual.kind !== 'quantitative') return null
  if (target.operator === '<=' || target.operator === '<') return null
  if (actual.operator === '<=' || actual.operator === '<') return null
  const percent = attainment(target, actual)
  return percent === null ? null : { percent, target: formatTarget(target), actual: formatActual(actual) }
}
