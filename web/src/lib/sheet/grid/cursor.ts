import type { Column, GridApi } from 'ag-grid-community'
import type { GridRow } from '../grid-row.ts'
import type { Cursor } from '../sheet-context.ts'

type Grid = GridApi<GridRow>

/** Moves the cell that has the keyboard. */
export const createCursor = (grid: Grid): Cursor => ({
  byArrow: (arrow) => {
    const cell = grid.getFocusedCell()
    if (!cell) return
    if (arrow === 'ArrowUp' || arrow === 'ArrowDown') return moveDown(grid, arrow === 'ArrowUp' ? -1 : 1)
    const next =
      arrow === 'ArrowRight'
        ? grid.getDisplayedColAfter(cell.column)
        : grid.getDisplayedColBefore(cell.column)
    focusAt(grid, cell.rowIndex, next ?? cell.column)
  },
  down: (step) => moveDown(grid, step),
  along: (step) => void (step === 1 ? grid.tabToNextCell() : grid.tabToPreviousCell()),
  toEnd: (end, wholeSheet) => {
    const cell = grid.getFocusedCell()
    const column = grid.getAllDisplayedColumns().at(end === 'Home' ? 0 : -1)
    if (!cell || !column) return
    const edge = end === 'Home' ? 0 : grid.getDisplayedRowCount() - 1
    const index = wholeSheet ? nextRow(grid, edge, end === 'Home' ? 1 : -1) : cell.rowIndex
    focusAt(grid, index ?? cell.rowIndex, column)
  },
})

function moveDown(grid: Grid, step: 1 | -1): void {
  const cell = grid.getFocusedCell()
  if (cell) focusAt(grid, nextRow(grid, cell.rowIndex + step, step) ?? cell.rowIndex, cell.column)
}

function nextRow(grid: Grid, from: number, step: 1 | -1): number | null {
  for (let index = from; index >= 0; index += step) {
    const row = grid.getDisplayedRowAtIndex(index)
    if (!row) return null
    if (row.data?.kind === 'row') return index
  }
  return null
}

function focusAt(grid: Grid, rowIndex: number, column: Column): void {
  grid.ensureIndexVisible(rowIndex, null)
  grid.ensureColumnVisible(column)
  grid.setFocusedCell(rowIndex, column)
}
