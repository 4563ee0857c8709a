import { remembering } from '../remembering.ts'
import { formatTarget } from '../target.ts'
import type { FindingCode } from '../messages/findings-zh-CN.ts'
import {
  isDurationName,
  isHeadCountName,
  isRateName,
  isReactionTimeName,
  isSatisfactionName,
} from './name-kinds.ts'
import { indicatorCell, problem } from './rule.ts'
import type { Rule } from './rule.ts'
import { isLostUnit, isPerPeriod, isShareUnit, unitKind } from './unit-kinds.ts'
import type { UnitKind } from './unit-kinds.ts'

type Suspicion = Extract<FindingCode, `unit-unlike-name.${string}`>

const writing =
  /(刊物|期刊|简报|报告|文章|论文|稿件|报道|推文|专刊|月报|周报|年报)(编报|编发|编制|编写|编印|印发|刊发|发布|报送|撰写|提交)?(数量|篇数|份数|期数|数)?$/u
const thing =
  /(应用|系统|网站|软件|账号|平台|设备|单位|企业|机构|学校|社区|村|网点|站点|点位)(的)?(数量|个数|家数|数)$/u
const cost = /(成本|费用|金额|经费|单价|造价)$/u

const isAny = (kind: UnitKind, ...kinds: readonly UnitKind[]): boolean => kinds.includes(kind)

const suspect = remembering((nameAndUnit): Suspicion | null => {
  const [name = '', unit = ''] = nameAndUnit.split('\n')
  if (isShareUnit(unit))
    return isHeadCountName(name) || /(次数|天数|篇数|家数)$/u.test(name) ? 'unit-unlike-name.count' : null
  const kind = unitKind(unit)
  if (isSatisfactionName(name)) return kind === null ? null : 'unit-unlike-name.satisfaction'
  if (kind === null) return null
  // Failures per year and the like are rates of their own.
  if (isRateName(name)) return isPerPeriod(unit) ? null : 'unit-unlike-name.rate'
  if (isDurationName(name)) return kind === 'time' ? null : 'unit-unlike-name.duration'
  if (/天数$/u.test(name)) return kind === 'time' ? null : 'unit-unlike-name.duration'
  if (cost.test(name)) return kind === 'money' ? null : 'unit-unlike-name.cost'
  if (/人数$/u.test(name)) return isAny(kind, 'people', 'things') ? null : 'unit-unlike-name.heads'
  if (/(?<!人)次数$/u.test(name))
    return isAny(kind, 'organisations', 'machines', 'money', 'texts', 'time')
      ? 'unit-unlike-name.deeds'
      : null
  if (writing.test(name))
    return isAny(kind, 'organisations', 'machines', 'people') ? 'unit-unlike-name.texts' : null
  if (thing.test(name))
    return isAny(kind, 'deeds', 'time') || unit === '人次' ? 'unit-unlike-name.things' : null
  return null
})

/**
 * The unit does not fit what the name measures (2026 forms: 刊物编报 ≥10(家), 服务时间覆盖 ≥10(起)); a service window (7*24小时)
 * is no reaction time either.
 */
export const unitUnlikeName: Rule = {
  id: 'unit-unlike-name',
  find: ({ rows }) =>
    rows.flatMap(({ index, indicator, name, label }) => {
      const { target } = indicator
      const at = indicatorCell(index, 'target')
      if (target.kind === 'qualitative')
        return isReactionTimeName(name) && /^7\s*[*×xX]\s*24/u.test(target.raw)
          ? [problem('warn', at, 'unit-unlike-name.window', { name: label, target: target.raw })]
          : []
      if (target.kind !== 'quantitative' || target.unit === null || isLostUnit(target.unit)) return []
      // =100 % on a count is told by the rule about full rates.
      if (target.operator !== '>=' && target.value === '100' && isShareUnit(target.unit)) return []
      const code = suspect(`${name}\n${target.unit}`)
      if (code === null) return []
      const percent = code === 'unit-unlike-name.rate' || code === 'unit-unlike-name.satisfaction'
      const fix =
        percent && target.multiplier === 1 && /^(\d{1,2}(\.\d+)?|100)$/u.test(target.value)
          ? ({ field: 'target', value: formatTarget({ ...target, unit: '%' }) } as const)
          : null
      return [problem('warn', at, code, { name: label, target: target.raw, unit: target.unit }, fix)]
    }),
}
