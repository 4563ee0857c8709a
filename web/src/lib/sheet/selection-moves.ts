import { hasCell, nextRow, placeOf } from './cell-range.ts'
import type { Box, CellAt, SheetLayout } from './cell-range.ts'
import type { Arrow } from './sheet-context.ts'

type IsFilled = (at: CellAt) => boolean

const isVertical = (arrow: Arrow): boolean => arrow === 'ArrowUp' || arrow === 'ArrowDown'
const stepOf = (arrow: Arrow): 1 | -1 => (arrow === 'ArrowDown' || arrow === 'ArrowRight' ? 1 : -1)

function cellAt(layout: SheetLayout, row: number | null, column: number): CellAt | null {
  const rowId = row === null ? null : layout.rowIdAt(row)
  const id = layout.columns[column]
  return rowId === null || id === undefined ? null : { rowId, column: id }
}

/** One cell further, over the headers of groups; at the edge it stays. */
export const stepFrom = (layout: SheetLayout, at: CellAt, arrow: Arrow): CellAt =>
  pathFrom(layout, at, arrow).next().value ?? at

/** To the edge of the data, as a spreadsheet jumps: the last filled cell in a row of filled ones, else the next filled. */
export function jumpFrom(layout: SheetLayout, at: CellAt, arrow: Arrow, isFilled: IsFilled): CellAt {
  const path = pathFrom(layout, at, arrow)
  const first = path.next()
  if (first.done) return at
  const staysInData = isFilled(at) && isFilled(first.value)
  let here = first.value
  if (!staysInData && isFilled(here)) return here
  for (const next of path) {
    if (staysInData && !isFilled(next)) return here
    here = next
    if (!staysInData && isFilled(here)) return here
  }
  return here
}

/** The cells in one direction, the nearest first: there may be a hundred thousand. */
function* pathFrom(layout: SheetLayout, at: CellAt, arrow: Arrow): Generator<CellAt, void> {
  const place = placeOf(at, layout)
  if (place === null) return
  const step = stepOf(arrow)
  if (isVertical(arrow)) {
    const { rowCount } = layout
    for (let row = place.row + step; row >= 0 && row < rowCount; row += step) {
      const rowId = layout.rowIdAt(row)
      if (rowId !== null) yield { rowId, column: at.column }
    }
    return
  }
  const { columns } = layout
  for (let column = place.column + step; column >= 0 && column < columns.length; column += step) {
    const id = columns[column]
    if (id !== undefined) yield { rowId: at.rowId, column: id }
  }
}

/** To the first or last cell of its row. */
export const rowEnd = (layout: SheetLayout, at: CellAt, end: 'Home' | 'End'): CellAt => ({
  ...at,
  column: layout.columns.at(end === 'Home' ? 0 : -1) ?? at.column,
})

/** The first or last cell of the sheet, null while it has none. */
export const sheetEnd = (layout: SheetLayout, end: 'Home' | 'End'): CellAt | null =>
  end === 'Home'
    ? cellAt(layout, nextRow(layout, 0, 1), 0)
    : cellAt(layout, nextRow(layout, layout.rowCount - 1, -1), layout.columns.length - 1)

/** As many rows further as are seen at once. */
export function pageFrom(layout: SheetLayout, at: CellAt, rows: number): CellAt {
  const place = placeOf(at, layout)
  if (place === null) return at
  const row = Math.min(Math.max(place.row + rows, 0), layout.rowCount - 1)
  const step = rows < 0 ? 1 : -1
  return cellAt(layout, nextRow(layout, row, step), place.column) ?? at
}

/** The next cell within the ranges, down the columns or along the rows, from one range to the next and around. */
export function nextInside(
  layout: SheetLayout,
  boxes: readonly Box[],
  at: CellAt,
  direction: 'down' | 'along',
  step: 1 | -1,
): CellAt | null {
  const place = placeOf(at, layout)
  if (place === null || boxes.length === 0) return null
  const index = boxes.findIndex((box) => hasCell(box, place.row, place.column))
  const here = boxes[index]
  const inside = here && nextInBox(layout, here, place.row, place.column, direction, step)
  if (inside) return inside
  const box = boxes.at((index + step) % boxes.length)
  return box === undefined ? null : cornerOf(layout, box, step)
}

function nextInBox(
  layout: SheetLayout,
  box: Box,
  row: number,
  column: number,
  direction: 'down' | 'along',
  step: 1 | -1,
): CellAt | null {
  const below = rowInBox(layout, box, row + step, step)
  const isBeside = column + step >= box.left && column + step <= box.right
  if (direction === 'down') {
    if (below !== null) return cellAt(layout, below, column)
    return isBeside ? cellAt(layout, edgeRow(layout, box, step), column + step) : null
  }
  if (isBeside) return cellAt(layout, row, column + step)
  return cellAt(layout, below, step === 1 ? box.left : box.right)
}

function rowInBox(layout: SheetLayout, box: Box, from: number, step: 1 | -1): number | null {
  const row = nextRow(layout, from, step)
  return row === null || row < box.top || row > box.bottom ? null : row
}

const edgeRow = (layout: SheetLayout, box: Box, step: 1 | -1): number | null =>
  rowInBox(layout, box, step === 1 ? box.top : box.bottom, step)

const cornerOf = (layout: SheetLayout, box: Box, step: 1 | -1): CellAt | null =>
  cellAt(layout, edgeRow(layout, box, step), step === 1 ? box.left : box.right)
