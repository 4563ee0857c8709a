import type { FundPeriod, FundSource, FundStage, GoalPeriod } from '@biaochi/domain'
import type { Layout } from '../layout.ts'

/** The fields of a project that forms print as label and value. */
export type FieldName =
  | 'name'
  | 'nature'
  | 'category'
  | 'supervisor'
  | 'implementer'
  | 'startDate'
  | 'endDate'
  | 'periodLabel'
  | 'governmentProcurement'
  | 'performanceType'

/** Which amount a label announces; `side` null where left and right print the same label. */
export interface FundSlot {
  readonly side: 'left' | 'right' | null
  readonly source: FundSource
}

/** What a cell of a form's head means. */
export type HeadLabel =
  | { readonly kind: 'field'; readonly field: FieldName }
  | { readonly kind: 'fund'; readonly slot: FundSlot }
  | { readonly kind: 'goal'; readonly period: GoalPeriod }
  /** A caption of rows or columns: no data of its own. */
  | { readonly kind: 'caption' }
  /** A label that forms print and the product has no field for. */
  | { readonly kind: 'unkept' }

const field = (name: FieldName): HeadLabel => ({ kind: 'field', field: name })
const fund = (side: FundSlot['side'], source: FundSource): HeadLabel => ({
  kind: 'fund',
  slot: { side, source },
})
const goal = (period: GoalPeriod): HeadLabel => ({ kind: 'goal', period })
const caption: HeadLabel = { kind: 'caption' }
const unkept: HeadLabel = { kind: 'unkept' }

const common: Readonly<Record<string, HeadLabel>> = {
  项目名称: field('name'),
  项目性质: field('nature'),
  项目属性: field('nature'),
  项目类别: field('category'),
  项目类型: field('category'),
  主管部门: field('supervisor'),
  主管部门名称: field('supervisor'),
  主管部门及代码: field('supervisor'),
  主管单位: field('supervisor'),
  实施单位: field('implementer'),
  实施单位名称: field('implementer'),
  项目实施单位: field('implementer'),
  项目单位: field('implementer'),
  申报单位: field('implementer'),
  申报单位名称: field('implementer'),
  计划开始日期: field('startDate'),
  项目开始日期: field('startDate'),
  开始日期: field('startDate'),
  计划完成日期: field('endDate'),
  计划结束日期: field('endDate'),
  项目完成日期: field('endDate'),
  完成日期: field('endDate'),
  项目期: field('periodLabel'),
  项目期限: field('periodLabel'),
  是否含有政府购买服务: field('governmentProcurement'),
  绩效类型: field('performanceType'),
  项目资金: caption,
  项目绩效目标: caption,
  绩效目标: caption,
  绩效指标: caption,
  总体目标: caption,
  '(元)': caption,
  '(万元)': caption,
  '资金(元)': caption,
  '资金(万元)': caption,
  '单位:元': caption,
  '单位:万元': caption,
  项目负责人: unkept,
  负责人: unkept,
  联系人: unkept,
  联系电话: unkept,
  填报人: unkept,
  填表人: unkept,
  填报日期: unkept,
  项目编码: unkept,
  项目编号: unkept,
  项目代码: unkept,
  单位编码: unkept,
  预算单位: unkept,
}

