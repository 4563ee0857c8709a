import type { FundPeriod, FundSource, FundStage } from '@biaochi/domain'
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

/** What a column of the projects is called; amounts by stage and source, and by period where it is not the year itself. */
export function projectColumnName(id: ColumnId | FieldId): string {
  const fund = parseFundField(id)
  if (fund === null) return names[id]?.() ?? ''
  const [stage, source, period] = [stages[fund.stage](), sources[fund.source](), periods[fund.period]?.()]
  return period === undefined ? m.fund_column({ stage, source }) : m.fund_column_of({ period, stage, source })
}

const number = { type: 'rightAligned', cellClass: 'is-number' }
const computed = { editable: false, cellClass: 'is-computed' }
const figure = { editable: false, type: 'rightAligned', cellClass: ['is-number', 'is-computed'] }

/** The columns of the projects; amounts that no project has are there to be shown, but hidden at first. */
export const projectColumns = (usedFunds: ReadonlySet<string>): readonly ColumnSpec[] =>
  [
    { id: 'project/name', width: 240, minWidth: 120, pinned: 'left' as const, cellClass: 'is-name' },
    { id: 'implementer', width: 150, ...computed },
    { id: 'supervisor', width: 140, ...computed, hide: true },
    { id: 'form', width: 76, ...computed },
    { id: 'state', width: 84, ...computed },
    { id: 'project/nature', width: 120 },
    { id: 'project/category', width: 120 },
    { id: 'project/startDate', width: 100 },
    { id: 'project/endDate', width: 100 },
    { id: 'project/periodLabel', width: 100 },
    ...fundFields.map((id) => ({
      id,
      width: 136,
      ...number,
      hide: !usualFunds.has(id) && !usedFunds.has(id),
    })),
    { id: 'executionRate', width: 84, ...figure },
    { id: 'execution/weight', width: 84, ...number },
    { id: 'execution/score', width: 84, ...number },
    { id: 'ruleTotal', width: 88, ...figure },
    { id: 'ruleGrade', width: 84, ...computed },
    { id: 'awardedTotal', width: 88, ...figure },
    { id: 'awardedGrade', width: 84, ...computed },
    { id: 'indicators', width: 76, ...figure },
    { id: 'findings', width: 150, ...computed },
  ].map((column) => ({ ...column, name: projectColumnName(column.id) }))
