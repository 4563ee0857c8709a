import type { LastChange } from '#lib/api/last-change.ts'
import type { UndoLine } from '#lib/components/UndoDialog.svelte'
import { m } from '#lib/i18n.ts'
import { patchKey } from '#lib/sheet/undo-question.ts'
import type { BlockedPatch } from '#lib/sheet/undo-question.ts'
import { whoAndWhen } from '#lib/who-and-when.ts'
import type { StepWords } from './step-label.ts'

/** What is in the way of an undo at one place, in words. */
export function undoLine(
  { patch, title, text, code, reason, theirs }: BlockedPatch,
  last: LastChange | null,
  table: StepWords,
): UndoLine {
  const column = patch.kind === 'cell' ? table.columnName(patch.field) : m.undo_ask_row()
  const read = (value: string): string =>
    (patch.kind === 'cell' ? table.textOf?.(patch.field, value) : undefined) ?? value
  const change = theirs ?? last
  const isConflict = code === 'CONFLICT' && patch.kind === 'cell'
  return {
    key: patchKey(patch),
    where: title === '' ? column : `${title} · ${column}`,
    now:
      code === 'NOT_FOUND'
        ? m.undo_ask_gone()
        : patch.kind === 'row'
          ? ''
          : read(text ?? '') || m.cell_empty(),
    why: isConflict ? (change === null ? '' : whoAndWhen(change)) : (reason ?? ''),
    then: patch.kind === 'cell' ? read(patch.after) || m.cell_empty() : rowThen(patch.after === null),
  }
}

const rowThen = (isGone: boolean): string => (isGone ? m.row_delete() : m.row_create())
