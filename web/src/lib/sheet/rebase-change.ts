import { cellKey } from './patch.ts'
import type { CellKey } from './patch.ts'
import type { Change } from './save.ts'

/** What an answer says about the rows that changes still waiting are based on. */
export interface Answered {
  /** Versions known before the answer. */
  readonly before: ReadonlyMap<string, number>
  readonly now: (rowId: string) => number
  readonly isSaved: ReadonlySet<CellKey>
  readonly created: ReadonlySet<string>
}

/**
 * A change keeps the version its writer saw: whoever writes between is noticed. Only what this tab's own answer
 * did to the same cell, or alone to the row, is no reason for a conflict.
 */
export const rebaseOn =
  ({ before, now, isSaved, created }: Answered) =>
  (change: Change): Change => {
    if (change.kind === 'create') return change
    const { rowId } = change
    const version = now(rowId)
    const isOwn =
      created.has(rowId) ||
      (change.kind === 'cell'
        ? isSaved.has(cellKey(rowId, change.field))
        : before.get(rowId) === version - 1 && change.version === version - 1)
    return isOwn && change.version < version ? { ...change, version } : change
  }
