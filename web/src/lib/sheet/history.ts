import { indicatorFields } from '@biaochi/domain'
import { invertPatches } from './patch.ts'
import type { Patch } from './patch.ts'

/** One step a person can take back: what was changed, where one was looking, and how to name it. */
export interface HistoryBatch {
  readonly patches: readonly Patch[]
  /** The address (`?year=…&agency=…`) under which the rows can be seen. */
  readonly place: string
  /** The indicator's name, for the sentence on the button. */
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

/** Steps kept; far beyond what anybody takes back, and small enough for a tab's storage. */
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

/** Without the newest patch of that cell and text: it was refused, so there is nothing to take back. */
export function forget(history: History, refused: Pick<Patch, 'rowId' | 'field' | 'after'>): History {
  const same = (patch: Patch): boolean =>
    patch.rowId === refused.rowId && patch.field === refused.field && patch.after === refused.after
  const index = history.done.findLastIndex((batch) => batch.patches.some(same))
  if (index < 0) return history
  const done = history.done.flatMap((batch, at) => {
    if (at !== index) return [batch]
    const patches = batch.patches.filter((patch) => !same(patch))
    return patches.length === 0 ? [] : [{ ...batch, patches }]
  })
  return { ...history, done }
}

export const formatHistory = (history: History): string => JSON.stringify(history)

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

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

const isPatch = (value: unknown): value is Patch =>
  isRecord(value) &&
  typeof value['rowId'] === 'string' &&
  indicatorFields.some((field) => field === value['field']) &&
  typeof value['before'] === 'string' &&
  typeof value['after'] === 'string'

const isBatch = (value: unknown): value is HistoryBatch =>
  isRecord(value) &&
  typeof value['place'] === 'string' &&
  typeof value['title'] === 'string' &&
  Array.isArray(value['patches']) &&
  value['patches'].every(isPatch)

const isHistory = (value: unknown): value is History =>
  isRecord(value) &&
  Array.isArray(value['done']) &&
  value['done'].every(isBatch) &&
  Array.isArray(value['undone']) &&
  value['undone'].every(isBatch)
