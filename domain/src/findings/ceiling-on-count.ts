import { formatTarget } from '../target.ts'
import { isCountName, isLimitedName, isUnwantedName } from './name-kinds.ts'
import { indicatorCell, problem } from './rule.ts'
import type { Rule } from './rule.ts'
import { isShareUnit, unitKind } from './unit-kinds.ts'

const doing = /^(开展|举办|组织|完成|实施|举行|提供|发布|建设|新建|培训|宣传|检查|巡检|服务|支持|资助)/u

/** "At most" on a plain count of what one wants to be done (开展运维项目数量 ≤ 132) rewards doing nothing. */
export const ceilingOnCount: Rule = {
  id: 'ceiling-on-count',
  find: ({ rows }) =>
    rows.flatMap(({ index, indicator: { target }, name, label, level }) => {
      if (target.kind !== 'quantitative' || (target.operator !== '<=' && target.operator !== '<')) return []
      if (level === 'cost' || !(isCountName(name) || doing.test(name))) return []
      if (isUnwantedName(name) || isLimitedName(name)) return []
      const kind = target.unit === null || isShareUnit(target.unit) ? null : unitKind(target.unit)
      if (kind === null || kind === 'time' || kind === 'money' || target.value === '0') return []
      const value = formatTarget({ ...target, operator: '>=' })
      const at = indicatorCell(index, 'target')
      const params = { name: label, target: target.raw }
      return [problem('warn', at, 'ceiling-on-count', params, { field: 'target', value })]
    }),
}
