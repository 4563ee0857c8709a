import type { AnyModel } from './any-sheet.ts'
import type { GroupEnd } from './paste/plan-paste.ts'
import type { Draft } from './cell-view.ts'
import { cellKey } from './patch.ts'
import type { CellKey } from './patch.ts'
import type { EditPreview } from './preview-edits.ts'
import type { FieldId } from './save.ts'
import type { CellEdit, ChangeReport, SheetBatch } from './sheet-batch.ts'
import type { ColumnId } from './sheet-table.ts'

/** The model as tools see it that change many cells at once: texts, whatever table they stand in. */
export interface EditingModel {
  readonly fields: ReadonlySet<FieldId>
  /** Every row in order, shown or not. */
  readonly rowIds: () => readonly string[]
  readonly groupOf: (rowId: string) => string | null
  /** What the cell shows, typed text that was not taken included. */
  readonly textAt: (rowId: string, column: ColumnId) => string
  readonly preview: (edits: readonly CellEdit[]) => EditPreview
  readonly endOf: (groupId: string) => GroupEnd
  readonly newRowId: () => string
  readonly change: (batch: SheetBatch) => ChangeReport
  /** The address whose rows are shown. */
  readonly place: () => string
  /** The step an undo would take back, by its name. */
  readonly lastStep: () => string | null
  readonly undo: () => void
}

export function editingModel(model: AnyModel): EditingModel {
  const fields: ReadonlySet<FieldId> = new Set(model.table.fields)
  const draftsNow = rememberDrafts(() => model.drafts)
  return {
    fields,
    rowIds: () => model.groupIds.flatMap((id) => model.rowsOf(id).map((row) => row.id)),
    groupOf: (rowId) => model.row(rowId)?.groupId ?? null,
    textAt: (rowId, column) =>
      draftsNow().get(cellKey(rowId, column)) ?? model.shown(rowId, column)?.text ?? '',
    preview: (edits) => model.preview(edits),
    endOf: (groupId) => {
      const last = model.rowsOf(groupId).at(-1)
      return last === undefined
        ? { after: null, seed: '' }
        : { after: last.id, seed: model.table.seedAtEnd ?? model.contentOf(last.id)?.seed ?? '' }
    },
    newRowId: () => model.newRowId(),
    change: (batch) => model.change(batch),
    place: () => model.place,
    lastStep: () => model.nextUndo?.batch.id ?? null,
    undo: () => void model.undo(),
  }
}

/** The texts that were not taken by their cells, found anew only when they are others. */
function rememberDrafts(read: () => readonly Draft[]): () => ReadonlyMap<CellKey, string> {
  let known: readonly Draft[] = []
  let texts: ReadonlyMap<CellKey, string> = new Map()
  return () => {
    const drafts = read()
    if (drafts !== known) {
      known = drafts
      texts = new Map(drafts.map(({ rowId, field, text }) => [cellKey(rowId, field), text]))
    }
    return texts
  }
}
