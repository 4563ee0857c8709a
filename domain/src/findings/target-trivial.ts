import { compareDecimals } from '../decimal.ts'
import { indicatorCell, problem } from './rule.ts'
import type { Rule } from './rule.ts'

/** A target nobody can miss: at least 0, more than a negative number (domain.md §3). */
export const targetTrivial: Rule = {
  id: 'target-trivial',
  find: ({ rows }) =>
    rows.flatMap(({ index, indicator: { target } }) => {
      if (target.kind !== 'quantitative') return []
      const sign = compareDecimals(target.value, '0')
      const trivial = (target.operator === '>=' && sign <= 0) || (target.operator === '>' && sign < 0)
      if (!trivial) return []
      return [problem('warn', indicatorCell(index, 'target'), 'target-trivial', { target: target.raw })]
    }),
}
