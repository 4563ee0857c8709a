import type { ColumnId } from '../sheet-table.ts'

export type Side = 'left' | 'right'

/** How a person wants one column; the list of them is in their order. */
export interface ColumnLayout {
  readonly id: ColumnId
  readonly width: number
  /** Its share of the room that is left, until somebody gives it a width. */
  readonly flex: number | null
  /** The side it is frozen at. */
  readonly pinned: Side | null
  readonly hidden: boolean
}

export type Columns = readonly ColumnLayout[]

const change = (columns: Columns, id: ColumnId, parts: Partial<ColumnLayout>): Columns =>
  columns.map((column) => (column.id === id ? { ...column, ...parts } : column))

/** The columns a person has arranged, with those they do not know yet where the table puts them. */
export function completed(known: Columns, standard: Columns): Columns {
  const columns = [...known]
  for (const [index, column] of standard.entries()) {
    if (columns.some(({ id }) => id === column.id)) continue
    const before = standard[index - 1]?.id
    columns.splice(columns.findIndex(({ id }) => id === before) + 1, 0, column)
  }
  return columns
}

/** Shows or hides a column; the last one that is shown stays. */
export function showColumn(columns: Columns, id: ColumnId, shown: boolean): Columns {
  const others = columns.filter((column) => column.id !== id && !column.hidden)
  return !shown && others.length === 0 ? columns : change(columns, id, { hidden: !shown })
}

/** A frozen column gives up its share of the room: only what scrolls is stretched. */
export const pinColumn = (columns: Columns, id: ColumnId, pinned: Side | null): Columns =>
  change(columns, id, { pinned })

/** The columns as they stand on the screen: frozen left, scrolling, frozen right. */
export const displayOrder = (columns: Columns): Columns => [
  ...columns.filter((column) => column.pinned === 'left'),
  ...columns.filter((column) => column.pinned === null),
  ...columns.filter((column) => column.pinned === 'right'),
]

/** One place further among the columns of its side, past those that are hidden. */
export function moveColumn(columns: Columns, id: ColumnId, step: 1 | -1): Columns {
  const order = [...displayOrder(columns)]
  const from = order.findIndex((column) => column.id === id)
  const moved = order[from]
  if (moved === undefined) return columns
  let to = from + step
  while (order[to]?.hidden === true && order[to]?.pinned === moved.pinned) to += step
  if (order[to]?.pinned !== moved.pinned) return columns
  order.splice(from, 1)
  order.splice(to, 0, moved)
  return order
}

/** Freezes everything up to this column at the left, as a spreadsheet freezes panes; null frees all. */
export function freezeUpTo(columns: Columns, id: ColumnId | null): Columns {
  const order = displayOrder(columns)
  const last = order.findIndex((column) => column.id === id)
  return order.map((column, index) => {
    if (column.pinned === 'right' && index > last) return column
    return { ...column, pinned: index <= last ? 'left' : null }
  })
}

export const sameColumns = (a: Columns, b: Columns): boolean =>
  a.length === b.length &&
  a.every(({ id, width, flex, pinned, hidden }, index) => {
    const other = b[index]
    return (
      other !== undefined &&
      other.id === id &&
      // A stretched column has whatever width the window leaves it.
      (other.width === width || (flex !== null && other.flex === flex)) &&
      other.flex === flex &&
      other.pinned === pinned &&
      other.hidden === hidden
    )
  })
