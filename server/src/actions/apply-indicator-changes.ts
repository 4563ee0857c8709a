import type { IndicatorField } from '@biaochi/domain'
import type { ChangeSource, Database, Sql, Transaction } from '@biaochi/prisma'
import { z } from 'zod'
import type { Actor } from '../actor.ts'
import { isId } from '../paging.ts'
import { cellOutcomeShape, rowOutcomeShape, type CellOutcome, type RowOutcome } from './cell-outcome.ts'
import { evaluateCells } from './evaluate-changes.ts'
import {
  evaluateCreates,
  evaluateMoves,
  judgeDeletes,
  readFormerRows,
  type RowCreate,
  type RowDelete,
  type RowMove,
} from './evaluate-rows.ts'
import { abortGood, settle } from './indicator-outcomes.ts'
import { readLastChanges } from './last-changes.ts'
import { once, type RequestKey } from './once.ts'
import { openProjects } from './open-projects.ts'
import { draftOf, placesOf, removeRows, type ProjectDraft } from './project-draft.ts'
import { previewOf, type Preview } from './preview-changes.ts'
import { refusal, type Refusal } from './refusal.ts'
import { rescore } from './rescore.ts'
import { saveRescored } from './save-rescored.ts'

export const MAX_CHANGES = 50_000

export interface CellEdit {
  readonly indicatorId: string
  readonly field: IndicatorField
  /** What was typed; null clears. */
  readonly value: string | null
  /** The version of the row the change was based on. */
  readonly version: number
}

export interface IndicatorChanges {
  readonly creates: readonly RowCreate[]
  readonly changes: readonly CellEdit[]
  readonly moves: readonly RowMove[]
  readonly deletes: readonly RowDelete[]
  readonly mode: 'ALL_OR_NOTHING' | 'ACCEPT_VALID'
  readonly source: ChangeSource
  readonly dryRun: boolean
  readonly idempotencyKey: string | null
}

export interface AppliedChanges {
  readonly kind: 'answered'
  readonly applied: boolean
  readonly changeSetId: string | null
  readonly outcomes: readonly CellOutcome[]
  readonly rowOutcomes: readonly RowOutcome[]
  readonly indicatorIds: readonly string[]
  readonly projectIds: readonly string[]
  /** Of a dry run only: what the rows and projects would be. */
  readonly preview: Preview | null
}

type Answer = Omit<AppliedChanges, 'kind' | 'preview' | 'changeSetId' | 'applied'>

const answerShape: z.ZodType<Answer> = z.object({
  outcomes: z.array(cellOutcomeShape),
  rowOutcomes: z.array(rowOutcomeShape).default([]),
  indicatorIds: z.array(z.string()),
  projectIds: z.array(z.string()),
})

const lower = ({ indicatorId }: { readonly indicatorId: string }): string => indicatorId.toLowerCase()

interface Tried {
  readonly outcomes: readonly CellOutcome[]
  readonly rowOutcomes: readonly RowOutcome[]
}

/** Tries everything on the drafts: rows are made, cells edited, rows moved, and last of all rows taken out. */
const tryChanges = async (
  sql: Sql,
  actor: Actor,
  input: IndicatorChanges,
  drafts: readonly ProjectDraft[],
): Promise<Tried> => {
  const { creates, changes, moves, deletes } = input
  const known = placesOf(drafts)
  const versions = new Map([...known].map(([id, { row }]) => [id, row.version]))
  const based = [...changes, ...moves, ...deletes].map((change) => ({
    id: lower(change),
    version: change.version,
  }))
  const last = await readLastChanges(sql, based, versions)
  const former = await readFormerRows(sql, creates.map(({ id }) => id.toLowerCase()).filter(isId))
  const gone = judgeDeletes(actor, deletes, known, last)
  const going = new Set(gone.filter(({ accepted }) => accepted).map(lower))
  const made = evaluateCreates(actor, creates, drafts, former)
  const places = creates.length === 0 ? known : placesOf(drafts)
  const outcomes = evaluateCells(actor, changes, places, last, going)
  const moved = evaluateMoves(actor, moves, places, last, going)
  if (going.size > 0) for (const draft of drafts) removeRows(draft, going)
  return { outcomes, rowOutcomes: [...made, ...moved, ...gone] }
}

/** The rows asked for and the projects they are in, of those that exist. */
const touched = (
  input: IndicatorChanges,
  drafts: readonly ProjectDraft[],
): Pick<Answer, 'indicatorIds' | 'projectIds'> => {
  const asked = new Set([
    ...[...input.changes, ...input.moves, ...input.deletes].map(lower),
    ...input.creates.map(({ id }) => id.toLowerCase()),
  ])
  const hit = drafts.filter(
    ({ rows, project }) =>
      [...rows.keys()].some((id) => asked.has(id)) || project.indicators.some(({ id }) => asked.has(id)),
  )
  return {
    indicatorIds: hit.flatMap(({ rows }) => [...rows.keys()].filter((id) => asked.has(id))),
    projectIds: hit.map(({ project }) => project.id),
  }
}

const applyIn = async (
  sql: Transaction,
  actor: Actor,
  input: IndicatorChanges,
  key: RequestKey | null,
): Promise<AppliedChanges> => {
  const ids = new Set([...input.changes, ...input.moves, ...input.deletes].map(lower).filter(isId))
  const projectIds = new Set(input.creates.map(({ projectId }) => projectId.toLowerCase()).filter(isId))
  const projects = await openProjects(sql, [...ids].toSorted(), [...projectIds].toSorted())
  const drafts = projects.map(draftOf)
  const tried = await tryChanges(sql, actor, input, drafts)
  const verdicts = [...tried.outcomes, ...tried.rowOutcomes]
  const good = verdicts.filter(({ accepted }) => accepted).length
  const nothing = { kind: 'answered', applied: false, changeSetId: null, preview: null } as const
  if (good === 0 || (good < verdicts.length && input.mode === 'ALL_OR_NOTHING')) {
    const untouched = projects.map(draftOf)
    return { ...nothing, ...abortGood(actor, tried, untouched), ...touched(input, untouched) }
  }
  const rescored = rescore(drafts)
  const answer: Answer = { ...settle(tried, drafts, rescored), ...touched(input, drafts) }
  if (input.dryRun) return { ...nothing, ...answer, preview: previewOf(rescored) }
  const changeSetId = saveRescored(sql, actor, { source: input.source, key, answer }, rescored)
  return { ...nothing, applied: true, changeSetId, ...answer }
}

/** The one way indicators are changed: permission, state, version, parsing, scores and history in one transaction. */
export const applyIndicatorChanges = async (
  db: Database,
  actor: Actor,
  input: IndicatorChanges,
): Promise<AppliedChanges | Refusal> => {
  const { creates, changes, moves, deletes, mode, source, dryRun } = input
  const count = creates.length + changes.length + moves.length + deletes.length
  const cells = creates.reduce((sum, create) => sum + create.cells.length, count)
  if (count === 0) return refusal('BAD_INPUT', 'no-changes')
  if (cells > MAX_CHANGES) return refusal('TOO_LARGE', 'too-many-changes', { max: MAX_CHANGES })
  if (dryRun) return db.sql.transaction((sql) => applyIn(sql, actor, input, null))
  return once(db, actor, input.idempotencyKey, [creates, changes, moves, deletes, mode, source], {
    shape: answerShape,
    run: (sql, key) => applyIn(sql, actor, input, key),
    again: (changeSetId, answer) => ({
      kind: 'answered',
      applied: true,
      changeSetId,
      preview: null,
      ...answer,
    }),
  })
}
