import {
  formatProjectCell,
  indicatorFields,
  parseProjectCell,
  putBackCell,
  putBackProjectCell,
} from '@biaochi/domain'
import type { Actor } from '../actor.ts'
import type { ChangeLine, DatedLine } from './change-line.ts'
import type { Refused } from './cell-outcome.ts'
import { textOf } from './cell-text.ts'
import { judgeIndicator, judgeProjectCell, judgeRows, refusedBecause } from './judge-change.ts'
import { removeRows, type DraftRow, type ProjectDraft } from './project-draft.ts'
import { SUPERVISOR } from './rescore.ts'
import { rowOfSnapshot } from './row-snapshot.ts'

/** Why one line of a change set cannot be taken back. */
export interface LineRefusal extends Pick<ChangeLine, 'entity' | 'rowId' | 'projectId' | 'field'> {
  readonly refused: Refused
  /** What stands there instead. */
  readonly currentValue: string | null
  /** What would have come back; only a cell has such a text. */
  readonly previousValue?: string | null
}

export interface Inverting {
  readonly actor: Actor
  /** The newest line of every cell that has to be known, by row and field. */
  readonly newest: ReadonlyMap<string, DatedLine>
  /** Whether something changed in between is a conflict (undo), or is what is to go (restore). */
  readonly checked: boolean
}

const changed = (
  { actor, newest }: Inverting,
  { rowId, field }: ChangeLine,
  value: string | null,
): Refused => {
  const last = newest.get(`${rowId} ${field}`)
  const author = last?.author ?? '?'
  const refused = refusedBecause(actor, 'CONFLICT', 'undo-conflict', { author, value: value ?? '' })
  return last === undefined ? refused : { ...refused, changedBy: last.author, changedAt: last.at }
}

/** The refusal of a line, or null when it was taken back on the draft. */
type Invert = (
  inverting: Inverting,
  draft: ProjectDraft,
  line: ChangeLine,
) => Pick<LineRefusal, 'refused' | 'currentValue'> | null

const refusal = (refused: Refused, currentValue: string | null = null) => ({ refused, currentValue })

const restoreRow: Invert = (inverting, draft, line) => {
  const judged = judgeRows(inverting.actor, draft.project)
  if (judged !== null) return refusal(judged)
  const { id, before } = { id: line.rowId, before: draft.rows.get(line.rowId) }
  const { indicator, sourceLine } = rowOfSnapshot(line.before ?? '{}')
  if (before !== undefined) {
    if (inverting.checked)
      return refusal(changed(inverting, line, before.indicator.name), before.indicator.name)
    before.indicator = indicator
    return null
  }
  // A row that came and went more than once has used up more versions than this line knows.
  const version = Math.max(line.rowVersion, inverting.newest.get(`${id} row`)?.rowVersion ?? 0)
  draft.rows.set(id, { id, before: null, version, sourceLine, indicator })
  return null
}

const isAsMade = (line: ChangeLine, row: DraftRow): boolean => {
  const made = rowOfSnapshot(line.after ?? '{}')
  return indicatorFields.every((field) => textOf(made.indicator, field) === textOf(row.indicator, field))
}

const putBack: Invert = (inverting, draft, line) => {
  const field = indicatorFields.find((known) => known === line.field)
  const row = draft.rows.get(line.rowId)
  if (field === undefined) throw new Error(`the history has an unknown field ${line.field}`)
  const judged = judgeIndicator(inverting.actor, draft.project, field)
  if (judged !== null) return refusal(judged)
  if (row === undefined)
    return inverting.checked ? refusal(changed(inverting, { ...line, field: 'row' }, null)) : null
  const current = textOf(row.indicator, field)
  if (inverting.checked && current !== line.after) return refusal(changed(inverting, line, current), current)
  row.indicator = putBackCell(row.indicator, field, line.before ?? '')
  return null
}

const putBackProject: Invert = (inverting, draft, line) => {
  const judged = judgeProjectCell(inverting.actor, draft.project, line.field)
  if (judged !== null) return refusal(judged)
  const cell = parseProjectCell(line.field)
  const text = cell === null ? draft.supervisorId : formatProjectCell(draft.document, cell)
  const current = text === '' ? null : text
  if (cell === null && line.field !== SUPERVISOR)
    throw new Error(`the history has an unknown cell ${line.field}`)
  if (inverting.checked && current !== line.after) return refusal(changed(inverting, line, current), current)
  if (cell === null) draft.supervisorId = line.before
  else draft.document = putBackProjectCell(draft.document, cell, line.before ?? '')
  return null
}

