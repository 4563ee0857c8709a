import {
  editProject,
  formatFixed2,
  formatProjectCell,
  parseProjectCell,
  projectLockOf,
} from '@biaochi/domain'
import { emptyProject, schemeFor } from '@biaochi/domain'
import type { Message, Project, ProjectForm, ProjectState } from '@biaochi/domain'
import { formatAmount } from '#lib/format-amount.ts'
import type { AmountUnit } from '#lib/format-amount.ts'
import type { FindingCounts } from '../project-view.ts'
import type { CellFinding, LoadedGroup, Row, SheetTable, ShownCell } from '../sheet-table.ts'
import type { SheetModel } from '../sheet-model.ts'
import type { Sheet } from '../sheet.svelte.ts'
import { fundFields, parseFundField } from './fund-fields.ts'
import { projectFigures } from './project-figures.ts'
import type { ProjectFigures } from './project-figures.ts'
import type { ProjectRecord } from './project-record.ts'
import { spellAmount } from './spell-amount.ts'

/** The cells of a project's own that are edited as a row, named as everywhere. */
export const projectListFields: readonly string[] = [
  'project/name',
  'project/nature',
  'project/category',
  'project/startDate',
  'project/endDate',
  'project/periodLabel',
  ...fundFields,
  'execution/weight',
  'execution/score',
]

/** What stands beside them and is not edited here. */
export const projectListComputed = [
  'implementer',
  'supervisor',
  'form',
  'state',
  'indicators',
  'executionRate',
  'ruleTotal',
  'ruleGrade',
  'awardedTotal',
  'awardedGrade',
  'findings',
] as const

type ComputedColumn = (typeof projectListComputed)[number]

/** Words of the interface, and the unit amounts are shown and typed in at the moment. */
export interface ProjectWords {
  readonly describe: (message: Message | string) => string
  readonly amountUnit: () => AmountUnit
  readonly form: Readonly<Record<ProjectForm, string>>
  readonly state: Readonly<Record<ProjectState, string>>
  readonly incomplete: string
  readonly counts: (counts: FindingCounts) => string
}

export type ProjectRow = Row<ProjectRecord, ProjectFigures>
type ProjectGroup = LoadedGroup<ProjectRecord>
export type ProjectTable = SheetTable<ProjectRecord, ProjectGroup, ProjectFigures, ProjectView>
export type ProjectModel = SheetModel<ProjectRecord, ProjectGroup, ProjectFigures, ProjectView>
export type ProjectList = Sheet<ProjectRecord, ProjectGroup, ProjectFigures, ProjectView>

/** A project as it is shown: each is a group of its own. */
export interface ProjectView {
  readonly record: ProjectRecord
  readonly figures: ProjectFigures
}

/** Projects, one row each: their own cells, funds and execution, with totals beside them. */
export function projectTable(words: ProjectWords): ProjectTable {
  return {
    fields: projectListFields,
    inherited: [],
    blank: () => blank,
    seedOf: () => '',
    titleOf: ({ document }) => document.name ?? '',
    format: ({ document }, field) => format(document, field),
    fieldText: ({ document }, field) => {
      const fund = parseFundField(field)
      return fund === null
        ? format(document, field)
        : showAmount(formatProjectCell(document, fund), words.amountUnit()).text
    },
    edit: (record, field, text) => {
      const cell = parseProjectCell(field)
      if (cell === null) throw new Error(`no cell to edit: ${field}`)
      const result = editProject(record.document, cell, text)
      return 'refused' in result ? result : { record: { ...record, document: result.project } }
    },
    same,
    spellOut: (batch) => ({
      ...batch,
      edits: (batch.edits ?? []).map((edit) =>
        parseFundField(edit.field) === null
          ? edit
          : { ...edit, text: spellAmount(edit.text, words.amountUnit()) },
      ),
    }),
    compute: (_, rows) => {
      const figures = rows.map(({ record }) => projectFigures(record))
      const [record = blank] = rows.map((row) => row.record)
      const [first = projectFigures(record)] = figures
      return { view: { record, figures: first }, rows: figures, findings: rows.flatMap(findingsOf) }
    },
    show: (row, column) => show(row, column, words),
    lockOf: ({ rows: [row] }, field) => (row === undefined ? null : projectLockOf(row.record.state, field)),
    describe: words.describe,
  }
}

