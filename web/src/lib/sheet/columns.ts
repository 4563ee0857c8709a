import type { CellClassRules, ColDef } from 'ag-grid-community'
import { compareDecimals } from '@biaochi/domain'
import { authorName } from '#lib/author-name.ts'
import { getLocale, m } from '#lib/i18n.ts'
import { colourOf } from '#lib/initials.ts'
import type { CellView } from './cell-view.ts'
import type { Colleague, Colleagues } from './colleagues.ts'
import { CellRenderer } from './grid/cell-renderer.ts'
import { TextEditor } from './grid/text-editor.ts'
import type { TextEditorParams } from './grid/text-editor.ts'
import type { GridRow } from './grid-row.ts'
import type { IndicatorColumn } from './indicator-table.ts'
import type { Author } from './plan-notice.ts'
import { levelSuggestions } from './level-suggestions.ts'
import type { FieldId } from './save.ts'
import type { ColumnId } from './sheet-table.ts'
import type { IndicatorModel } from './sheet.svelte.ts'

export type Column = ColDef<GridRow, CellView> & {
  readonly colId: IndicatorColumn
  readonly headerName: string
}

/** A column as its table says it. */
export type ColumnSpec = Omit<ColDef<GridRow, CellView>, 'colId' | 'headerName'> & {
  readonly id: ColumnId
  readonly name: string
}

/** The words a grade is typed with, as in the official forms. */
const grades = ['达成', '部分达成', '未达成']

const isDecimal = (text: string): boolean => /^-?\d+(\.\d+)?$/u.test(text)

/** Numbers by size, words by the alphabet of the language, what is empty last. */
export function compareCells(a: CellView | null | undefined, b: CellView | null | undefined): number {
  const left = a?.text ?? ''
  const right = b?.text ?? ''
  if (left === '' || right === '') return Number(left === '') - Number(right === '')
  if (isDecimal(left) && isDecimal(right)) return compareDecimals(left, right)
  return left.localeCompare(right, 'zh-CN', { numeric: true })
}

/** Names of the columns, for headers, sentences and labels alike. */
const names: Readonly<Record<IndicatorColumn, () => string>> = {
  level1: m.column_level1,
  level2: m.column_level2,
  name: m.column_name,
  period: m.column_period,
  target: m.column_target,
  actual: m.column_actual,
  weight: m.column_weight,
  ruleScore: m.column_rule_score,
  score: m.column_score,
  met: m.column_met,
  grade: m.column_grade,
  reason: m.column_reason,
}

const isColumn = (id: ColumnId): id is IndicatorColumn => Object.hasOwn(names, id)

/** What a column is called; a column of another table has no name here. */
export const columnName = (id: ColumnId | FieldId): string => (isColumn(id) ? names[id]() : '')

export const defaultColumn: ColDef<GridRow, CellView> = {
  cellRenderer: CellRenderer,
  cellEditor: TextEditor,
  comparator: compareCells,
  equals: (a, b) => a === b,
  cellDataType: false,
  resizable: true,
  sortable: true,
  suppressHeaderMenuButton: true,
  suppressKeyboardEvent: ({ event }) => event.isComposing,
}

/** Everything there is to say about a cell, one line each; nothing when the text says it all. */
export const cellNotes = (view: CellView): readonly string[] =>
  [view.reason, view.explanation, ...view.findings, view.author && authorNote(view.author)].filter(
    (line): line is string => line !== null,
  )

/** Who changed it when, from what to what. */
export const authorNote = ({ name, at, from, to }: Author): string =>
  m.cell_changed_by({
    name: authorName(name),
    time: new Date(at).toLocaleTimeString(getLocale(), { hour12: false }),
    from: from || m.cell_empty(),
    to: to || m.cell_empty(),
  })

function tooltip(view: CellView | null, visitor: Colleague | null): string | null {
  if (view === null) return null
  const lines = [...(view.text.length > 12 ? [view.text] : []), ...cellNotes(view)]
  if (visitor !== null) lines.push(m.presence_cell({ name: visitor.name }))
  return lines.length === 0 ? null : lines.join('\n')
}

