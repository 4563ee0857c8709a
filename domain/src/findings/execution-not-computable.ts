import { amountOf } from './amount-of.ts'
import { fundCell, problem } from './rule.ts'
import type { Rule } from './rule.ts'

/** Without a budget, or without the amounts, there is no execution rate to score (domain.md §4: 0/0 is explained). */
export const executionNotComputable: Rule = {
  id: 'execution-not-computable',
  find({ project, score, isEvaluation, annual }) {
    if (score.execution.kind === 'not-computable')
      return [
        problem('explain', { of: 'execution', field: 'rate' }, 'execution-not-computable', {
          executed: amountOf(project, 'annual', 'all', 'executed') ?? '0',
          adjusted: amountOf(project, 'annual', 'all', 'adjusted') ?? '0',
        }),
      ]
    if (score.execution.kind !== 'missing' || !isEvaluation || annual.length === 0) return []
    return (['adjusted', 'executed'] as const).flatMap((stage) =>
      amountOf(project, 'annual', 'all', stage) === null
        ? [problem('explain', fundCell('annual', 'all', stage), `execution-not-computable.${stage}`)]
        : [],
    )
  },
}
