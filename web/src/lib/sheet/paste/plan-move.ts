import type { PastePlan, PlannedEdit } from './plan-paste.ts'

/** A cell by its row and field. */
export interface CutCell {
  readonly rowId: string
  readonly field: string
}

/** A paste of what was cut: what is left of the cut cells is emptied, in the same step. */
export function planMove(paste: PastePlan, cut: readonly CutCell[]): PastePlan {
  const written = new Set(paste.edits.map(({ rowId, field }) => `${rowId}/${field}`))
  const emptied = cut
    .filter(({ rowId, field }) => !written.has(`${rowId}/${field}`))
    .map(({ rowId, field }): PlannedEdit => ({ rowId, field, text: '' }))
  return { ...paste, edits: [...emptied, ...paste.edits] }
}
