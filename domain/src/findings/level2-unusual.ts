import { tidyText } from '../fold.ts'
import type { FindingCode } from '../messages/findings-zh-CN.ts'
import type { Fix } from '../finding.ts'
import type { Row } from './context.ts'
import {
  isCountName,
  isExecutionRateName,
  isOpinionName,
  isReactionTimeName,
  isTimelinessName,
  isUnwantedName,
} from './name-kinds.ts'
import { indicatorCell, problem } from './rule.ts'
import type { Rule } from './rule.ts'
import { isShareUnit, unitKind } from './unit-kinds.ts'

interface Doubt {
  readonly code: Extract<FindingCode, `level2-unusual.${string}`>
  readonly better: string | null
}

const countsThings = ({ indicator: { target }, name }: Row): boolean => {
  if (target.kind !== 'quantitative' || target.operator === '<=' || target.operator === '<') return false
  if (target.unit === null || isShareUnit(target.unit)) return false
  const kind = unitKind(target.unit)
  if (kind === null || kind === 'time' || kind === 'money') return false
  // A count of findings (威胁数, 问题数) is a number of results; a count of own faults is quality.
  return isCountName(name) && !(isUnwantedName(name) && target.value === '0')
}

const doubt = (row: Row): Doubt | null => {
  const { level, name } = row
  if (name === '' || level === null || level === 'management') return null
  if (isExecutionRateName(name))
    return level === 'cost' ? null : { code: 'level2-unusual.execution', better: null }
  if ((level === 'cost' || level === 'benefit') && isTimelinessName(name))
    return { code: 'level2-unusual.timeliness', better: '时效' }
  if (level === 'quality' && countsThings(row)) return { code: 'level2-unusual.count', better: '数量' }
  if (level === 'quantity' && isReactionTimeName(name))
    return { code: 'level2-unusual.timeliness', better: '时效' }
  if (level === 'satisfaction' && !isOpinionName(name))
    return { code: 'level2-unusual.not-satisfaction', better: null }
  if (
    level !== 'satisfaction' &&
    /满意度$|(群众|公众|对象|用户|学员|职工|居民|企业|人员|市民)满意率$/u.test(name)
  )
    return { code: 'level2-unusual.satisfaction', better: null }
  return null
}

const fixOf = (better: string | null, level2: string): Fix | null =>
  better === null ? null : { field: 'level2', value: level2.endsWith('指标') ? `${better}指标` : better }

/**
 * An indicator under a level 2 it does not belong to: 服务响应时间 under 成本, a head-count under 质量, an effect under 满意度
 * (all from published forms).
 */
export const level2Unusual: Rule = {
  id: 'level2-unusual',
  find: ({ rows }) =>
    rows.flatMap((row) => {
      const level2 = row.indicator.level2
      const found = level2 === null ? null : doubt(row)
      if (found === null || level2 === null) return []
      const at = indicatorCell(row.index, 'level2')
      return [
        problem(
          'warn',
          at,
          found.code,
          { name: row.label, level2: tidyText(level2) },
          fixOf(found.better, level2),
        ),
      ]
    }),
}
