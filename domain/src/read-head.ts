import { mentionsOperator, operatorBefore } from './read-operator.ts'
import type { Operator } from './quantity.ts'
import type { FoundOperator } from './read-operator.ts'

/** What stands before the number of a quantity. */
export interface Head {
  readonly label: string
  readonly operator: Operator | null
  readonly approximate: boolean
  readonly negative: boolean
  /** 周 of 每周≥2次 */
  readonly per: string | null
  /** 达到, 完成, 共 …: the number that follows is the value itself. */
  readonly filled: boolean
}

const filler =
  /(?:达到|(?<![发到传下送抵表])达|(?<![认行成作])为|(?<!不)是|共计|合计|总计|累计|(?<![公中])共|已?完成|实现|保持在?|稳定在|:)$/
const about = /(?:大约|大概|(?<![节预大公条签集制契违履])约|(?<![附最靠邻就远])近|接近|将近|≈|~)$/
const every = /(?:平均|至少)?(?:每个?(年|季度|季|月|周|天|日|小时)|(年|季|月|周|日)均)$/
const decline = /(?:下降|降低|减少|缩短|压缩|节约|节省|下调|减轻|压减|缩减|回落|降幅|倒退)$/
const maxLabel = 40

/**
 * Label, period, operator and 约 of the text before a number; null when that text is more than a label. A decline
 * (下降5%) is words: without its label the number would mean the opposite.
 */
export function readHead(text: string): Head | null {
  if (text.length > maxLabel + 20) return null
  let rest = text
  let operator: Operator | null = null
  let approximate = false
  let per: string | null = null
  let filled = false
  const negative = /(?:^|[≥≤<>=于至达为过约近])-$/.test(rest)
  if (negative || /(?:^|[≥≤<>=于至达为过约近])\+$/.test(rest)) rest = rest.slice(0, -1)
  // Each turn takes one word off the end, so the loop is as long as the text at most.
  for (;;) {
    const near = about.exec(rest)
    const found: FoundOperator | null = near === null && operator === null ? operatorBefore(rest) : null
    const period = every.exec(rest)
    const filling = filler.exec(rest)
    if (near !== null) {
      approximate = true
      rest = rest.slice(0, near.index)
    } else if (found !== null) {
      operator = found.operator
      rest = rest.slice(0, found.from)
    } else if (period !== null && per === null) {
      per = period[1] ?? period[2] ?? null
      rest = rest.slice(0, period.index)
    } else if (filling !== null) {
      filled = true
      rest = rest.slice(0, filling.index)
    } else break
  }
  return isLabel(rest) ? { label: rest, operator, approximate, negative, per, filled } : null
}

const isLabel = (text: string): boolean =>
  text === '' ||
  (text.length <= maxLabel &&
    !/[,。;、!?*×/]|第$|前$|[每各]|[的比较未不.(]$/.test(text) &&
    !decline.test(text) &&
    !mentionsOperator(text))
