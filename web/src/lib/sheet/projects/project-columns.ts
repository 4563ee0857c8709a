import { m } from '#lib/i18n.ts'
import type { FieldId } from '../save.ts'
import type { ColumnId } from '../sheet-table.ts'
import type { ColumnSpec } from '../columns.ts'
import { fundFields, usualFunds } from './fund-fields.ts'
import { projectCellName } from './project-cell-name.ts'

const computedNames: Readonly<Record<string, () => string>> = {
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

/** What a column of the projects is called. */
export const projectColumnName = (id: ColumnId | FieldId): string =>
  projectCellName(id) ?? computedNames[id]?.() ?? ''

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