const judgeMove: Invert = (inverting, draft, line) => {
  const judged = judgeRows(inverting.actor, draft.project)
  if (judged !== null) return refusal(judged)
  const last = inverting.newest.get(`${line.rowId} position`)
  if (!draft.rows.has(line.rowId))
    return inverting.checked ? refusal(changed(inverting, { ...line, field: 'row' }, null)) : null
  return inverting.checked && last !== undefined && last.after !== line.after
    ? refusal(changed(inverting, line, last.after), last.after)
    : null
}

const judgeRemoval: Invert = (inverting, draft, line) => {
  const judged = judgeRows(inverting.actor, draft.project)
  if (judged !== null) return refusal(judged)
  const row = draft.rows.get(line.rowId)
  if (!inverting.checked || (row !== undefined && isAsMade(line, row))) return null
  // Some cell of it is another one now: the newest of its lines says whose.
  const lines = [...inverting.newest.values()].filter(({ rowId }) => rowId === line.rowId)
  const last = lines.toSorted((a, b) => b.rowVersion - a.rowVersion)[0] ?? line
  const name = row?.indicator.name ?? null
  return refusal(changed(inverting, last, name), name)
}

/** Moved and restored rows, from the top down: each then finds above it what once stood there. */
const placeAgain = (draft: ProjectDraft, places: ReadonlyMap<string, number>): void => {
  const kept = draft.order.filter((id) => !places.has(id))
  for (const [id, index] of [...places].toSorted(([, a], [, b]) => a - b)) kept.splice(index, 0, id)
  draft.order.splice(0, draft.order.length)
  for (const id of kept) draft.order.push(id)
}

/** Takes lines of one project back on its draft; answers those that cannot be, and has taken back the others. */
export const invertLines = (
  inverting: Inverting,
  draft: ProjectDraft,
  lines: readonly ChangeLine[],
): readonly LineRefusal[] => {
  const refusals: LineRefusal[] = []
  const run = (chosen: readonly ChangeLine[], invert: Invert): readonly ChangeLine[] =>
    chosen.filter((line) => {
      const refused = invert(inverting, draft, line)
      if (refused !== null) {
        const { entity, rowId, projectId, field } = line
        const isCell = line.kind === 'UPDATE' && field !== 'position'
        const previousValue = isCell ? line.before : null
        refusals.push({ entity, rowId, projectId, field, previousValue, ...refused })
      }
      return refused === null
    })
  const rows = lines.filter(({ entity }) => entity === 'INDICATOR')
  const updates = rows.filter(({ kind }) => kind === 'UPDATE')
  const restored = run(
    rows.filter(({ kind }) => kind === 'DELETE'),
    restoreRow,
  )
  run(
    // The targets first: the actuals are read against them.
    [
      ...updates.filter(({ field }) => field === 'target'),
      ...updates.filter(({ field }) => field !== 'target' && field !== 'position'),
    ],
    putBack,
  )
  const moved = run(
    updates.filter(({ field }) => field === 'position'),
    judgeMove,
  ).filter(({ rowId }) => draft.rows.has(rowId))
  const removed = run(
    rows.filter(({ kind }) => kind === 'CREATE'),
    judgeRemoval,
  )
  run(
    lines.filter(({ entity }) => entity === 'PROJECT'),
    putBackProject,
  )
  if (removed.length > 0) removeRows(draft, new Set(removed.map(({ rowId }) => rowId)))
  const gone = new Set(removed.map(({ rowId }) => rowId))
  const places = new Map(
    [
      ...restored.map(({ rowId, before }) => [rowId, rowOfSnapshot(before ?? '{}').position] as const),
      ...moved.map(({ rowId, before }) => [rowId, Number(before)] as const),
    ].filter(([id]) => !gone.has(id)),
  )
  for (const { rowId } of moved) draft.moved.add(rowId)
  if (places.size > 0) placeAgain(draft, places)
  return refusals
}
