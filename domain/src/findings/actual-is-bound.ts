import { indicatorCell, problem } from './rule.ts'
import type { Rule } from './rule.ts'

/** 7000余条 or >50个 is no measured value: it may prove "met", but a form with it is not submitted (domain.md §3). */
export const actualIsBound: Rule = {
  id: 'actual-is-bound',
  find: ({ rows }) =>
    rows.flatMap(({ index, indicator: { actual } }) => {
      if (actual.kind !== 'quantitative') return []
      const bound = actual.operator !== null && actual.operator !== '='
      if (!bound && !actual.approximate) return []
      const code = actual.approximate ? 'actual-is-bound.approximate' : 'actual-is-bound'
      return [problem('block', indicatorCell(index, 'actual'), code, { actual: actual.raw })]
    }),
}
