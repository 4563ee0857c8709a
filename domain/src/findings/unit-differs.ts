import { differsInUnit } from '../check-actual.ts'
import { formatActual } from '../actual.ts'
import { formatTarget } from '../target.ts'
import { indicatorCell, problem } from './rule.ts'
import type { Rule } from './rule.ts'

/** Target and actual count with two different words (≥ 20 家, actual 18个): comparable, yet somebody meant something. */
export const unitDiffers: Rule = {
  id: 'unit-differs',
  find: ({ rows }) =>
    rows.flatMap(({ index, indicator: { target, actual } }) => {
      if (target.kind !== 'quantitative' || actual.kind !== 'quantitative') return []
      if (!differsInUnit(target, actual)) return []
      const params = { target: formatTarget(target), actual: formatActual(actual) }
      const value = formatActual({ ...actual, unit: target.unit, assumed: [] })
      const at = indicatorCell(index, 'actual')
      return [problem('warn', at, 'unit-differs', params, { field: 'actual', value })]
    }),
}
