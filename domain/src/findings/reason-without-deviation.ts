import { formatActual } from '../actual.ts'
import { big, equalDecimals } from '../decimal.ts'
import { formatTarget } from '../target.ts'
import { isBlank } from './is-blank.ts'
import { overshoot } from './overshoot.ts'
import { indicatorCell, problem } from './rule.ts'
import type { Rule } from './rule.ts'

/**
 * A deviation is explained where there is none: met, full score (published 2022 form, 99.3 % against ≥ 90 %).
 * From half way to `farAboveTarget` on, the text may well explain how the target was outdone.
 */
export const reasonWithoutDeviation: Rule = {
  id: 'reason-without-deviation',
  find: ({ annual, scheme }) =>
    annual.flatMap(({ index, indicator, ruleScore }) => {
      if (isBlank(indicator.reason) || ruleScore?.kind !== 'scored' || !ruleScore.met) return []
      if (indicator.weight === null || !equalDecimals(indicator.score, indicator.weight)) return []
      const percent = overshoot(indicator)
      if (percent === null || big(percent).times(2).gte(big(scheme.farAboveTarget).plus(100))) return []
      const params = { target: formatTarget(indicator.target), actual: formatActual(indicator.actual) }
      return [problem('warn', indicatorCell(index, 'reason'), 'reason-without-deviation', params)]
    }),
}
