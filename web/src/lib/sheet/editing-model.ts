import type { GroupEnd } from './paste/plan-paste.ts'
import type { FieldId } from './save.ts'
import type { ChangeReport, SheetBatch } from './sheet-batch.ts'
import type { SheetModel } from './sheet-model.ts'
import type { ColumnId, LoadedGroup } from './sheet-table.ts'

/** The model as tools see it that change many cells at once: texts, whatever table they stand in. */
export interface EditingModel {
  readonly fields: ReadonlySet<FieldId>
  /** Every row in order, shown or not. */
  readonly rowIds: () => readonly string[]
  readonly groupOf: (rowId: string) => string | null
  readonly textAt: (rowId: string, column: ColumnId) => string
  readonly endOf: (groupId: string) => GroupEnd
  readonly newRowId: () => string
  readonly change: (batch: SheetBatch) => ChangeReport
  /** The step an undo would take back, by its name. */
  readonly lastStep: () => string | null
  readonly undo: () => void
}

export function editingModel<R, Group extends LoadedGroup<R>, Computed, View>(
  model: SheetModel<R, Group, Computed, View>,
): EditingModel {
  return {
    fields: new Set(model.table.fields),
    rowIds: () => model.groupIds.flatMap((id) => model.rowsOf(id).map((row) => row.id)),
    groupOf: (rowId) => model.row(rowId)?.groupId ?? null,
    textAt: (rowId, column) => model.cell(rowId, column)?.text ?? '',
    endOf: (groupId) => {
      const last = model.rowsOf(groupId).at(-1)
      return last === undefined
        ? { after: null, seed: '' }
        : { after: last.id, seed: model.table.seedOf(last.record) }
    },
    newRowId: () => model.newRowId(),
    change: (batch) => model.change(batch),
    lastStep: () => model.nextUndo?.batch.id ?? null,
    undo: () => void model.undo(),
  }
}
