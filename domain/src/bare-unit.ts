import { beginsWithCount, isKnownUnit, isLostUnit } from './unit.ts'
import type { Head } from './read-head.ts'

interface Surroundings extends Omit<Head, 'operator'> {
  readonly operator: string | null
  readonly value: string
  readonly expectedUnit: string | null
}

const word = /^[\p{L}\p{So}°²³/·]{1,12}[23]?$/u
const share = /^[%‰](?:\/\p{L}{1,4})?$/u
// 台(套), 人(次), 个(套)/年: two counting words, the second in parentheses.
const alternatives = /^(\p{Script=Han}{1,2})\((\p{Script=Han}{1,2})\)(?:\/\p{L}{1,4})?$/u
const clause = /完成|通过|覆盖|达到|达标|实现|全部|以[上下内]|超过|[均已按及和与并的不]|[前底初]$/
const duration = /^(?:工作日|小时|分钟|秒|天|日|周|月|年)(?![度报刊次])./
const dated = /^(?:年|月|日|号|点|时|年度|月份|季度|季)$/
// 通过等保3级, 第12期: a rank, not an amount.
const rank = /^(?:级|等|期|届|楼|层|号|类|档|版|G|T|M|K|点|时|年|月|日|度|道|分)$/
const noun = /(?:率|度|比例|占比|比重|数|数量|量|时间|时长|时限|周期|成本|费用|金额|价格|得分|评分|均)$/

/** Whether the text behind a number is a unit, given what stands before the number. */
export function isBareUnit(unit: string, around: Surroundings): boolean {
  const { operator, label } = around
  if (unit === '') return operator !== null || label === '' || around.filled || noun.test(label)
  if (isLostUnit(unit) || share.test(unit)) return true
  const alike = alternatives.exec(unit)
  if (alike !== null) return isCounting(alike[1] ?? '') && isCounting(alike[2] ?? '')
  if (!word.test(unit)) return false
  const [base = '', ...per] = unit.split('/')
  if (base === '' || per.length > 2 || per.some((part) => part === '' || part.length > 4)) return false
  if (operator !== null) return isKnownUnit(base) || !(clause.test(unit) || duration.test(base))
  return unit === around.expectedUnit ? !isYear(base, around) : standsAlone(base, around)
}

// Without an operator only what is plainly a unit is one: 5G网络, 12345热线 and 2022年 stay words.
function standsAlone(unit: string, around: Surroundings): boolean {
  if (dated.test(unit)) return unit === '年' && !isYear(unit, around) && around.label === ''
  const plain = around.label === '' || around.filled || noun.test(around.label)
  if (!plain) return isKnownUnit(unit) && !rank.test(unit)
  return isKnownUnit(unit) || /^\p{Script=Han}$/u.test(unit) || isCountedNoun(unit)
}

const isCounting = (unit: string): boolean => isKnownUnit(unit) && beginsWithCount(unit)

const isCountedNoun = (unit: string): boolean =>
  unit.length <= 5 &&
  beginsWithCount(unit) &&
  /^\p{Script=Han}+$/u.test(unit) &&
  !clause.test(unit) &&
  !/^.[内之起]/.test(unit)

const isYear = (unit: string, around: Surroundings): boolean =>
  unit === '年' && /^(?:19|20)\d\d$/.test(around.value)
