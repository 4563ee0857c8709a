import { compareDecimals } from '../decimal.ts'
import type { DecimalText } from '../decimal.ts'
import type { CellRef, Fix } from '../finding.ts'
import { indicatorCell, problem } from './rule.ts'
import type { Problem, Rule } from './rule.ts'

const check = (
  at: CellRef,
  weight: DecimalText | null,
  score: DecimalText | null,
  fix: Fix | null,
): readonly Problem[] => {
  if (score === null) return []
  if (compareDecimals(score, '0') < 0)
    return [problem('block', at, 'score-above-weight.negative', { score }, fix)]
  return weight !== null && compareDecimals(score, weight) > 0
    ? [problem('block', at, 'score-above-weight', { score, weight }, fix)]
    : []
}

/** Nobody gets more points than there are, nor fewer than none; execution included. */
export const scoreAboveWeight: Rule = {
  id: 'score-above-weight',
  find: ({ project, rows }) => [
    ...check(
      { of: 'execution', field: 'score' },
      project.execution?.weight ?? null,
      project.execution?.score ?? null,
      null,
    ),
    ...rows.flatMap(({ index, indicator, ruleScore }) =>
      check(
        indicatorCell(index, 'score'),
        indicator.weight,
        indicator.score,
        ruleScore?.kind === 'scored' ? { field: 'score', value: ruleScore.score } : null,
      ),
    ),
  ],
}
