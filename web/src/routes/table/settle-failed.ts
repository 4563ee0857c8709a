import type { FailedAction } from '#lib/components/failed-item.ts'
import { m } from '#lib/i18n.ts'
import type { Draft } from '#lib/sheet/cell-view.ts'
import { cellKey } from '#lib/sheet/patch.ts'
import { writePlainBlock } from '#lib/sheet/clipboard/write-plain-block.ts'
import { rowProblemKey } from '#lib/sheet/row-problem.ts'
import type { AnyModel } from '#lib/sheet/any-sheet.ts'
import type { Failed } from './failed-items.ts'

/** The conflicts one can decide all at once, wherever their rows are. */
export const conflictsOf = ({ drafts }: Failed): readonly Draft[] =>
  drafts.filter(({ code }) => code === 'CONFLICT')

/** The texts of a row that did not come, as a spreadsheet copies them; the columns are those of the table, in order. */
export function copyOfRow(
  { rowProblems, table }: Pick<AnyModel, 'rowProblems' | 'table'>,
  key: string,
): string {
  const change = rowProblems.find((at) => rowProblemKey(at) === key)?.change
  return change?.kind === 'create'
    ? writePlainBlock([table.fields.map((field) => change.cells[field] ?? '')])
    : ''
}

/** Does what was chosen about one of the items. */
export function settleFailed(model: AnyModel, key: string, run: Exclude<FailedAction['run'], 'copy'>): void {
  const draft = model.drafts.find((at) => cellKey(at.rowId, at.field) === key)
  if (draft !== undefined) {
    if (run === 'insist') model.insist([draft], draft.title)
    else model.discard(draft.rowId, draft.field)
  }
  const problem = model.rowProblems.find((at) => rowProblemKey(at) === key)
  if (problem === undefined) return
  if (run === 'insist') model.insistOnRow(problem)
  else model.dismissRowProblem(problem)
}

/** Does it about all conflicts at once; answers how many it could not be done about, because nobody has seen their rows here. */
export function settleConflicts(
  model: AnyModel,
  conflicts: readonly Draft[],
  run: FailedAction['run'],
): number {
  if (run !== 'insist') {
    for (const { rowId, field } of conflicts) model.discard(rowId, field)
    return 0
  }
  const known = conflicts.filter((draft) => model.canInsist(draft))
  model.insist(known, m.conflict_step())
  return conflicts.length - known.length
}
