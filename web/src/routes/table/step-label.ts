import { m } from '#lib/i18n.ts'
import type { GridTable } from '#lib/sheet/grid-table.ts'
import type { NextStep } from '#lib/sheet/sheet-model.ts'

export type StepWords = Pick<GridTable, 'columnName' | 'textOf'>

/** What a press of the button would do, in one sentence. */
export function undoLabel(step: NextStep | null, table: StepWords): string {
  if (step === null) return m.undo_nothing()
  if (step.batch.whole !== undefined) return m.undo_whole({ title: step.batch.title })
  const [draft] = step.drafts
  if (step.patches.length === 0 && draft !== undefined) return m.undo_draft({ text: draft.text })
  return label(step, table, m.undo_what, m.undo_step)
}

export function redoLabel(step: NextStep | null, table: StepWords): string {
  if (step === null) return m.redo_nothing()
  if (step.batch.whole !== undefined) return m.redo_whole({ title: step.batch.title })
  return label(step, table, m.redo_what, m.redo_step)
}

function label(
  { batch: { title }, patches }: NextStep,
  table: StepWords,
  cell: typeof m.undo_what,
  step: typeof m.undo_step,
): string {
  const [patch] = patches
  if (patches.length !== 1 || patch?.kind !== 'cell') return step({ title, count: patches.length })
  const textOf = (text: string): string => table.textOf?.(patch.field, text) ?? text
  return cell({
    title,
    column: table.columnName(patch.field),
    from: textOf(patch.before),
    to: textOf(patch.after),
  })
}
