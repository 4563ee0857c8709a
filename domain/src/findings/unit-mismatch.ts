import { checkActual } from '../check-actual.ts'
import { indicatorCell } from './rule.ts'
import type { Rule } from './rule.ts'

/**
 * The actual cannot be compared with its target: 80 % for ≥ 12 次, words for a number (domain.md §3: error at the cell).
 * No fix is offered: the number itself may be wrong with its unit.
 */
export const unitMismatch: Rule = {
  id: 'unit-mismatch',
  find: ({ rows }) =>
    rows.flatMap(({ index, indicator }) => {
      const { target, actual } = indicator
      if (actual.kind === 'missing' || actual.kind === 'invalid') return []
      if (target.kind === 'missing' || target.kind === 'invalid') return []
      const reason = checkActual(target, actual)
      if (reason === null) return []
      const at = indicatorCell(index, 'actual')
      return [{ severity: 'block', at, message: reason, fix: null }]
    }),
}
