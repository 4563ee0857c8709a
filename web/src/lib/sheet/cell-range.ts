/** A cell by what it is, never by where it stands: rows are sorted, filtered and loaded, columns are moved. */
export interface CellAt {
  readonly rowId: string
  readonly column: string
}

export interface CellRange {
  readonly anchor: CellAt
  readonly head: CellAt
  /** Goes on with rows and columns that come later: whole rows, columns, groups (projects), or all there is. */
  readonly whole?: 'rows' | 'columns' | 'groups' | 'sheet'
}

/** The shown rows and columns in their order. */
export interface SheetLayout {
  readonly rowCount: number
  readonly columns: readonly string[]
  /** Null where a group's header stands. */
  readonly rowIdAt: (index: number) => string | null
  /** Null for a row that is not shown. */
  readonly indexOf: (rowId: string) => number | null
}

export const emptyLayout: SheetLayout = {
  rowCount: 0,
  columns: [],
  rowIdAt: () => null,
  indexOf: () => null,
}

/** A range where it stands at the moment; both ends are in it. */
export interface Box {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

export const isSameCell = (a: CellAt | null, b: CellAt | null): boolean =>
  a === b || (a !== null && b !== null && a.rowId === b.rowId && a.column === b.column)

/** Null as long as one of its corners is not shown. */
export function boxOf({ anchor, head, whole }: CellRange, layout: SheetLayout): Box | null {
  const from = placeOf(anchor, layout)
  const to = placeOf(head, layout)
  if (from === null || to === null) return null
  let [top, bottom] = [Math.min(from.row, to.row), Math.max(from.row, to.row)]
  let [left, right] = [Math.min(from.column, to.column), Math.max(from.column, to.column)]
  if (whole === 'columns' || whole === 'sheet') [top, bottom] = [0, layout.rowCount - 1]
  if (whole === 'groups') [top, bottom] = [startOfGroup(layout, top), endOfGroup(layout, bottom)]
  if (whole !== undefined && whole !== 'columns') [left, right] = [0, layout.columns.length - 1]
  return { top, bottom, left, right }
}

/** A cell's row and column by number, null when it is not shown. */
export function placeOf(at: CellAt, layout: SheetLayout): { row: number; column: number } | null {
  const row = layout.indexOf(at.rowId)
  const column = layout.columns.indexOf(at.column)
  return row === null || column < 0 ? null : { row, column }
}

/** The next row with cells in a direction, the given one included. */
export function nextRow(layout: SheetLayout, from: number, step: 1 | -1): number | null {
  for (let row = from; row >= 0 && row < layout.rowCount; row += step) {
    if (layout.rowIdAt(row) !== null) return row
  }
  return null
}

export const hasCell = (box: Box, row: number, column: number): boolean =>
  row >= box.top && row <= box.bottom && column >= box.left && column <= box.right

/** Every cell of the boxes once, in reading order, however they overlap; nothing is listed before it is asked for. */
export function* cellsOf(boxes: readonly Box[], layout: SheetLayout): Generator<CellAt> {
  const { columns } = layout
  for (const band of bandsOf(boxes)) {
    const shown = columns.filter((_, index) =>
      band.boxes.some(({ left, right }) => index >= left && index <= right),
    )
    for (let row = band.top; row <= band.bottom; row += 1) {
      const rowId = layout.rowIdAt(row)
      if (rowId !== null) for (const column of shown) yield { rowId, column }
    }
  }
}

/** Every row that has a cell in the boxes, once and in order. */
export function* rowIdsOf(boxes: readonly Box[], layout: SheetLayout): Generator<string> {
  for (const { top, bottom } of bandsOf(boxes)) {
    for (let row = top; row <= bottom; row += 1) {
      const rowId = layout.rowIdAt(row)
      if (rowId !== null) yield rowId
    }
  }
}

interface Band {
  readonly top: number
  readonly bottom: number
  readonly boxes: readonly Box[]
}

/** Cuts boxes into bands of rows within which the same boxes are met. */
function bandsOf(boxes: readonly Box[]): readonly Band[] {
  const cuts = [...new Set(boxes.flatMap(({ top, bottom }) => [top, bottom + 1]))].sort((a, b) => a - b)
  return cuts.slice(0, -1).flatMap((top, index) => {
    const bottom = (cuts[index + 1] ?? top) - 1
    const met = boxes.filter((box) => box.top <= top && box.bottom >= bottom)
    return met.length === 0 ? [] : [{ top, bottom, boxes: met }]
  })
}

function startOfGroup(layout: SheetLayout, row: number): number {
  while (row > 0 && layout.rowIdAt(row - 1) !== null) row -= 1
  return row
}

function endOfGroup(layout: SheetLayout, row: number): number {
  while (row < layout.rowCount - 1 && layout.rowIdAt(row + 1) !== null) row += 1
  return row
}
