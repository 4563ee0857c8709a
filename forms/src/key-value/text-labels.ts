import type { FundPeriod, FundStage, NarrativeKey } from '@biaochi/domain'
import type { FieldName } from '../head/head-labels.ts'

/** What a label of the 2020 target form announces. */
export type TextLabel =
  | { readonly kind: 'field'; readonly field: FieldName }
  | { readonly kind: 'narrative'; readonly key: NarrativeKey }
  | { readonly kind: 'fund'; readonly period: FundPeriod; readonly stage: FundStage }
  /** A heading: nothing belongs to it. */
  | { readonly kind: 'heading' }
  | { readonly kind: 'unkept' }

const field = (name: FieldName): TextLabel => ({ kind: 'field', field: name })
const narrative = (key: NarrativeKey): TextLabel => ({ kind: 'narrative', key })
const fund = (period: FundPeriod, stage: FundStage): TextLabel => ({ kind: 'fund', period, stage })

const labels: readonly (readonly [string, TextLabel])[] = [
  ['申报单位名称', field('implementer')],
  ['申报单位', field('implementer')],
  ['主管部门', field('supervisor')],
  ['项目名称', field('name')],
  ['项目类别', field('category')],
  ['项目性质', field('nature')],
  ['计划开始日期', field('startDate')],
  ['计划完成日期', field('endDate')],
  ['计划结束日期', field('endDate')],
  ['是否含有政府购买服务', field('governmentProcurement')],
  ['绩效类型', field('performanceType')],
  ['项目概况', narrative('项目概况')],
  ['立项依据', narrative('立项依据')],
  ['项目设立的必要性', narrative('必要性')],
  ['项目设立必要性', narrative('必要性')],
  ['保证项目实施的制度、措施', narrative('制度措施')],
  ['保证项目实施的制度,措施', narrative('制度措施')],
  ['保证项目实施的制度和措施', narrative('制度措施')],
  ['保证项目实施的制度措施', narrative('制度措施')],
  ['保证项目实施的制度与措施', narrative('制度措施')],
  ['项目实施计划', narrative('实施计划')],
  ['项目总目标及阶段性目标', narrative('总目标')],
  ['总目标及阶段性目标', narrative('总目标')],
  ['项目总预算', fund('total', 'requested')],
  ['项目当年预算', fund('annual', 'requested')],
  ['同名项目上年预算额', fund('prior', 'initial')],
  ['同名项目上年预算执行数', fund('prior', 'executed')],
  ['本项目上年度市级财政资金使用情况', { kind: 'heading' }],
  ['项目负责人', { kind: 'unkept' }],
  ['联系人', { kind: 'unkept' }],
  ['联系电话', { kind: 'unkept' }],
  ['填报日期', { kind: 'unkept' }],
]

/** A label found in running text. */
export interface FoundLabel {
  readonly label: TextLabel
  /** As printed, without its colon. */
  readonly printed: string
  readonly from: number
  /** Where its value begins. */
  readonly to: number
  readonly unit: '元' | '万元' | null
}

const escape = (char: string): string => char.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
const spread = (word: string): string =>
  [...word].map((char) => (char === '、' || char === ',' ? '[、,，]' : escape(char))).join('\\s*')
const words = labels.map(([word]) => word).sort((a, b) => b.length - a.length)
const unit = '(?:\\s*[(（]\\s*(万?\\s*元)\\s*[)）])?'
// A label stands at the start of a line or behind white space, and ends with a colon or its line.
const pattern = new RegExp(
  `(?<![^\\s])(${words.map(spread).join('|')})${unit}[^\\S\\n]*(?:[:：∶﹕]|(?=\\n|$))`,
  'gu',
)
const fold = (text: string): string => text.replace(/\s/g, '').replace(/[,，]/g, '、')
const byWord = new Map(labels.map(([word, label]) => [fold(word), label]))

/** Every label in a text, in its order. */
export function findLabels(text: string): readonly FoundLabel[] {
  const found: FoundLabel[] = []
  for (const match of text.matchAll(pattern)) {
    const printed = match[1] ?? ''
    const label = byWord.get(fold(printed))
    if (label === undefined) continue
    const money = match[2]?.replace(/\s/g, '')
    found.push({
      label,
      printed: printed.replace(/\s/g, ''),
      from: match.index,
      to: match.index + match[0].length,
      unit: money === '元' || money === '万元' ? money : null,
    })
  }
  return found
}
