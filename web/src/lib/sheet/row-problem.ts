import type { RowChange } from './save.ts'

/** A row the server did not let come, go or move. */
export interface RowProblem {
  readonly change: RowChange
  readonly title: string
  readonly reason: string
  readonly code: string
}

/** Names a problem: a row can have one of each kind. */
export const rowProblemKey = ({ change }: RowProblem): string => `${change.kind} ${change.rowId}`
