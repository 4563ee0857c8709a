import type { GridApi } from 'ag-grid-community'
import type { FocusedCell } from '../focused-cell.ts'
import type { GridRow } from '../grid-row.ts'

/** Where the keyboard is; asked of the grid each time, which tells its listeners only a task later. */
export function readFocus(grid: GridApi<GridRow>): FocusedCell | null {
  const cell = grid.getFocusedCell()
  const row = cell && grid.getDisplayedRowAtIndex(cell.rowIndex)?.data
  if (!row) return null
  if (row.kind === 'group') return { groupId: row.id, rowId: null, column: null }
  return { groupId: row.groupId, rowId: row.id, column: cell.column.getColId() }
}
