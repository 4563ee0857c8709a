import { m } from '#lib/i18n.ts'
import { columnName } from '#lib/sheet/columns.ts'
import type { NextStep } from '#lib/sheet/sheet-model.ts'

/** What a press of the button would do, in one sentence. */
export function undoLabel(step: NextStep | null): string {
  if (step === null) return m.undo_nothing()
  const [draft] = step.drafts
  if (step.patches.length === 0 && draft !== undefined) return m.undo_draft({ text: draft.text })
  return label(step, m.undo_what, m.undo_step)
}

export const redoLabel = (step: NextStep | null): string =>
  step === null ? m.redo_nothing() : label(step, m.redo_what, m.redo_step)

function label(
  { batch: { title }, patches }: NextStep,
  cell: typeof m.undo_what,
  step: typeof m.undo_step,
): string {
  const [patch] = patches
  if (patches.length !== 1 || patch?.kind !== 'cell') return step({ title, count: patches.length })
  return cell({ title, column: columnName(patch.field), from: patch.before, to: patch.after })
}
