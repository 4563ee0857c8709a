import { m } from '#lib/i18n.ts'
import { columnNames } from '#lib/sheet/columns.ts'
import type { NextStep } from '#lib/sheet/sheet-model.ts'

/** What a press of the button would do, in one sentence. */
export function undoLabel(step: NextStep | null): string {
  if (step === null) return m.undo_nothing()
  if (step.kind === 'draft') return m.undo_draft({ text: step.draft.text })
  const [patch] = step.patches
  if (patch === undefined) return m.undo_nothing()
  const { before: from, after: to } = patch
  return m.undo_what({ title: step.batch.title, column: columnNames[patch.field](), from, to })
}

export function redoLabel(step: NextStep | null): string {
  const patch = step?.kind === 'patches' ? step.patches[0] : undefined
  if (step?.kind !== 'patches' || patch === undefined) return m.redo_nothing()
  const { before: from, after: to } = patch
  return m.redo_what({ title: step.batch.title, column: columnNames[patch.field](), from, to })
}
