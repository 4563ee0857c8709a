import type { CellAt, SheetLayout } from '@biaochi/web/sheet/cell-range'

/**
 * A sheet from its rows: '#' begins a group, other rows are an id and then one letter a cell, '.' for an empty one.
 * Columns are a, b, c …
 */
export function layoutOf(rows: readonly string[]) {
  const ids = rows.map((row) => (row.startsWith('#') ? null : (row.split(' ')[0] ?? '')))
  const cells = new Map(rows.map((row) => [row.split(' ')[0] ?? '', row.split(' ')[1] ?? '']))
  const width = Math.max(...[...cells.values()].map((text) => text.length))
  const columns = Array.from({ length: width }, (_, index) => String.fromCharCode(97 + index))
  const layout: SheetLayout = {
    rowCount: rows.length,
    columns,
    rowIdAt: (index) => ids[index] ?? null,
    indexOf: (rowId) => (ids.includes(rowId) ? ids.indexOf(rowId) : null),
  }
  const isFilled = ({ rowId, column }: CellAt): boolean => cells.get(rowId)?.[columns.indexOf(column)] !== '.'
  return { layout, isFilled }
}

/** 'r1b' is the cell of row r1 in column b. */
export const at = (text: string): CellAt => ({ rowId: text.slice(0, -1), column: text.slice(-1) })
export const told = (cell: CellAt | null): string | null => cell && `${cell.rowId}${cell.column}`
