import { compareDecimals } from '../decimal.ts'
import { formatTarget } from '../target.ts'
import { isRateName, isSatisfactionName } from './name-kinds.ts'
import { indicatorCell, problem } from './rule.ts'
import type { Rule } from './rule.ts'

/** A target that is a bare number: of what? A rate's unit is obvious and offered. */
export const unitMissing: Rule = {
  id: 'unit-missing',
  find: ({ rows }) =>
    rows.flatMap(({ index, indicator: { target }, name }) => {
      if (target.kind !== 'quantitative' || target.unit !== null) return []
      const percent =
        (isRateName(name) || isSatisfactionName(name)) &&
        compareDecimals(target.value, '1') > 0 &&
        compareDecimals(target.value, '100') <= 0
      const fix = percent
        ? ({ field: 'target', value: formatTarget({ ...target, unit: '%' }) } as const)
        : null
      return [problem('warn', indicatorCell(index, 'target'), 'unit-missing', { target: target.raw }, fix)]
    }),
}
