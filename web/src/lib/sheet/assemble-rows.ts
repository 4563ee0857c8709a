import type { CellChange, Change, CreateChange } from './save.ts'
import type { PlainRow } from './sheet-table.ts'

/** How changes become rows; a change that cannot be taken leaves the record as it is. */
export interface RowWriter<R> {
  readonly write: (record: R, change: CellChange) => R
  readonly make: (change: CreateChange) => R
}

/** The rows of a group after what was done to them: cells written, rows made, moved and taken out, in that order of time. */
export function assembleRows<R>(
  confirmed: readonly PlainRow<R>[],
  changes: readonly Change[],
  { write, make }: RowWriter<R>,
): readonly PlainRow<R>[] {
  if (changes.length === 0) return confirmed
  const rows = new Map(confirmed.map((row) => [row.id, row]))
  let order: readonly string[] = confirmed.map((row) => row.id)
  for (const change of changes) {
    const { rowId } = change
    if (change.kind === 'cell') {
      const row = rows.get(rowId)
      if (row !== undefined) rows.set(rowId, { ...row, record: write(row.record, change) })
      continue
    }
    if (change.kind === 'create') rows.set(rowId, { id: rowId, line: null, record: make(change) })
    const others = order.filter((id) => id !== rowId)
    order = change.kind === 'delete' ? others : placeAfter(others, rowId, change.after)
  }
  return order.flatMap((id) => rows.get(id) ?? [])
}

/** Under that row, as the first one under none, and as the last one under a row that is not there any more. */
export function placeAfter(order: readonly string[], id: string, after: string | null): readonly string[] {
  const index = after === null ? 0 : order.lastIndexOf(after) + 1
  return after !== null && index === 0 ? [...order, id] : order.toSpliced(index, 0, id)
}
