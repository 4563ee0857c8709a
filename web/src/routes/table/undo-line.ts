import type { LastChange } from '#lib/api/last-change.ts'
import type { UndoLine } from '#lib/components/undo-line.ts'
import { m } from '#lib/i18n.ts'
import { patchKey } from '#lib/sheet/undo-question.ts'
import type { BlockedPatch } from '#lib/sheet/undo-question.ts'
import { projectCellName } from '#lib/sheet/projects/project-cell-name.ts'
import { whoAndWhen } from '#lib/who-and-when.ts'
import type { StepWords } from './step-label.ts'

/** What is in the way of an undo at one place, in words. */
export function undoLine(
  { patch, title, text, code, reason, theirs }: BlockedPatch,
  last: LastChange | null,
  table: StepWords,
): UndoLine {
  const isCell = patch.kind === 'cell' && !isPlace(patch.field)
  const column = isCell ? cellName(patch.field, table) : m.undo_ask_row()
  const read = (value: string): string =>
    (patch.kind === 'cell' ? table.textOf?.(patch.field, value) : undefined) ?? value
  const change = theirs ?? last
  const isConflict = code === 'CONFLICT' && patch.kind === 'cell'
  return {
    key: patchKey(patch),
    where: title === '' ? column : `${title} · ${column}`,
    now: code === 'NOT_FOUND' ? m.undo_ask_gone() : isCell ? read(text ?? '') || m.cell_empty() : '',
    why: isConflict ? (change === null ? '' : whoAndWhen(change)) : (reason ?? ''),
    then: isCell
      ? read(patch.after) || m.cell_empty()
      : patch.kind === 'row'
        ? rowThen(patch.after === null)
        : '',
  }
}

/** What the history of a whole group calls a row itself. */
const isPlace = (field: string): boolean => field === 'row' || field === 'position'

/** A change of a whole project has cells of the project besides those of the table. */
const cellName = (field: string, table: StepWords): string =>
  table.columnName(field) || (projectCellName(field) ?? m.undo_ask_project())

const rowThen = (isGone: boolean): string => (isGone ? m.row_delete() : m.row_create())
