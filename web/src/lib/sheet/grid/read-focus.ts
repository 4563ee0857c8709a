import type { GridApi } from 'ag-grid-community'
import { isColumnId } from '../columns.ts'
import type { FocusedCell } from '../focused-cell.ts'
import type { GridRow } from '../grid-row.ts'

/** Where the keyboard is; asked of the grid each time, which tells its listeners only a task later. */
export function readFocus(grid: GridApi<GridRow>): FocusedCell | null {
  const cell = grid.getFocusedCell()
  const row = cell && grid.getDisplayedRowAtIndex(cell.rowIndex)?.data
  if (!row) return null
  if (row.kind === 'project') return { projectId: row.id, rowId: null, column: null }
  const colId = cell.column.getColId()
  return { projectId: row.projectId, rowId: row.id, column: isColumnId(colId) ? colId : null }
}
