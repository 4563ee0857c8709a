import type { HistoryBatch } from './history.ts'
import { cellKey } from './patch.ts'
import type { Patch } from './patch.ts'
import type { Theirs } from './save.ts'

/** Something an undo would have to take back that is not as the step had left it. */
export interface BlockedPatch {
  /** As it would be applied: `after` is what an undo would put there. */
  readonly patch: Patch
  readonly title: string
  /** What stands there now; null where the row is not there. */
  readonly text: string | null
  readonly code: string
  /** The server's own words, when it was the server that said no. */
  readonly reason: string | null
  /** Who wrote it, as far as it is known already. */
  readonly theirs: Theirs | null
}

/** An undo or redo that waits for a person to decide; until then nothing is changed and nothing forgotten. */
export interface UndoQuestion {
  readonly source: 'UNDO' | 'REDO'
  readonly batch: HistoryBatch
  readonly blocked: readonly BlockedPatch[]
  /** How many patches of the step nobody is in the way of. */
  readonly free: number
  /** Whether all of it can be done over what stands there. */
  readonly canOverwrite: boolean
}

/** rest: what nobody is in the way of · overwrite: all of it · leave: nothing, and the step stays where it is. */
export type UndoAnswer = 'rest' | 'overwrite' | 'leave'

/** Names a place that is written once in a step: a cell, or a row itself. */
export const patchKey = (patch: Patch): string =>
  patch.kind === 'cell' ? cellKey(patch.rowId, patch.field) : patch.rowId

export function askAbout(
  source: 'UNDO' | 'REDO',
  batch: HistoryBatch,
  blocked: readonly BlockedPatch[],
  places = batch.patches.length,
): UndoQuestion {
  return {
    source,
    batch,
    blocked,
    free: places - blocked.length,
    canOverwrite: blocked.every(({ code }) => code === 'CONFLICT'),
  }
}
