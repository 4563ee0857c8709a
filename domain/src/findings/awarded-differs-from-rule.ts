import { equalDecimals } from '../decimal.ts'
import { indicatorCell, problem } from './rule.ts'
import type { Rule } from './rule.ts'

/** The points awarded are not those of the scheme (domain.md §4: the rule score is a proposal, a difference is explained). */
export const awardedDiffersFromRule: Rule = {
  id: 'awarded-differs-from-rule',
  find: ({ annual }) =>
    annual.flatMap(({ index, indicator: { score, weight }, ruleScore }) => {
      if (score === null || weight === null || ruleScore?.kind !== 'scored') return []
      if (equalDecimals(score, ruleScore.score)) return []
      const code = ruleScore.met ? 'awarded-differs-from-rule.met' : 'awarded-differs-from-rule'
      const params = { score, weight, rule: ruleScore.score }
      return [
        problem('explain', indicatorCell(index, 'score'), code, params, {
          field: 'score',
          value: ruleScore.score,
        }),
      ]
    }),
}
