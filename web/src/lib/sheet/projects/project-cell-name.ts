import { parseProjectCell } from '@biaochi/domain'
import type { Fund, FundPeriod, FundSource, FundStage, GoalPeriod, ProjectCell } from '@biaochi/domain'
import { m } from '#lib/i18n.ts'
import type { FieldId } from '../save.ts'

type Of<Kind extends ProjectCell['of']> = Extract<ProjectCell, { of: Kind }>
type Words<Key extends string> = Readonly<Record<Key, () => string>>

const fields: Words<Of<'project'>['field']> = {
  name: m.column_project_name,
  nature: m.column_nature,
  category: m.column_category,
  startDate: m.column_start_date,
  endDate: m.column_end_date,
  periodLabel: m.column_period_label,
  governmentProcurement: m.column_government_procurement,
  performanceType: m.column_performance_type,
  totalWeight: m.column_total_weight,
  totalScore: m.column_total_score,
}

const execution: Words<Of<'execution'>['field']> = {
  weight: m.column_execution_weight,
  rate: m.column_execution_rate,
  score: m.column_execution_score,
}

const goals: Words<GoalPeriod> = {
  total: m.goal_total,
  midterm: m.goal_midterm,
  annual: m.goal_annual,
  expected: m.goal_expected,
  achieved: m.goal_achieved,
}

const periods: Readonly<Record<FundPeriod, (() => string) | null>> = {
  annual: null,
  total: m.fund_period_total,
  midterm: m.fund_period_midterm,
  prior: m.fund_period_prior,
}

const stages: Words<FundStage> = {
  requested: m.fund_stage_requested,
  initial: m.fund_stage_initial,
  adjusted: m.fund_stage_adjusted,
  executed: m.fund_stage_executed,
}

const sources: Words<FundSource> = {
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

/** What a cell of a project is called, also where no column shows it; null where the name means no cell of a project. */
export function projectCellName(field: FieldId): string | null {
  const cell = parseProjectCell(field)
  switch (cell?.of) {
    case 'project':
      return fields[cell.field]()
    case 'fund':
      return fundName(cell)
    case 'execution':
      return execution[cell.field]()
    case 'goal':
      return goals[cell.period]()
    case 'narrative':
      // Printed so on the form, whatever language the page has.
      return cell.key
    default:
      return null
  }
}
