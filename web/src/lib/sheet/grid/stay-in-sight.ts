import type { GridApi } from 'ag-grid-community'
import type { GridRow } from '../grid-row.ts'

/** For a grid that gets lower: the cell with the keyboard, if it was in sight, does not vanish below the edge. */
export function stayInSight(grid: GridApi<GridRow>): () => void {
  let before = 0
  return () => {
    const { top, bottom } = grid.getVerticalPixelRange()
    const wasBottom = top + before
    before = bottom - top
    const index = grid.getFocusedCell()?.rowIndex
    const row = index === undefined ? undefined : grid.getDisplayedRowAtIndex(index)
    if (index === undefined || typeof row?.rowTop !== 'number') return
    const end = row.rowTop + (row.rowHeight ?? 0)
    if (end > bottom && end <= wasBottom) grid.ensureIndexVisible(index, 'bottom')
  }
}
