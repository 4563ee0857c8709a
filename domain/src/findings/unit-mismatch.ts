import type { Indicator } from '../indicator.ts'
import type { Fix } from '../finding.ts'
import { checkActual } from '../check-actual.ts'
import { formatActual } from '../actual.ts'
import { indicatorCell } from './rule.ts'
import type { Rule } from './rule.ts'
import { isLostUnit } from './unit-kinds.ts'

const retyped = ({ target, actual }: Pick<Indicator, 'target' | 'actual'>): Fix | null => {
  if (target.kind !== 'quantitative' || actual.kind !== 'quantitative') return null
  if (target.unit === null || isLostUnit(target.unit)) return null
  return { field: 'actual', value: formatActual({ ...actual, unit: target.unit, assumed: [] }) }
}

/** The actual cannot be compared with its target: 80 % for ≥ 12 次, words for a number (domain.md §3: error at the cell). */
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
      return [{ severity: 'block', at, message: reason, fix: retyped(indicator) }]
    }),
}
