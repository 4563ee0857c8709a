import type { History, HistoryBatch } from '../history.ts'
import type { Keeping } from './sheet-memory.ts'

/** The steps in the order of time: first those done, then those that can be done again. */
const timeline = ({ done, undone }: History): readonly HistoryBatch[] => [...done, ...undone.toReversed()]

const position = ({ done }: History): string => done.at(-1)?.id ?? ''

/** What has to be stored when a history changes: the steps that are new or not the same, never all of them. */
export function keepHistory(before: History, after: History): readonly Keeping[] {
  const stored = new Map(timeline(before).map((step) => [step.id, step]))
  const steps = timeline(after)
  const left = new Set(steps.map(({ id }) => id))
  const puts = steps.filter((step) => stored.get(step.id) !== step)
  const gone = [...stored.keys()].filter((id) => !left.has(id))
  return [
    ...puts.map((value): Keeping => ({ shelf: 'step', key: value.id, value })),
    ...gone.map((key): Keeping => ({ shelf: 'step', key, value: null })),
    ...(position(before) === position(after)
      ? []
      : [{ shelf: 'position', key: '', value: position(after) } satisfies Keeping]),
  ]
}

/** The inverse: stored steps in the order of time, and where the undoing stood. */
export function readHistory(steps: readonly HistoryBatch[], newest: string | null): History {
  const index = steps.findIndex(({ id }) => id === newest)
  const count = newest === '' ? 0 : index < 0 ? steps.length : index + 1
  return { done: steps.slice(0, count), undone: steps.slice(count).toReversed() }
}
