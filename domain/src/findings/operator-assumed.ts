import type { Operator } from '../quantity.ts'
import { formatTarget } from '../target.ts'
import {
  isDurationName,
  isLimitedName,
  isRateName,
  isSatisfactionName,
  isUnwantedName,
} from './name-kinds.ts'
import { indicatorCell, problem } from './rule.ts'
import type { Rule } from './rule.ts'
import type { Row } from './context.ts'

const likely = ({ name, indicator: { target } }: Row): Operator => {
  if (target.kind === 'quantitative' && target.unit === '%' && target.value === '100') return '='
  if (isRateName(name) || isSatisfactionName(name)) return '>='
  if (isDurationName(name)) return /响应|处理|处置|解决|修复|办理|办结|时限|耗时/u.test(name) ? '<=' : '>='
  return isUnwantedName(name) || isLimitedName(name) ? '<=' : '>='
}

/** No comparison is printed (40台, 100%): it is read as "=", and the likely one is offered (domain.md §3). */
export const operatorAssumed: Rule = {
  id: 'operator-assumed',
  find: ({ rows }) =>
    rows.flatMap((row) => {
      const { target } = row.indicator
      if (target.kind !== 'quantitative') return []
      if (target.operator !== null && !target.assumed.includes('operator')) return []
      const value = formatTarget({ ...target, operator: likely(row), assumed: [] })
      const at = indicatorCell(row.index, 'target')
      return [problem('warn', at, 'operator-assumed', { target: target.raw }, { field: 'target', value })]
    }),
}
