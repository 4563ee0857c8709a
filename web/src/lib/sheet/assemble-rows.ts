import type { Change, CreateChange, FieldId } from './save.ts'
import type { LoadedGroup, PlainRow, SheetTable } from './sheet-table.ts'

/** What putting rows together asks of their table. */
export type RowEditor<R> = Pick<SheetTable<R, LoadedGroup<R>, unknown, unknown>, 'blank' | 'edit'>

/** The rows of a group after what was done to them: cells written, rows made, moved and taken out, in that order of time. */
export function assembleRows<R>(
  confirmed: readonly PlainRow<R>[],
  changes: readonly Change[],
  table: RowEditor<R>,
): readonly PlainRow<R>[] {
  if (changes.length === 0) return confirmed
  const rows = new Map(confirmed.map((row) => [row.id, row]))
  let order: readonly string[] = confirmed.map((row) => row.id)
  for (const change of changes) {
    const { rowId } = change
    if (change.kind === 'cell') {
      const row = rows.get(rowId)
      if (row !== undefined) rows.set(rowId, write(row, change.field, change.value, table))
      continue
    }
    if (change.kind === 'create') rows.set(rowId, make(change, table))
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

function write<R>(row: PlainRow<R>, field: FieldId, text: string, table: RowEditor<R>): PlainRow<R> {
  const result = table.edit(row.record, field, text)
  return 'record' in result ? { id: row.id, line: row.line, record: result.record } : row
}

const make = <R>({ rowId, seed, cells }: CreateChange, table: RowEditor<R>): PlainRow<R> =>
  Object.entries(cells).reduce<PlainRow<R>>((row, [field, text]) => write(row, field, text, table), {
    id: rowId,
    line: null,
    record: table.blank(seed),
  })
