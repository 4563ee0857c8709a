import { parseDecimal } from '@biaochi/domain'
import { formatAmount } from '#lib/format-amount.ts'
import { m } from '#lib/i18n.ts'
import type { Colleagues } from '../colleagues.ts'
import { columns } from '../columns.ts'
import { filterDesk } from '../filter-desk.ts'
import type { GridTable } from '../grid-table.ts'
import type { FilterSubject, FilterSubjects } from '../column-filter.ts'
import type { FindingCounts } from '../project-view.ts'
import { savingSubject, savingWords, severityOrder, severityWords } from '../row-filters.ts'
import { SheetSearch } from '../sheet-search.ts'
import { searchRows } from '../text-search.ts'
import { projectColumnName, projectColumns } from './project-columns.ts'
import { projectListComputed, projectListFields } from './project-table.ts'
import type { ProjectModel, ProjectRow } from './project-table.ts'

const searched = ['project/name', 'implementer', 'supervisor', 'project/nature', 'project/category'] as const

/** Projects one under the other, in the order of the server or of a sort. */
export const projectGrid = (
  model: ProjectModel,
  colleagues: Colleagues,
  usedFunds: ReadonlySet<string>,
): GridTable => ({
  label: m.projects_grid_label(),
  columns: columns(model, projectColumns(usedFunds), colleagues, (_, text) => readableAmount(text)),
  columnName: projectColumnName,
  groupTitle: (id) => model.titleOf(id) || m.project_unnamed(),
  textOf: (_, text) => readableAmount(text),
  nameColumn: 'project/name',
  startColumn: 'project/name',
  drawGroup: null,
  makesRows: false,
  movesRows: false,
  searchWords: { label: m.filter_projects(), placeholder: m.filter_projects() },
  filters: filterDesk({
    subjects: () => projectSubjects(model),
    rows: () => model.groupIds.flatMap((id) => model.rowsOf(id)),
    ofRow: ['findings', 'saving'],
    name: (id) => (id === 'saving' ? m.filter_state() : projectColumnName(id)),
    label: (id, value) => words[id]?.[value]?.() ?? (value || m.filter_empty()),
  }),
  summary: {
    textOf: ({ rowId, column }) => model.shown(rowId, column)?.text ?? '',
    isNumeric: isNumericOfProjects,
    isMet: () => null,
  },
  scoreColumn: 'ruleTotal',
  search: (onmatches) =>
    new SheetSearch(
      model,
      searchRows(
        (row: ProjectRow) => searched.map((column) => model.table.show(row, column).text).join('\n'),
        () => projectSubjects(model),
      ),
      onmatches,
    ),
  folders: () => [],
  foldersOf: () => [],
  order: () => undefined,
  commands: [],
})

/** An amount of the history as the forms print it; anything else as it is. */
function readableAmount(text: string): string {
  const [, amount] = /^(-?\d+(?:\.\d+)?)元$/u.exec(text) ?? []
  return amount === undefined ? text : `${formatAmount(amount, '元')}元`
}

const severities = ['block', 'explain', 'warn'] as const
const numbers = new Set(['executionRate', 'ruleTotal', 'awardedTotal', 'indicators'])
const sets = new Set(['implementer', 'supervisor', 'form', 'state', 'ruleGrade', 'awardedGrade'])
const chosen = new Set(['project/nature', 'project/category'])

const isNumericOfProjects = (column: string): boolean =>
  /^(fund|execution)\//u.test(column) || numbers.has(column)

const words: Readonly<Record<string, Readonly<Record<string, () => string>>>> = {
  findings: severityWords,
  saving: savingWords,
}

function severitiesOf(counts: FindingCounts): readonly string[] {
  const found = severities.filter((severity) => counts[severity] > 0)
  return found.length === 0 ? ['none'] : found
}

/** What the filters of the projects look at; amounts in the unit that is shown. */
function projectSubjects(model: ProjectModel): FilterSubjects<ProjectRow> {
  const textOf = (column: string) => (row: ProjectRow) => model.table.show(row, column).text
  const subjectOf = (column: string): FilterSubject<ProjectRow> => {
    const text = textOf(column)
    if (isNumericOfProjects(column))
      return { kind: 'number', numberOf: (row) => parseDecimal(text(row).replace(/%$/u, '')) }
    if (sets.has(column) || chosen.has(column)) return { kind: 'set', valuesOf: (row) => [text(row)] }
    return { kind: 'text', textOf: text }
  }
  return {
    ...Object.fromEntries(
      [...projectListFields, ...projectListComputed].map((column) => [column, subjectOf(column)]),
    ),
    findings: { kind: 'set', order: severityOrder, valuesOf: ({ record }) => severitiesOf(record.counts) },
    saving: savingSubject(model),
  }
}
