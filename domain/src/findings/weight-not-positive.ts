import { compareDecimals } from '../decimal.ts'
import { indicatorCell, problem } from './rule.ts'
import type { Rule } from './rule.ts'

/** Every indicator is worth more than nothing (domain.md §5); rows 不适用 may say 0. */
export const weightNotPositive: Rule = {
  id: 'weight-not-positive',
  find: ({ annual }) =>
    annual.flatMap(({ index, indicator: { weight } }) =>
      weight !== null && compareDecimals(weight, '0') <= 0
        ? [problem('block', indicatorCell(index, 'weight'), 'weight-not-positive', { weight })]
        : [],
    ),
}
