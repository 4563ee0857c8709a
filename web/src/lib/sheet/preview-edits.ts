import { cellKey } from './patch.ts'
import type { CellKey } from './patch.ts'
import type { CellEdit } from './sheet-batch.ts'
import type { FieldId } from './save.ts'
import type { ColumnId, LoadedGroup, Row, SheetTable, ShownCell } from './sheet-table.ts'

/** What rows would say after edits that are not made. */
export interface EditPreview {
  readonly shownAt: (rowId: string, column: ColumnId) => ShownCell | null
  /** Why texts would not be taken. */
  readonly refused: ReadonlyMap<CellKey, string>
}

interface PreviewedRows<R, Group, Computed> {
  readonly row: (id: string) => Row<R, Computed> | undefined
  readonly rowsOf: (groupId: string) => readonly Row<R, Computed>[]
  readonly group: (id: string) => Group | undefined
  readonly lockOf: (rowId: string, field: FieldId) => string | null
}

/** Reads the texts as a change does, and computes the groups of their rows anew, beside what is shown; nothing is kept. */
export function previewEdits<R, Group extends LoadedGroup<R>, Computed, View>(
  table: SheetTable<R, Group, Computed, View>,
  store: PreviewedRows<R, Group, Computed>,
  edits: readonly CellEdit[],
): EditPreview {
  const records = new Map<string, R>()
  const refused = new Map<CellKey, string>()
  const groupIds = new Set<string>()
  const spelled = table.spellOut?.({ source: 'EDIT', title: '', edits }).edits ?? edits
  for (const { rowId, field, text } of spelled) {
    const row = store.row(rowId)
    if (row === undefined) continue
    groupIds.add(row.groupId)
    const result = table.edit(records.get(rowId) ?? row.record, field, text)
    const reason = 'refused' in result ? table.describe(result.refused) : store.lockOf(rowId, field)
    if (reason !== null) refused.set(cellKey(rowId, field), reason)
    else if ('record' in result) records.set(rowId, result.record)
  }
  const computed = new Map<string, Computed>()
  for (const groupId of groupIds) {
    const group = store.group(groupId)
    const rows = store.rowsOf(groupId).map(({ id, line, record }) => ({
      id,
      line,
      record: records.get(id) ?? record,
    }))
    const results = group === undefined ? [] : table.compute(group, rows).rows
    rows.forEach(({ id }, index) => {
      const result = results[index]
      if (result !== undefined) computed.set(id, result)
    })
  }
  return {
    refused,
    shownAt: (rowId, column) => {
      const row = store.row(rowId)
      const after = computed.get(rowId)
      if (row === undefined || after === undefined) return null
      const { id, groupId, line, record } = row
      const edited = { id, groupId, line, record: records.get(rowId) ?? record, computed: after }
      return table.show(edited, column)
    },
  }
}
