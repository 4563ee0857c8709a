import type { Draft } from './cell-view.ts'
import { cellKey, invertPatches } from './patch.ts'
import type { CellKey, CellPatch, Patch } from './patch.ts'
import type { WholeChange } from './take-back.ts'

/** One step a person can take back: what was changed, where one was looking, and how to name it. */
export interface HistoryBatch {
  /** Drafts name the step they were typed in: it is not over as long as one of them stands. */
  readonly id: string
  readonly patches: readonly Patch[]
  /** The address (`?year=…&agency=…`) under which the rows can be seen. */
  readonly place: string
  /** For the sentence on the button: the row's name, or what a larger step did. */
  readonly title: string
  /** While it is undone: the texts that were not taken and left their cells with it. */
  readonly drafts?: readonly Draft[]
  /** What the server did instead of patches, and takes back as a whole. */
  readonly whole?: WholeChange
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

/** The same step with only some of its patches (as they would be applied): the others are left as they are, and forgotten. */
export function stepWith(
  { history, batch, patches }: HistoryStep,
  source: 'UNDO' | 'REDO',
  isTaken: (patch: Patch) => boolean,
): HistoryStep {
  const taken = patches.filter(isTaken)
  const rest = { ...batch, patches: source === 'UNDO' ? invertPatches(taken) : taken }
  const settle = (steps: readonly HistoryBatch[]): readonly HistoryBatch[] =>
    taken.length === 0 ? steps.slice(0, -1) : [...steps.slice(0, -1), rest]
  return {
    batch: rest,
    patches: taken,
    history:
      source === 'UNDO'
        ? { ...history, undone: settle(history.undone) }
        : { ...history, done: settle(history.done) },
  }
}

/** Gives a step back that was not taken back (or not done again) after all: it is the next one again. */
export function putBack(history: History, batch: HistoryBatch, source: 'UNDO' | 'REDO'): History {
  const others = (steps: readonly HistoryBatch[]): readonly HistoryBatch[] =>
    steps.filter(({ id }) => id !== batch.id)
  const { done, undone } = { done: others(history.done), undone: others(history.undone) }
  return source === 'UNDO' ? { done: [...done, batch], undone } : { done, undone: [...undone, batch] }
}

/** A step that is taken back (or done again) only now, whatever was done since it was asked for. */
export const passStep = (history: History, batch: HistoryBatch, source: 'UNDO' | 'REDO'): History =>
  putBack(history, batch, source === 'UNDO' ? 'REDO' : 'UNDO')

/** A step as it is once it is undone: redo brings its texts back, even where nothing else is left of it. */
export const carryDrafts = (history: History, batch: HistoryBatch, drafts: readonly Draft[]): History => ({
  ...history,
  undone: [...history.undone.filter(({ id }) => id !== batch.id), { ...batch, drafts }],
})

/** The same, once its texts are in their cells again. */
export const layDown = ({ drafts: _, ...batch }: HistoryBatch): HistoryBatch => batch

/** A history without patches that were refused, and the step each of them stood in. */
export interface Forgotten {
  readonly history: History
  /** By the keys of their cells. */
  readonly steps: ReadonlyMap<CellKey, string>
}

/** Takes out the newest patch of each refused cell and text, and of each refused row: there is nothing to take back. */
export function forget(
  history: History,
  refused: readonly Pick<CellPatch, 'rowId' | 'field' | 'after'>[],
  refusedRows: readonly string[] = [],
): Forgotten {
  const open = new Map(refused.map((at) => [cellKey(at.rowId, at.field), at.after]))
  const rows = new Set(refusedRows)
  const steps = new Map<CellKey, string>()
  const isRefused = (patch: Patch, { id }: HistoryBatch): boolean => {
    if (patch.kind === 'row') return rows.delete(patch.rowId)
    const key = cellKey(patch.rowId, patch.field)
    if (open.get(key) !== patch.after) return false
    open.delete(key)
    steps.set(key, id)
    return true
  }
  const without = (batch: HistoryBatch): HistoryBatch => {
    if (open.size + rows.size === 0) return batch
    const patches = batch.patches.filter((patch) => !isRefused(patch, batch))
    return patches.length === batch.patches.length ? batch : { ...batch, patches }
  }
  // The newest first: what was taken back since is newer than what still stands.
  const undone = history.undone
    .map(without)
    .filter(({ patches, drafts = [], whole }) => whole !== undefined || patches.length + drafts.length > 0)
  const done = history.done.toReversed().map(without).toReversed()
  return { history: { done, undone }, steps }
}
