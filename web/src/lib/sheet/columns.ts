import type { ColDef, ICellRendererParams } from 'ag-grid-community'
import { compareDecimals } from '@biaochi/domain'
import { authorName } from '#lib/author-name.ts'
import { getLocale, m } from '#lib/i18n.ts'
import type { AnyModel } from './any-sheet.ts'
import type { Assist } from './assist/assist.ts'
import type { CellView } from './cell-view.ts'
import type { Colleague, Colleagues } from './colleagues.ts'
import { alsoWearing, stateClasses } from './grid/cell-classes.ts'
import { CellRenderer, isPlain } from './grid/cell-renderer.ts'
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
  valueFormatter: ({ value }) => value?.text ?? '',
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

/** What takes the keyboard lies in the focused cell, which is therefore never emptied to be drawn again. */
function hasFocus({ api, node, column }: ICellRendererParams<GridRow>): boolean {
  const focused = api.getFocusedCell()
  return focused?.rowIndex === node.rowIndex && focused?.column === column
}

/** Columns as their table says them, with what every column has besides. */
export const columns = (
  model: AnyModel,
  specs: readonly ColumnSpec[],
  colleagues: Pick<Colleagues, 'at'>,
  textOf: (column: ColumnId, text: string) => string = (_, text) => text,
): Column[] =>
  specs.map(({ id, name, cellClass, assist, ...options }) => {
    const viewOf: ViewOf = (row) => (row?.kind === 'row' ? model.cell(row.id, id) : null)
    const visitorOf: VisitorOf = (row) => (row?.kind === 'row' ? colleagues.at(row.id, id) : null)
    return {
      valueGetter: ({ data }) => viewOf(data),
      editable: ({ data }) => data?.kind === 'row' && model.lockOf(data.id, id) === null,
      cellRendererParams: { viewOf, visitorOf },
      ...(options.cellRenderer === undefined && {
        cellRendererSelector: (params: ICellRendererParams<GridRow>) =>
          isPlain(viewOf(params.data), visitorOf(params.data)) && !hasFocus(params)
            ? undefined
            : { component: CellRenderer },
      }),
      cellEditorParams: editorParams(model, assist === undefined ? { id } : { id, assist }),
      cellClass: alsoWearing(cellClass, ({ data }) => stateClasses(viewOf(data), visitorOf(data))),
      tooltipValueGetter: ({ data }) => tooltip(viewOf(data), visitorOf(data), (text) => textOf(id, text)),
      ...options,
      colId: id,
      headerName: name,
    }
  })
