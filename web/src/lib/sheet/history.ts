import { cellKey, invertPatches } from './patch.ts'
import type { CellPatch, Patch } from './patch.ts'

/** One step a person can take back: what was changed, where one was looking, and how to name it. */
export interface HistoryBatch {
  /** Drafts name the step they were typed in: it is not over as long as one of them stands. */
  readonly id: string
  readonly patches: readonly Patch[]
  /** The address (`?year=…&agency=…`) under which the rows can be seen. */
  readonly place: string
  /** For the sentence on the button: the row's name, or what a larger step did. */
  readonly title: string
}

/** Rows are named by id, never by position: sorting, filtering and reloading leave a history valid. */
export interface History {
  readonly done: readonly HistoryBatch[]
  readonly undone: readonly HistoryBatch[]
}

export interface HistoryStep {
  readonly history: History
  readonly batch: HistoryBatch
  /** What has to be applied to the rows. */
  readonly patches: readonly Patch[]
}

/** Steps kept; far beyond what anybody takes back. */
const depth = 1000

export const emptyHistory: History = { done: [], undone: [] }

export const record = (history: History, batch: HistoryBatch): History => ({
  done: [...history.done, batch].slice(-depth),
  undone: [],
})

export function undoStep(history: History): HistoryStep | null {
  const batch = history.done.at(-1)
  if (batch === undefined) return null
  return {
    batch,
    patches: invertPatches(batch.patches),
    history: { done: history.done.slice(0, -1), undone: [...history.undone, batch] },
  }
}

export function redoStep(history: History): HistoryStep | null {
  const batch = history.undone.at(-1)
  if (batch === undefined) return null
  return {
    batch,
    patches: batch.patches,
    history: { done: [...history.done, batch], undone: history.undone.slice(0, -1) },
  }
}

/** Without the step an undo would take back. */
export const dropDone = (history: History): History => ({ ...history, done: history.done.slice(0, -1) })

/** Without the step a redo would repeat. */
export const dropUndone = (history: History): History => ({ ...history, undone: history.undone.slice(0, -1) })

/** A history without patches that were refused, and the step each of them stood in. */
export interface Forgotten {
  readonly history: History
  /** By the keys of their cells. */
  readonly steps: ReadonlyMap<string, string>
}

/** Takes out the newest patch of each refused cell and text: there is nothing to take back. */
export function forget(
  history: History,
  refused: readonly Pick<CellPatch, 'rowId' | 'field' | 'after'>[],
): Forgotten {
  const open = new Map(refused.map((at) => [cellKey(at.rowId, at.field), at.after]))
  const steps = new Map<string, string>()
  const done = history.done.toReversed().map((batch) => {
    if (open.size === 0) return batch
    const patches = batch.patches.filter((patch) => {
      if (patch.kind !== 'cell') return true
      const key = cellKey(patch.rowId, patch.field)
      if (open.get(key) !== patch.after) return true
      open.delete(key)
      steps.set(key, batch.id)
      return false
    })
    return patches.length === batch.patches.length ? batch : { ...batch, patches }
  })
  return { history: { ...history, done: done.toReversed() }, steps }
}