const blank: ProjectRecord = {
  document: emptyProject,
  scheme: schemeFor({ fiscalYear: null, indicators: [] }),
  points: { rule: null, awarded: null },
  indicatorCount: 0,
  incomplete: false,
  state: 'draft',
  counts: { block: 0, explain: 0, warn: 0 },
  findings: [],
}

/** An amount says its unit: history and undo outlive a change of the one that is shown. */
function format(document: Project, field: string): string {
  const cell = parseProjectCell(field)
  const text = cell === null ? '' : formatProjectCell(document, cell)
  return cell?.of === 'fund' && text !== '' ? `${text}元` : text
}

const same = (a: ProjectRecord, b: ProjectRecord): boolean =>
  a.points.rule === b.points.rule &&
  a.points.awarded === b.points.awarded &&
  a.indicatorCount === b.indicatorCount &&
  a.incomplete === b.incomplete &&
  a.state === b.state &&
  a.document.implementer === b.document.implementer &&
  a.document.supervisor === b.document.supervisor &&
  a.counts.block === b.counts.block &&
  a.counts.explain === b.counts.explain &&
  a.counts.warn === b.counts.warn &&
  a.findings.length === b.findings.length &&
  a.findings.every(
    ({ at, text }, index) => at === b.findings[index]?.at && text === b.findings[index].text,
  ) &&
  projectListFields.every((field) => format(a.document, field) === format(b.document, field))

const findingsOf = ({ id, record }: Pick<ProjectRow, 'id' | 'record'>): readonly CellFinding[] =>
  record.findings.map(({ at, severity, text }) => ({ rowId: id, field: at, severity, message: text }))

function show({ record, computed }: ProjectRow, column: string, words: ProjectWords): ShownCell {
  const fund = parseFundField(column)
  if (fund !== null) return showAmount(formatProjectCell(record.document, fund), words.amountUnit())
  if (isComputed(column)) return showComputed(record, computed, column, words)
  return { text: format(record.document, column), explanation: null }
}

const isComputed = (column: string): column is ComputedColumn =>
  projectListComputed.some((known) => known === column)

/** In 万元 the exact amount in 元 is told as well: it is what the forms print. */
function showAmount(amount: string, unit: AmountUnit): ShownCell {
  if (amount === '') return { text: '', explanation: null }
  return {
    text: formatAmount(amount, unit),
    explanation: unit === '元' ? null : `${formatAmount(amount, '元')} 元`,
  }
}

function showComputed(
  record: ProjectRecord,
  { execution, rule, awarded }: ProjectFigures,
  column: ComputedColumn,
  words: ProjectWords,
): ShownCell {
  const plain = (text: string | null): ShownCell => ({ text: text ?? '', explanation: null })
  const total = (value: string | null): ShownCell => ({
    text: value === null ? '' : formatFixed2(value),
    explanation: value !== null && record.incomplete ? words.incomplete : null,
  })
  switch (column) {
    case 'implementer':
    case 'supervisor':
      return plain(record.document[column])
    case 'form':
      return plain(words.form[record.document.form])
    case 'state':
      return plain(words.state[record.state])
    case 'indicators':
      return plain(String(record.indicatorCount))
    case 'executionRate':
      return {
        text: execution.kind === 'scored' ? `${execution.rate}%` : '',
        explanation: words.describe(execution.explanation),
      }
    case 'ruleTotal':
      return total(rule.total)
    case 'ruleGrade':
      return plain(rule.grade)
    case 'awardedTotal':
      return total(awarded.total)
    case 'awardedGrade':
      return plain(awarded.grade)
    case 'findings':
      return plain(words.counts(record.counts))
  }
}
