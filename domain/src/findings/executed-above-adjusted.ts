import { compareDecimals, subtractDecimals } from '../decimal.ts'
import type { FundSource } from '../project.ts'
import { amountOf, fundParts } from './amount-of.ts'
import { fundCell, problem } from './rule.ts'
import type { Context } from './context.ts'
import type { Problem, Rule } from './rule.ts'

const check = ({ project }: Context, source: FundSource): readonly Problem[] => {
  const adjusted = amountOf(project, 'annual', source, 'adjusted')
  const executed = amountOf(project, 'annual', source, 'executed')
  if (adjusted === null || executed === null || compareDecimals(executed, adjusted) <= 0) return []
  const params = { executed, adjusted, difference: subtractDecimals(executed, adjusted) }
  return [problem('explain', fundCell('annual', source, 'executed'), 'executed-above-adjusted', params)]
}

/** More was spent than the year's budget allows: capped when scored, and explained (domain.md §4). */
export const executedAboveAdjusted: Rule = {
  id: 'executed-above-adjusted',
  find(context) {
    const total = check(context, 'all')
    return total.length > 0 ? total : fundParts.flatMap((source) => check(context, source))
  },
}
