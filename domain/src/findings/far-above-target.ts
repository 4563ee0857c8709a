import { formatActual } from '../actual.ts'
import { compareDecimals } from '../decimal.ts'
import { formatTarget } from '../target.ts'
import { isBlank } from './is-blank.ts'
import { overshoot } from './overshoot.ts'
import { indicatorCell, problem } from './rule.ts'
import type { Rule } from './rule.ts'

/** A target outdone by far was too soft, or the number is wrong: from `farAboveTarget` percent on somebody says why. */
export const farAboveTarget: Rule = {
  id: 'far-above-target',
  find: ({ annual, scheme }) =>
    annual.flatMap(({ index, indicator, ruleScore }) => {
      // Who misses a target does not outdo it: most rows are told without a division.
      if (ruleScore?.met === false || !isBlank(indicator.reason)) return []
      const percent = overshoot(indicator)
      if (percent === null || compareDecimals(percent, scheme.farAboveTarget) < 0) return []
      const [target, actual] = [formatTarget(indicator.target), formatActual(indicator.actual)]
      const params = { percent, target, actual, limit: scheme.farAboveTarget }
      return [problem('explain', indicatorCell(index, 'actual'), 'far-above-target', params)]
    }),
}
