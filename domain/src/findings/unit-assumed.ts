import { big, canonical, compareDecimals } from '../decimal.ts'
import { indicatorCell, problem } from './rule.ts'
import type { Rule } from './rule.ts'
import { isShareUnit } from './unit-kinds.ts'

/**
 * An actual without a unit takes its target's; only a share written as a fraction (0.85 for ≥ 90 %) is worth a word.
 */
export const unitAssumed: Rule = {
  id: 'unit-assumed',
  find: ({ rows }) =>
    rows.flatMap(({ index, indicator: { target, actual } }) => {
      if (actual.kind !== 'quantitative' || target.kind !== 'quantitative') return []
      if (!actual.assumed.includes('unit') || target.unit === null || !isShareUnit(target.unit)) return []
      if (compareDecimals(actual.value, '0') <= 0 || compareDecimals(actual.value, '1') > 0) return []
      if (compareDecimals(target.value, '10') < 0) return []
      const percent = `${canonical(big(actual.value).times(100))}%`
      const params = { actual: actual.raw, taken: `${actual.value}%`, percent }
      const fix = { field: 'actual', value: percent } as const
      return [problem('warn', indicatorCell(index, 'actual'), 'unit-assumed', params, fix)]
    }),
}
