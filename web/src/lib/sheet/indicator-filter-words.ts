import { m } from '#lib/i18n.ts'
import { changeWords } from './compare/compare-cells.ts'
import { columnName } from './indicator-columns.ts'
import { savingWords, severityWords } from './row-filters.ts'

const rowFilterNames: Readonly<Record<string, () => string>> = {
  findings: m.filter_findings,
  state: m.filter_state,
  form: m.filter_form,
}

/** What values are called that are no words themselves. */
const valueNames: Readonly<Record<string, Readonly<Record<string, () => string>>>> = {
  findings: severityWords,
  state: savingWords,
  form: { declaration: m.form_declaration, 'self-evaluation': m.form_self_evaluation },
  period: { annual: m.period_annual, midterm: m.period_midterm },
  met: { met: m.met_yes, missed: m.met_no },
  yearChange: changeWords,
  grade: { achieved: m.grade_achieved, partly: m.grade_partly, missed: m.grade_missed },
}

/** The name of a column, or of what is asked of the row. */
export const filterName = (id: string): string => rowFilterNames[id]?.() ?? columnName(id)

export const valueName = (id: string, value: string): string =>
  valueNames[id]?.[value]?.() ?? (value === '' ? m.filter_empty() : value)
