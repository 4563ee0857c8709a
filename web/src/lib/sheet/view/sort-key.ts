import type { ColumnId } from '../sheet-table.ts'

/** One column the rows are sorted by; the first one decides, the next ones among equals. */
export interface SortKey {
  readonly id: ColumnId
  readonly direction: 'asc' | 'desc'
}

export const sameSort = (a: readonly SortKey[], b: readonly SortKey[]): boolean =>
  a.length === b.length &&
  a.every(({ id, direction }, index) => b[index]?.id === id && b[index]?.direction === direction)
