import type { Column, GridApi } from 'ag-grid-community'
import type { SheetLayout } from '../cell-range.ts'
import type { GridRow } from '../grid-row.ts'

/** The grid's shown rows and columns as a selection sees them. */
export function createLayout(grid: GridApi<GridRow>): SheetLayout {
  // The grid hands out the same list until its columns change, and a jump over the whole sheet asks at every row.
  let known: readonly Column[] = []
  let columns: readonly string[] = []
  return {
    get rowCount() {
      return grid.getDisplayedRowCount()
    },
    get columns() {
      const shown = grid.getAllDisplayedColumns()
      if (shown !== known) {
        known = shown
        columns = shown.map((column) => column.getColId())
      }
      return columns
    },
    rowIdAt: (index) => {
      const row = grid.getDisplayedRowAtIndex(index)?.data
      return row?.kind === 'row' ? row.id : null
    },
    indexOf: (rowId) => grid.getRowNode(rowId)?.rowIndex ?? null,
  }
}
