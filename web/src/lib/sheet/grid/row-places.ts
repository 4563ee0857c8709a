import type { GridApi } from 'ag-grid-community'
import type { GridRow } from '../grid-row.ts'

export interface RowPlace {
  /** Pixels from the top of the first row. */
  readonly top: number
  readonly height: number
  readonly row: GridRow
}

/** The displayed rows with their places. */
export interface RowPlaces {
  readonly count: number
  readonly at: (index: number) => RowPlace | null
}

/** From the grid's own numbers, so that nothing is measured. */
export const rowPlaces = (grid: GridApi<GridRow>): RowPlaces => ({
  count: grid.getDisplayedRowCount(),
  at: (index) => {
    const node = grid.getDisplayedRowAtIndex(index)
    if (!node?.data || node.rowTop === null) return null
    return { top: node.rowTop, height: node.rowHeight ?? 0, row: node.data }
  },
})

/** The row at a height. Rows have different heights, so that it is searched for by halves. */
export function rowIndexAt({ count, at }: RowPlaces, pixels: number): number {
  let low = 0
  let high = count - 1
  while (low < high) {
    const middle = (low + high) >> 1
    const place = at(middle)
    if (place !== null && place.top + place.height <= pixels) low = middle + 1
    else high = middle
  }
  return low
}
