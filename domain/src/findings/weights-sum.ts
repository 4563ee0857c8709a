import { equalDecimals, sumDecimals } from '../decimal.ts'
import { weightGoal } from '../weight-goal.ts'
import { problem } from './rule.ts'
import type { Rule } from './rule.ts'

/**
 * Weights of a self-evaluation sum to 100, those of a declaration, which has no execution yet, to 90; a
 * declaration that prints no weights at all is none of this rule's business (domain.md §4).
 */
export const weightsSum: Rule = {
  id: 'weights-sum',
  find({ project, scheme, annual, isEvaluation }) {
    const weights = annual.flatMap(({ indicator }) => (indicator.weight === null ? [] : [indicator.weight]))
    if (weights.length === 0 && (!isEvaluation || annual.length === 0)) return []
    const { total: expected, execution, hasExecution } = weightGoal(project, scheme)
    const indicators = sumDecimals(weights)
    const sum = sumDecimals([indicators, execution])
    if (equalDecimals(sum, expected)) return []
    const at = { of: 'project', field: 'totalWeight' } as const
    return hasExecution
      ? [problem('block', at, 'weights-sum.evaluation', { sum, expected, indicators, execution })]
      : [problem('block', at, 'weights-sum.declaration', { sum, expected })]
  },
}
