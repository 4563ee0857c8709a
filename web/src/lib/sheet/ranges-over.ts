import { placeOf } from './cell-range.ts'
import type { Box, CellAt, CellRange, SheetLayout } from './cell-range.ts'

/** More are no selection anybody can see or go on with. */
const mostRanges = 200

/** The blocks that cells make up as they are shown, the uppermost first; none of too many. Cells that are not shown are left out. */
export function rangesOver(cells: readonly CellAt[], layout: SheetLayout): readonly CellRange[] {
  const boxes = boxesOver(cells, layout)
  if (boxes.length > mostRanges) return []
  return boxes.flatMap(({ top, bottom, left, right }) => {
    const [anchor, head] = [cellAt(layout, top, left), cellAt(layout, bottom, right)]
    return anchor === null || head === null ? [] : [{ anchor, head }]
  })
}

/** Runs along the rows, each put together with the same run in the row above. */
function boxesOver(cells: readonly CellAt[], layout: SheetLayout): readonly Box[] {
  const boxes: Box[] = []
  /** By their left and right columns, those that reach down to the row before. */
  let open = new Map<string, number>()
  let above = -1
  for (const [row, columns] of rowsOf(cells, layout)) {
    const continued = new Map<string, number>()
    for (const [left, right] of runsOf(columns)) {
      const key = `${left} ${right}`
      const known = isNext(layout, above, row) ? open.get(key) : undefined
      const box = known === undefined ? undefined : boxes[known]
      if (known === undefined || box === undefined) {
        continued.set(key, boxes.push({ top: row, bottom: row, left, right }) - 1)
      } else {
        boxes[known] = { ...box, bottom: row }
        continued.set(key, known)
      }
    }
    open = continued
    above = row
  }
  return boxes
}

/** Rows from the top down, each with its columns. */
function rowsOf(
  cells: readonly CellAt[],
  layout: SheetLayout,
): readonly (readonly [number, readonly number[]])[] {
  const rows = new Map<number, Set<number>>()
  for (const at of cells) {
    const place = placeOf(at, layout)
    if (place === null) continue
    const columns = rows.get(place.row) ?? new Set()
    rows.set(place.row, columns.add(place.column))
  }
  return [...rows]
    .toSorted(([a], [b]) => a - b)
    .map(([row, columns]) => [row, [...columns].toSorted((a, b) => a - b)])
}

function runsOf(columns: readonly number[]): readonly (readonly [number, number])[] {
  const runs: [number, number][] = []
  for (const column of columns) {
    const last = runs.at(-1)
    if (last !== undefined && last[1] === column - 1) last[1] = column
    else runs.push([column, column])
  }
  return runs
}

/** Whether only headers of groups stand between two rows. */
function isNext(layout: SheetLayout, above: number, row: number): boolean {
  if (above < 0) return false
  for (let between = above + 1; between < row; between += 1) {
    if (layout.rowIdAt(between) !== null) return false
  }
  return true
}

function cellAt(layout: SheetLayout, row: number, column: number): CellAt | null {
  const [rowId, id] = [layout.rowIdAt(row), layout.columns[column]]
  return rowId === null || id === undefined ? null : { rowId, column: id }
}
