import { compareDecimals, equalDecimals, subtractDecimals, sumDecimals } from '../decimal.ts'
import { amountOf, fundParts, fundPeriods, fundStages } from './amount-of.ts'
import { fundCell, problem } from './rule.ts'
import type { Rule } from './rule.ts'

/**
 * Where sources are printed, they add up to the total of their stage (2022 forms: fiscal 700000 above the total 560000;
 * a total over sources of 0). A stage with blank sources only is not split and says nothing.
 */
export const fundSourcesDiffer: Rule = {
  id: 'fund-sources-differ',
  find: ({ project }) =>
    fundPeriods.flatMap((period) =>
      fundStages.flatMap((stage) => {
        const total = amountOf(project, period, 'all', stage)
        const parts = fundParts.flatMap((source) => amountOf(project, period, source, stage) ?? [])
        if (total === null || parts.length === 0) return []
        const sum = sumDecimals(parts)
        if (equalDecimals(sum, total)) return []
        const above = compareDecimals(sum, total) > 0
        const difference = above ? subtractDecimals(sum, total) : subtractDecimals(total, sum)
        const params = { sum, total, difference }
        const code = above ? 'fund-sources-differ.above' : 'fund-sources-differ.below'
        return [problem('explain', fundCell(period, 'all', stage), code, params)]
      }),
    ),
}
