import type { CellClassRules, ColDef } from 'ag-grid-community'
import { compareDecimals } from '@biaochi/domain'
import { authorName } from '#lib/author-name.ts'
import { getLocale, m } from '#lib/i18n.ts'
import { colourOf } from '#lib/initials.ts'
import type { AnyModel } from './any-sheet.ts'
import type { Assist } from './assist/assist.ts'
import type { CellView } from './cell-view.ts'
import type { Colleague, Colleagues } from './colleagues.ts'
import { CellRenderer } from './grid/cell-renderer.ts'
import { TextEditor } from './grid/text-editor.ts'
import type { TextEditorParams } from './grid/text-editor.ts'
import type { GridRow } from './grid-row.ts'
import type { Author } from './plan-notice.ts'
import type { ColumnId } from './sheet-table.ts'

export type Column = ColDef<GridRow, CellView> & {
  readonly colId: ColumnId
  readonly headerName: string
}

/** A column as its table says it. */
export type ColumnSpec = Omit<ColDef<GridRow, CellView>, 'colId' | 'headerName'> & {
  readonly id: ColumnId
  readonly name: string
  /** What helps to fill a row's cell while one types in it. */
  readonly assist?: (rowId: string) => Assist | null
}

/** The number a cell shows, thousands separators or not, without a percent sign; null when it shows none. */
function decimalOf(text: string): string | null {
  const plain = text.replaceAll(',', '').replace(/%$/u, '')
  return /^-?\d+(\.\d+)?$/u.test(plain) ? plain : null
}

/** Numbers by size, words by the alphabet of the language, what is empty last. */
export function compareCells(a: CellView | null | undefined, b: CellView | null | undefined): number {
  const left = a?.text ?? ''
  const right = b?.text ?? ''
  if (left === '' || right === '') return Number(left === '') - Number(right === '')
  const [leftNumber, rightNumber] = [decimalOf(left), decimalOf(right)]
  if (leftNumber !== null && rightNumber !== null) return compareDecimals(leftNumber, rightNumber)
  return left.localeCompare(right, 'zh-CN', { numeric: true })
}

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
const cellNotes = (view: CellView, read: ReadText): readonly string[] =>
  [view.reason, view.explanation, ...view.findings, view.author && authorNote(view.author, read)].filter(
    (line): line is string => line !== null,
  )

/** A cell's text of the history as a person reads it. */
type ReadText = (text: string) => string

/** Who changed it when, from what to what. */
export const authorNote = ({ name, at, from, to }: Author, read: ReadText): string =>
  m.cell_changed_by({
    name: authorName(name),
    time: new Date(at).toLocaleTimeString(getLocale(), { hour12: false }),
    from: read(from) || m.cell_empty(),
    to: read(to) || m.cell_empty(),
  })

function tooltip(view: CellView | null, visitor: Colleague | null, read: ReadText): string | null {
  if (view === null) return null
  const lines = [...(view.text.length > 12 ? [view.text] : []), ...cellNotes(view, read)]
  if (visitor !== null) lines.push(m.presence_cell({ name: visitor.name }))
  return lines.length === 0 ? null : lines.join('\n')
}

type ViewOf = (row: GridRow | undefined) => CellView | null
type VisitorOf = (row: GridRow | undefined) => Colleague | null

/** The classes that make a cell's state visible; asked of the model, whatever the grid holds at the moment. */
function stateClasses(viewOf: ViewOf, visitorOf: VisitorOf): CellClassRules<GridRow, CellView> {
  const when = (test: (view: CellView) => boolean) => (params: { readonly data?: GridRow | undefined }) => {
    const view = viewOf(params.data)
    return view !== null && test(view)
  }
  return {
    'is-trial': when((view) => view.state === 'trial'),
    'is-pending': when((view) => view.state === 'pending'),
    'is-waiting': when((view) => view.state === 'waiting'),
    'is-saved': when((view) => view.state === 'saved'),
    'is-failed': when((view) => view.state === 'failed'),
    'is-conflict': when((view) => view.state === 'conflict'),
    'is-locked': when((view) => view.state === 'locked'),
    'has-block': when((view) => view.severity === 'block'),
    'has-explain': when((view) => view.severity === 'explain'),
    'has-warn': when((view) => view.severity === 'warn'),
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

const editorParams =
  (model: AnyModel, { id, assist }: Pick<ColumnSpec, 'id' | 'assist'>) =>
  ({ data }: { readonly data?: GridRow | undefined }): TextEditorParams => ({
    assist: (data?.kind === 'row' && assist?.(data.id)) || null,
    typed: (text) => {
      if (data?.kind === 'row') model.tryText(data.id, id, text)
    },
    take: (texts) => {
      if (data === undefined) return
      const [only, ...others] = texts.map((text) => ({ rowId: data.id, ...text }))
      if (only === undefined) return
      if (others.length === 0) model.edit(only.rowId, only.field, only.text)
      else model.change({ source: 'EDIT', title: only.text, edits: [only, ...others] })
    },
  })

/** Columns as their table says them, with what every column has besides. */
export const columns = (
  model: AnyModel,
  specs: readonly ColumnSpec[],
  colleagues: Pick<Colleagues, 'at'>,
  textOf: (column: ColumnId, text: string) => string = (_, text) => text,
): Column[] =>
  specs.map(({ id, name, cellClassRules, assist, ...options }) => {
    const viewOf: ViewOf = (row) => (row?.kind === 'row' ? model.cell(row.id, id) : null)
    const visitorOf: VisitorOf = (row) => (row?.kind === 'row' ? colleagues.at(row.id, id) : null)
    return {
      valueGetter: ({ data }) => viewOf(data),
      editable: ({ data }) => data?.kind === 'row' && model.lockOf(data.id, id) === null,
      cellRendererParams: { viewOf, visitorOf },
      cellEditorParams: editorParams(model, assist === undefined ? { id } : { id, assist }),
      cellClassRules: { ...stateClasses(viewOf, visitorOf), ...cellClassRules },
      tooltipValueGetter: ({ data }) => tooltip(viewOf(data), visitorOf(data), (text) => textOf(id, text)),
      ...options,
      colId: id,
      headerName: name,
    }
  })
