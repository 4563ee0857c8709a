import type { Indicator } from '../indicator.ts'
import { attainment } from '../check-actual.ts'
import type { DecimalText } from '../decimal.ts'

/** The actual as percent of a target one wants much of; null where that means nothing. */
export function overshoot({ target, actual }: Pick<Indicator, 'target' | 'actual'>): DecimalText | null {
  if (target.kind !== 'quantitative' || actual.kind !== 'quantitative') return null
  if (target.operator === '<=' || target.operator === '<') return null
  if (actual.operator === '<=' || actual.operator === '<') return null
  return attainment(target, actual)
}
