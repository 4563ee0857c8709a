import { compareDecimals } from '../decimal.ts'
import { amountOf } from './amount-of.ts'
import { fundCell, problem } from './rule.ts'
import type { Rule } from './rule.ts'

/** One year cannot ask for more than the whole project or its medium term. */
export const annualAboveTotal: Rule = {
  id: 'annual-above-total',
  find: ({ project }) =>
    (['total', 'midterm'] as const).flatMap((period) => {
      const total = amountOf(project, period, 'all', 'requested')
      const annual = amountOf(project, 'annual', 'all', 'requested')
      // A total of 0 beside a request is a column nobody filled in.
      if (total === null || annual === null || compareDecimals(total, '0') <= 0) return []
      if (compareDecimals(annual, total) <= 0) return []
      return [
        problem('warn', fundCell('annual', 'all', 'requested'), 'annual-above-total', { annual, total }),
      ]
    }),
}
