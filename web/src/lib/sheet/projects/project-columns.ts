import type { Fund, FundPeriod, FundSource, FundStage } from '@biaochi/domain'
import { m } from '#lib/i18n.ts'
import type { FieldId } from '../save.ts'
import type { ColumnId } from '../sheet-table.ts'
import type { ColumnSpec } from '../columns.ts'
import { fundFields, parseFundField, usualFunds } from './fund-fields.ts'

const names: Readonly<Record<string, () => string>> = {
  'project/name': m.column_project_name,
  'project/nature': m.column_nature,
  'project/category': m.column_category,
  'project/startDate': m.column_start_date,
  'project/endDate': m.column_end_date,
  'project/periodLabel': m.column_period_label,
  'execution/weight': m.column_execution_weight,
  'execution/score': m.column_execution_score,
  implementer: m.column_implementer,
  supervisor: m.column_supervisor,
  form: m.column_form,
  state: m.column_state,
  indicators: m.column_indicators,
  executionRate: m.column_execution_rate,
  ruleTotal: m.column_rule_total,
  ruleGrade: m.column_rule_grade,
  awardedTotal: m.column_awarded_total,
  awardedGrade: m.column_awarded_grade,
  findings: m.column_findings,
}

const periods: Readonly<Record<FundPeriod, (() => string) | null>> = {
  annual: null,
  total: m.fund_period_total,
  midterm: m.fund_period_midterm,
  prior: m.fund_period_prior,
}

const stages: Readonly<Record<FundStage, () => string>> = {
  requested: m.fund_stage_requested,
  initial: m.fund_stage_initial,
  adjusted: m.fund_stage_adjusted,
  executed: m.fund_stage_executed,
}

const sources: Readonly<Record<FundSource, () => string>> = {
  all: m.fund_source_all,
  fiscal: m.fund_source_fiscal,
  carryover: m.fund_source_carryover,
  other: m.fund_source_other,
}

/** An amount by stage and source, and by period where it is not the year itself. */
export function fundName(fund: Omit<Fund, 'amount'>): string {
  const [stage, source, period] = [stages[fund.stage](), sources[fund.source](), periods[fund.period]?.()]
  return period === undefined ? m.fund_column({ stage, source }) : m.fund_column_of({ period, stage, source })
}

/** What a column of the projects is called. */
export function projectColumnName(id: ColumnId | FieldId): string {
  const fund = parseFundField(id)
  return fund === null ? (names[id]?.() ?? '') : fundName(fund)
}

const number = { type: 'rightAligned', cellClass: 'is-number' }
const computed = { editable: false, cellClass: 'is-computed' }
const figure = { editable: false, type: 'rightAligned', cellClass: ['is-number', 'is-computed'] }

/** The columns of the projects; amounts that no project has are there to be shown, but hidden at first. */
export function projectColumns(usedFunds: ReadonlySet<string>): readonly ColumnSpec[] {
  const funds = (isUsual: boolean): readonly Omit<ColumnSpec, 'name'>[] =>
    fundFields
      .filter((id) => usualFunds.has(id) === isUsual)
      .map((id) => ({ id, width: 124, ...number, hide: !isUsual && !usedFunds.has(id) }))
  const columns: readonly Omit<ColumnSpec, 'name'>[] = [
    { id: 'project/name', width: 230, minWidth: 120, pinned: 'left', cellClass: 'is-name' },
    { id: 'implementer', width: 130, ...computed },
    ...funds(true),
    { id: 'executionRate', width: 76, ...figure },
    { id: 'ruleTotal', width: 84, ...figure },
    { id: 'ruleGrade', width: 78, ...computed },
    { id: 'awardedTotal', width: 84, ...figure },
    { id: 'awardedGrade', width: 78, ...computed },
    { id: 'findings', width: 150, ...computed },
    { id: 'state', width: 76, ...computed },
    { id: 'form', width: 70, ...computed },
    { id: 'indicators', width: 70, ...figure },
    { id: 'project/nature', width: 110 },
    { id: 'project/category', width: 110 },
    { id: 'project/startDate', width: 96 },
    { id: 'project/endDate', width: 96 },
    { id: 'project/periodLabel', width: 96 },
    { id: 'execution/weight', width: 80, ...number },
    { id: 'execution/score', width: 80, ...number },
    ...funds(false),
    { id: 'supervisor', width: 140, ...computed },
  ]
  return columns.map((column) => ({ ...column, name: projectColumnName(column.id) }))
}
