import { m } from '#lib/i18n.ts'
import type { AnyModel } from '../any-sheet.ts'
import type { FocusedCell } from '../focused-cell.ts'
import type { GridTable } from '../grid-table.ts'
import { newsLabel, stateLabel } from './cell-renderer.ts'

/** What a screen reader says of a cell: its column, row, text and state; empty where there is none. */
export function nameOfCell(model: AnyModel, table: GridTable, cell: FocusedCell | null): string {
  const { rowId, column } = cell ?? {}
  const view = rowId && column ? model.cell(rowId, column) : null
  if (!rowId || !column || !view) return ''
  const parts = [
    table.columnName(column),
    model.titleOf(rowId),
    view.text || m.cell_empty(),
    stateLabel(view),
    newsLabel(view),
  ]
  return parts.filter((part) => part !== '').join('，')
}
