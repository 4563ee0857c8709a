import { indicatorCell, problem } from './rule.ts'
import type { Rule } from './rule.ts'

/** A row without a third-level name. */
export const nameMissing: Rule = {
  id: 'name-missing',
  find: ({ rows }) =>
    rows
      .filter(({ name }) => name === '')
      .map(({ index }) => problem('block', indicatorCell(index, 'name'), 'name-missing')),
}
