import { compareDecimals } from '../decimal.ts'
import { isBlank } from './is-blank.ts'
import { indicatorCell, problem } from './rule.ts'
import type { Rule } from './rule.ts'

/** Points off need a reason; systems in use refuse to submit without one (domain.md §5). */
export const scoreWithoutReason: Rule = {
  id: 'score-without-reason',
  find: ({ annual }) =>
    annual.flatMap(({ index, indicator: { weight, score, reason } }) =>
      weight !== null && score !== null && compareDecimals(score, weight) < 0 && isBlank(reason)
        ? [problem('block', indicatorCell(index, 'reason'), 'score-without-reason', { score, weight })]
        : [],
    ),
}
