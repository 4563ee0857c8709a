import { indicatorCell, problem } from './rule.ts'
import type { Rule } from './rule.ts'

/** A row without points beside rows that have them: it would never be scored. */
export const weightMissing: Rule = {
  id: 'weight-missing',
  find: ({ annual }) =>
    annual.some(({ indicator }) => indicator.weight !== null)
      ? annual
          .filter(({ indicator }) => indicator.weight === null)
          .map(({ index }) => problem('block', indicatorCell(index, 'weight'), 'weight-missing'))
      : [],
}
