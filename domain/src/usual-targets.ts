import { isDurationName, isHeadCountName, isReactionTimeName, isShareName } from './findings/name-kinds.ts'
import { plainName } from './findings/plain-name.ts'

const general = ['%', '次', '个', '人次', '家', '项', '份', '人', '件', '天', '万元']

const fitting = (name: string): readonly string[] => {
  if (isReactionTimeName(name)) return ['小时', '分钟', '个工作日', '天']
  if (isDurationName(name)) return ['小时', '天', '小时/天', '个月']
  if (isShareName(name)) return ['%', '‰']
  if (isHeadCountName(name)) return ['人', '人次', '万人次']
  if (/(成本|费用|金额|经费|单价|造价)$/u.test(name)) return ['万元', '元', '元/人']
  return /频次|频率/u.test(name) ? ['次/月', '次/周', '次/年'] : []
}

/** The units a target of this name usually has: those that fit the name, then those used nearby, then the common ones. */
export const usualUnits = (name: string | null, nearby: readonly string[] = []): readonly string[] => [
  ...new Set([...fitting(plainName(name)), ...nearby, ...general]),
]

/** What a target in words usually says; 不适用 takes the row out of the scoring. */
export const usualStandards: readonly string[] = [
  '提升',
  '健全',
  '完善',
  '及时',
  '有效',
  '良好',
  '达标',
  '不适用',
]
