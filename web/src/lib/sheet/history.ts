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
/** Patches kept over a reload; a tab's storage is small. */
const storedPatches = 10_000

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

/** The newest steps, as many as there is room for. */
export function formatHistory(history: History): string {
  let room = storedPatches
  const fitting = (batches: readonly HistoryBatch[]): readonly HistoryBatch[] => {
    // A step of nothing but refused texts ends with the page that keeps them.
    const whole = batches.filter((batch) => batch.patches.length > 0).toReversed()
    return whole.filter((batch) => (room -= batch.patches.length + 1) >= 0).toReversed()
  }
  return JSON.stringify({ done: fitting(history.done), undone: fitting(history.undone) })
}

/** The inverse of formatHistory; anything else, an older shape included, is an empty history. */
export function parseHistory(text: string | null): History {
  if (text === null) return emptyHistory
  try {
    const value: unknown = JSON.parse(text)
    return isHistory(value) ? value : emptyHistory
  } catch {
    return emptyHistory
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

const isText = (value: unknown): value is string => typeof value === 'string'

const isContent = (value: unknown): boolean =>
  value === null ||
  (isObject(value) &&
    (value['after'] === null || isText(value['after'])) &&
    isText(value['seed']) &&
    isObject(value['cells']) &&
    Object.values(value['cells']).every(isText))

const isPatch = (value: unknown): value is Patch => {
  if (!isObject(value) || !isText(value['rowId'])) return false
  if (value['kind'] === 'cell')
    return isText(value['field']) && isText(value['before']) && isText(value['after'])
  return (
    value['kind'] === 'row' &&
    isText(value['groupId']) &&
    isContent(value['before']) &&
    isContent(value['after'])
  )
}

const isBatch = (value: unknown): value is HistoryBatch =>
  isObject(value) &&
  isText(value['id']) &&
  isText(value['place']) &&
  isText(value['title']) &&
  Array.isArray(value['patches']) &&
  value['patches'].every(isPatch)

const isHistory = (value: unknown): value is History =>
  isObject(value) &&
  Array.isArray(value['done']) &&
  value['done'].every(isBatch) &&
  Array.isArray(value['undone']) &&
  value['undone'].every(isBatch)