const byLayout: Readonly<Record<Layout, Readonly<Record<string, HeadLabel>>>> = {
  'declaration-2026': {
    项目资金总额: fund('left', 'all'),
    财政资金: fund('left', 'fiscal'),
    年度资金申请总额: fund('right', 'all'),
    年度资金总额: fund('right', 'all'),
    当年财政拨款: fund('right', 'fiscal'),
    年度财政拨款: fund('right', 'fiscal'),
    上年结转资金: fund('right', 'carryover'),
    上年结转: fund('right', 'carryover'),
    其他资金: fund(null, 'other'),
    项目总目标: goal('total'),
    总目标: goal('total'),
    年度总体目标: goal('annual'),
    年度目标: goal('annual'),
  },
  'self-evaluation-2022': {
    年度资金总额: fund('left', 'all'),
    资金总额: fund('left', 'all'),
    当年财政拨款: fund('left', 'fiscal'),
    财政拨款: fund('left', 'fiscal'),
    上年结转资金: fund('left', 'carryover'),
    上年结转: fund('left', 'carryover'),
    其他资金: fund('left', 'other'),
    预期目标: goal('expected'),
    实际完成情况: goal('achieved'),
    年度总体目标: caption,
    年度目标: caption,
    年度总体目标完成情况: caption,
    年初设定目标: goal('expected'),
    年初预期目标: goal('expected'),
    年度预期目标: goal('expected'),
    年度总体目标完成情况综述: goal('achieved'),
    目标实际完成情况: goal('achieved'),
    年度目标完成情况: goal('achieved'),
    全年实际完成情况: goal('achieved'),
    年初预算数: caption,
    全年预算数: caption,
    全年执行数: caption,
    分值: caption,
    执行率: caption,
    得分: caption,
  },
  'declaration-midterm-2023': {
    中期资金总额: fund('left', 'all'),
    年度资金总额: fund('right', 'all'),
    年度资金申请总额: fund('right', 'all'),
    财政拨款: fund(null, 'fiscal'),
    财政资金: fund(null, 'fiscal'),
    当年财政拨款: fund('right', 'fiscal'),
    其他资金: fund(null, 'other'),
    上年结转资金: fund('right', 'carryover'),
    中期目标: goal('midterm'),
    年度目标: goal('annual'),
    年度总体目标: goal('annual'),
  },
  'declaration-2020': {},
}

// Sources go by many names (本年财政拨款, 一般公共预算拨款, 单位自筹资金).
const sources: readonly (readonly [RegExp, FundSource])[] = [
  [/^(?:上年|以前年度|上年度)结[转余](?:资金|结余)?$/, 'carryover'],
  [/^(?:本年|当年|年度|全年|本级)?(?:财政|一般公共预算)(?:性|预算)?(?:拨款|资金|拨款收入|补助)$/, 'fiscal'],
  [/^(?:其他|其它|单位|自筹|自有|单位自筹|单位自有)(?:资金|收入)$/, 'other'],
]

const fundOf = (text: string): HeadLabel | null => {
  const source = sources.find(([pattern]) => pattern.test(text))?.[1]
  return source === undefined ? null : fund(null, source)
}

const prefix = /^(?:其中|(?:\d|[一二三四五六七八九])[.、])[:,]?/
const suffix = /\([^()]*\)$/

/** What a cell's key means in the head of a layout, or null where it is no label. */
export function headLabel(layout: Layout, key: string): HeadLabel | null {
  if (key === '' || key.length > 40) return null
  const table = byLayout[layout]
  const find = (text: string): HeadLabel | null =>
    Object.hasOwn(table, text)
      ? (table[text] ?? null)
      : Object.hasOwn(common, text)
        ? (common[text] ?? null)
        : null
  const bare = key.replace(prefix, '')
  const short = bare.replace(suffix, '').replace(/:+$/, '')
  return find(bare) ?? find(short) ?? fundOf(short)
}

/** Every head label of a layout, to recognise one that is broken over cells or rows. */
export const headWords = (layout: Layout): readonly string[] =>
  [...Object.keys(common), ...Object.keys(byLayout[layout])].filter((word) => word.length >= 3)

/** The periods and stages the two sides of a layout's funds table stand for. */
export const fundSides: Readonly<
  Record<
    Layout,
    Readonly<Record<'left' | 'right', { readonly period: FundPeriod; readonly stage: FundStage }>>
  >
> = {
  'declaration-2026': {
    left: { period: 'total', stage: 'requested' },
    right: { period: 'annual', stage: 'requested' },
  },
  'declaration-midterm-2023': {
    left: { period: 'midterm', stage: 'requested' },
    right: { period: 'annual', stage: 'requested' },
  },
  'self-evaluation-2022': {
    left: { period: 'annual', stage: 'initial' },
    right: { period: 'annual', stage: 'initial' },
  },
  'declaration-2020': {
    left: { period: 'total', stage: 'requested' },
    right: { period: 'annual', stage: 'requested' },
  },
}
