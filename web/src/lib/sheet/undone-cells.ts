import type { CellAt } from './cell-range.ts'
import type { UndoResult } from './sheet-model.ts'
import type { ColumnId } from './sheet-table.ts'

/** Where an undo or redo happened; a row that came or moved is shown by its name, one that went is nowhere. */
export const undoneCells = (
  { patches, drafts }: Extract<UndoResult, { kind: 'done' }>,
  nameColumn: ColumnId,
): readonly CellAt[] => [
  ...patches.flatMap((patch) =>
    patch.kind === 'cell'
      ? [{ rowId: patch.rowId, column: patch.field }]
      : patch.after === null
        ? []
        : [{ rowId: patch.rowId, column: nameColumn }],
  ),
  ...drafts.map(({ rowId, field }) => ({ rowId, column: field })),
]