type ViewOf = (row: GridRow | undefined) => CellView | null
type VisitorOf = (row: GridRow | undefined) => Colleague | null

/** The classes that make a cell's state visible; asked of the model, whatever the grid holds at the moment. */
function stateClasses(
  colId: ColumnId,
  viewOf: ViewOf,
  visitorOf: VisitorOf,
): CellClassRules<GridRow, CellView> {
  const when = (test: (view: CellView) => boolean) => (params: { readonly data?: GridRow | undefined }) => {
    const view = viewOf(params.data)
    return view !== null && test(view)
  }
  return {
    'is-pending': when((view) => view.state === 'pending'),
    'is-waiting': when((view) => view.state === 'waiting'),
    'is-saved': when((view) => view.state === 'saved'),
    'is-failed': when((view) => view.state === 'failed'),
    'is-conflict': when((view) => view.state === 'conflict'),
    'is-locked': when((view) => view.state === 'locked'),
    'has-block': when((view) => view.severity === 'block'),
    'has-explain': when((view) => view.severity === 'explain'),
    'has-warn': when((view) => view.severity === 'warn'),
    'is-yes': when((view) => colId === 'met' && view.text === m.met_yes()),
    'is-no': when((view) => colId === 'met' && view.text === m.met_no()),
    'is-news': when((view) => view.isNews),
    ...visitorClasses(visitorOf),
  }
}

/** A frame in the colour of whoever else is in the cell. */
function visitorClasses(visitorOf: VisitorOf): CellClassRules<GridRow, CellView> {
  const inColour = (colour: number) => (params: { readonly data?: GridRow | undefined }) => {
    const visitor = visitorOf(params.data)
    return visitor !== null && colourOf(visitor.id) === colour
  }
  return {
    'is-visited': (params) => visitorOf(params.data) !== null,
    ...Object.fromEntries([0, 1, 2, 3, 4, 5].map((colour) => [`who-${colour}`, inColour(colour)])),
  }
}

export function columns(model: IndicatorModel, colleagues: Colleagues): Column[] {
  const column = (colId: IndicatorColumn, options: ColDef<GridRow, CellView>): Column => {
    const viewOf: ViewOf = (row) => (row?.kind === 'row' ? model.cell(row.id, colId) : null)
    const visitorOf: VisitorOf = (row) => (row?.kind === 'row' ? colleagues.at(row.id, colId) : null)
    return {
      valueGetter: ({ data }) => viewOf(data),
      editable: ({ data }) => data?.kind === 'row' && model.lockOf(data.id, colId) === null,
      cellRendererParams: { viewOf, visitorOf },
      cellClassRules: stateClasses(colId, viewOf, visitorOf),
      tooltipValueGetter: ({ data }) => tooltip(viewOf(data), visitorOf(data)),
      ...options,
      colId,
      headerName: names[colId](),
    }
  }
  const number = { type: 'rightAligned', cellClass: 'is-number' }
  const computed = { editable: false, cellClass: 'is-computed' }
  const levels =
    (id: 'level1' | 'level2') =>
    ({ data }: { readonly data?: GridRow | undefined }): TextEditorParams => ({
      suggestions: data === undefined ? [] : levelSuggestions(model, data.id, id),
    })
  return [
    column('level1', { width: 86, pinned: 'left', cellEditorParams: levels('level1') }),
    column('level2', { width: 116, pinned: 'left', cellEditorParams: levels('level2') }),
    column('name', { width: 230, minWidth: 120, pinned: 'left', cellClass: 'is-name' }),
    column('period', { width: 64, ...computed }),
    column('target', { width: 116 }),
    column('actual', { width: 116 }),
    column('weight', { width: 58, ...number }),
    column('ruleScore', { width: 66, ...computed, ...number, cellClass: ['is-number', 'is-computed'] }),
    column('score', { width: 60, ...number }),
    column('met', { width: 58, ...computed }),
    column('grade', { width: 84, cellEditorParams: { suggestions: grades } }),
    column('reason', { minWidth: 160, flex: 4 }),
  ]
}
