import { readForm } from '@biaochi/forms'
import type { FormReading } from '@biaochi/forms'
import type { Indicator, Measure } from '@biaochi/domain'

/** Rows are written with | for a tab, so that they can be read. */
const rows = (lines: readonly string[]): string => lines.map((line) => line.replaceAll('|', '\t')).join('\n')

const declarationHead = [
  '财政项目支出绩效目标申报表',
  '(2026年度)',
  '项目名称|河道保洁||项目性质|经常性专项业务费|项目类别|特定目标类',
  '主管部门|甲市水务局||实施单位|甲市河道所||',
  '计划开始日期|2026-01-01||计划完成日期|2026-12-31||',
  '项目资金(元)|项目资金总额:||年度资金申请总额:||100,000.00|',
  '项目绩效目标|项目总目标|||年度总体目标||',
  '|||||河道全年干净。||',
]
const declarationTable = '|一级指标|二级指标|三级指标||年度(/项目)指标值|'
const evaluationHead = [
  '财政项目支出绩效自评表',
  '(2022年度)',
  '项目名称||河道保洁',
  '主管部门||甲市水务局|||实施单位|甲市河道所',
  '项目资金(元)|||年初预算数|全年预算数|全年执行数|分值|执行率|得分',
  '|||年度资金总额||100.00|100.00|50.00|10|50.00%|5',
]
const evaluationTable =
  '绩效指标|一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因分析及改进措施'
const midtermHead = [
  '项目支出绩效目标申报表',
  '(2023年度)',
  '项目名称||河道保洁|||||',
  '实施单位||甲市河道所|||||',
  '项目属性||延续项目|||项目期||长期',
  '项目资金(万元)|中期资金总额:|450||年度资金总额:|150||',
]
const midtermTable = '绩效指标|一级指标|二级指标|三级指标|指标值|二级指标|三级指标|指标值'

/** A 2026 declaration around rows of indicators. */
export const declaration = (...table: readonly string[]): string =>
  rows([...declarationHead, declarationTable, ...table])
/** A self-evaluation around rows of indicators. */
export const evaluation = (...table: readonly string[]): string =>
  rows([...evaluationHead, evaluationTable, ...table])
/** A declaration with a mid-term column around rows of indicators. */
export const midterm = (...table: readonly string[]): string => rows([...midtermHead, midtermTable, ...table])
/** Lines of a form's head only. */
export const head = (...lines: readonly string[]): string => rows(lines)

const show = (measure: Measure): string =>
  measure.kind === 'missing' ? '·' : measure.raw === '' ? '（不适用）' : measure.raw

/** An indicator as one line: levels, name, target and, where there is one, actual, points and reason. */
export function line(indicator: Indicator): string {
  const { period, level1, level2, name, target, actual, weight, score, reason } = indicator
  const cells = [level1 ?? '·', level2 ?? '·', name ?? '·', show(target)]
  if (weight !== null || score !== null || actual.kind !== 'missing')
    cells.push(show(actual), weight ?? '·', score ?? '·')
  if (reason !== null) cells.push(reason)
  return (period === 'midterm' ? '中期 ' : '') + cells.join(' | ')
}

/** The indicators of a text, one line each. */
export const indicatorsOf = (text: string): readonly string[] =>
  readForm(text).projects.flatMap(({ project }) => project.indicators.map(line))

/** What the reader says, as "line rule". */
export const rulesOf = (reading: FormReading): readonly string[] =>
  reading.findings.map(({ line: at, rule }) => `${at} ${rule}`)

/** Every cell of every non-blank line is data, boilerplate or named by a finding that covers its line. */
export function unaccounted(reading: FormReading): readonly number[] {
  return reading.lineUses
    .filter(({ line: at, uses }) => {
      const named = reading.findings.some((finding) => finding.line <= at && at <= finding.lastLine)
      return uses.some((use) => use === 'open' || (use === 'named' && !named))
    })
    .map(({ line: at }) => at)
}
