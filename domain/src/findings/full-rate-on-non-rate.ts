import type { FindingCode } from '../messages/findings-zh-CN.ts'
import { isCountName, isShareName } from './name-kinds.ts'
import { indicatorCell, problem } from './rule.ts'
import type { Rule } from './rule.ts'

type NonRate = Extract<FindingCode, `full-rate-on-non-rate.${string}`>

// Only what has no share to it: "完成检查" can be read as its completion rate and is left alone.
const kinds: readonly (readonly [RegExp, NonRate])[] = [
  [/(提升|增强|提高|改善|增进|加强|扩大|优化)$/u, 'full-rate-on-non-rate.direction'],
  [/(零|无)[^率]*(发生|事故|事件|投诉|故障|差错)$/u, 'full-rate-on-non-rate.absence'],
  [/\d+(天|小时|年)$/u, 'full-rate-on-non-rate.count'],
  [/(通过|通过验收|项目验收|完成验收|投入使用|上线|竣工|建成)$/u, 'full-rate-on-non-rate.event'],
]

const kindOf = (name: string): NonRate | null => {
  if (name === '' || isShareName(name)) return null
  const kind = kinds.find(([pattern]) => pattern.test(name))?.[1] ?? null
  return kind ?? (isCountName(name) ? 'full-rate-on-non-rate.count' : null)
}

/** =100 % asks for a whole of something that has no parts: an improvement, a single event, a plain count. */
export const fullRateOnNonRate: Rule = {
  id: 'full-rate-on-non-rate',
  find: ({ rows }) =>
    rows.flatMap(({ index, indicator: { target }, name, label }) => {
      if (target.kind !== 'quantitative' || target.unit !== '%' || target.value !== '100') return []
      if (target.operator !== '=' && target.operator !== null) return []
      const code = kindOf(name)
      if (code === null) return []
      return [problem('warn', indicatorCell(index, 'target'), code, { name: label, target: target.raw })]
    }),
}
