import type { Column, GridApi } from 'ag-grid-community'
import type { GridRow } from '../grid-row.ts'

type Grid = GridApi<GridRow>
export type ArrowKey = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight'

export const isArrow = (key: string): key is ArrowKey => /^Arrow(Up|Down|Left|Right)$/u.test(key)

/** One cell further; at the edge it stays where it is. */
export function moveByArrow(grid: Grid, key: ArrowKey): void {
  const cell = grid.getFocusedCell()
  if (!cell) return
  if (key === 'ArrowUp' || key === 'ArrowDown') return moveDown(grid, key === 'ArrowUp' ? -1 : 1)
  const next =
    key === 'ArrowRight' ? grid.getDisplayedColAfter(cell.column) : grid.getDisplayedColBefore(cell.column)
  focusAt(grid, cell.rowIndex, next ?? cell.column)
}

/** To the next indicator of the column; the projects between them are no place to type. */
export function moveDown(grid: Grid, step: 1 | -1): void {
  const cell = grid.getFocusedCell()
  if (cell) focusAt(grid, nextIndicator(grid, cell.rowIndex + step, step) ?? cell.rowIndex, cell.column)
}

/** To the first or last cell of the row, or of the whole sheet. */
export function moveToEnd(grid: Grid, key: 'Home' | 'End', wholeSheet: boolean): void {
  const cell = grid.getFocusedCell()
  const column = grid.getAllDisplayedColumns().at(key === 'Home' ? 0 : -1)
  if (!cell || !column) return
  const end = key === 'Home' ? 0 : grid.getDisplayedRowCount() - 1
  const index = wholeSheet ? nextIndicator(grid, end, key === 'Home' ? 1 : -1) : cell.rowIndex
  focusAt(grid, index ?? cell.rowIndex, column)
}

function nextIndicator(grid: Grid, from: number, step: 1 | -1): number | null {
  for (let index = from; index >= 0; index += step) {
    const row = grid.getDisplayedRowAtIndex(index)
    if (!row) return null
    if (row.data?.kind === 'indicator') return index
  }
  return null
}

function focusAt(grid: Grid, rowIndex: number, column: Column): void {
  grid.ensureIndexVisible(rowIndex, null)
  grid.ensureColumnVisible(column)
  grid.setFocusedCell(rowIndex, column)
}
