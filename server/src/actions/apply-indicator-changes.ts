import { createHash } from 'node:crypto'
import type { IndicatorField } from '@biaochi/domain'
import { newId, type ChangeSource, type Database, type Sql } from '@biaochi/prisma'
import type { Actor } from '../actor.ts'
import { isId } from '../paging.ts'
import { isStorableText } from '../storable.ts'
import type { CellOutcome } from './cell-outcome.ts'
import { abortGood, evaluateChanges, type LastChanged } from './evaluate-changes.ts'
import { openProjects, type OpenProject } from './open-projects.ts'
import { refusal, type Refusal } from './refusal.ts'
import { savedAnswer, saveChangeSet, type SavedAnswer } from './save-change-set.ts'
import { rescore } from './rescore.ts'
import { saveRows } from './save-rows.ts'

export const MAX_CHANGES = 50_000
const MAX_KEY = 200

export interface CellEdit {
  readonly indicatorId: string
  readonly field: IndicatorField
  /** What was typed; null clears. */
  readonly value: string | null
  /** The version of the row the change was based on. */
  readonly version: number
}

export interface IndicatorChanges {
  readonly changes: readonly CellEdit[]
  readonly mode: 'ALL_OR_NOTHING' | 'ACCEPT_VALID'
  readonly source: ChangeSource
  readonly idempotencyKey: string | null
}

export interface AppliedChanges {
  readonly kind: 'answered'
  readonly applied: boolean
  readonly changeSetId: string | null
  readonly outcomes: readonly CellOutcome[]
  readonly indicatorIds: readonly string[]
  readonly projectIds: readonly string[]
}

const answered = (
  answer: Omit<AppliedChanges, 'kind' | 'indicatorIds' | 'projectIds'>,
  projects: readonly OpenProject[],
): AppliedChanges => {
  const asked = new Set(answer.outcomes.map(({ indicatorId }) => indicatorId.toLowerCase()))
  const touched = projects.filter(({ indicators }) => indicators.some(({ id }) => asked.has(id)))
  return {
    kind: 'answered',
    ...answer,
    indicatorIds: touched
      .flatMap(({ indicators }) => indicators.map(({ id }) => id))
      .filter((id) => asked.has(id)),
    projectIds: touched.map(({ id }) => id),
  }
}

const replayed = (saved: SavedAnswer, hash: string): AppliedChanges | Refusal =>
  saved.requestHash === hash
    ? { kind: 'answered', applied: true, changeSetId: saved.changeSetId, ...saved.answer }
    : refusal('BAD_INPUT', 'key-reused')

/** One statement, and only when some row is newer than a change was based on. */
const readLastChanged = async (
  sql: Sql,
  edits: readonly CellEdit[],
  projects: readonly OpenProject[],
): Promise<LastChanged> => {
  const versions = new Map(
    projects.flatMap(({ indicators }) => indicators.map(({ id, version }) => [id, version])),
  )
  const stale = edits.filter(
    ({ indicatorId, version }) => version < (versions.get(indicatorId.toLowerCase()) ?? 0),
  )
  if (stale.length === 0) return () => 0
  const rows = await sql.query<{ rowId: string; field: string; version: number }>(
    `SELECT "row_id" AS "rowId", "field", max("row_version") AS "version" FROM "cell_change"
     WHERE "row_id" = ANY($1::uuid[]) AND "row_version" > $2::int GROUP BY "row_id", "field"`,
    [
      [...new Set(stale.map(({ indicatorId }) => indicatorId.toLowerCase()))],
      stale.reduce((least, { version }) => Math.min(least, version), Infinity),
    ],
  )
  const last = new Map(rows.map(({ rowId, field, version }) => [`${rowId} ${field}`, version]))
  return (id, field) => last.get(`${id} ${field}`) ?? 0
}

const applyIn = async (
  sql: Sql,
  actor: Actor,
  input: IndicatorChanges,
  hash: string | null,
): Promise<AppliedChanges> => {
  const ids = new Set(input.changes.map(({ indicatorId }) => indicatorId.toLowerCase()).filter(isId))
  const projects = await openProjects(sql, [...ids].toSorted())
  const evaluated = evaluateChanges(
    actor,
    input.changes,
    projects,
    await readLastChanged(sql, input.changes, projects),
  )
  const good = evaluated.outcomes.filter(({ accepted }) => accepted).length
  if (good === 0 || (good < evaluated.outcomes.length && input.mode === 'ALL_OR_NOTHING')) {
    const outcomes = abortGood(actor, evaluated, projects)
    return answered({ applied: false, changeSetId: null, outcomes }, projects)
  }
  const rescored = rescore(projects, evaluated.changed)
  await saveRows(sql, rescored)
  const newVersions = new Map(rescored.flatMap(({ rows }) => rows.map(({ id, version }) => [id, version])))
  const outcomes = evaluated.outcomes.map((outcome) => ({
    ...outcome,
    currentVersion: newVersions.get(outcome.indicatorId.toLowerCase()) ?? outcome.currentVersion,
  }))
  const changeSetId = newVersions.size === 0 && hash === null ? null : newId()
  const answer = answered({ applied: true, changeSetId, outcomes }, projects)
  if (changeSetId !== null) {
    const key =
      hash === null || input.idempotencyKey === null ? null : { key: input.idempotencyKey, hash, answer }
    await saveChangeSet(sql, { id: changeSetId, author: actor.author, source: input.source, key, rescored })
  }
  return answer
}

/** The one way indicators are changed: permission, state, version, parsing, scores and history in one transaction. */
export const applyIndicatorChanges = async (
  db: Database,
  actor: Actor,
  input: IndicatorChanges,
): Promise<AppliedChanges | Refusal> => {
  const { changes, idempotencyKey: key } = input
  if (changes.length === 0) return refusal('BAD_INPUT', 'no-changes')
  if (changes.length > MAX_CHANGES) return refusal('TOO_LARGE', 'too-many-changes', { max: MAX_CHANGES })
  if (key === null) return db.sql.transaction((sql) => applyIn(sql, actor, input, null))
  if (key.length > MAX_KEY) return refusal('BAD_INPUT', 'text-too-long', { max: MAX_KEY })
  if (!isStorableText(key)) return refusal('BAD_INPUT', 'unstorable-text')
  const hash = createHash('sha256')
    .update(JSON.stringify([changes, input.mode, input.source]))
    .digest('hex')
  return db.sql.transaction(async (sql) => {
    // The lock makes the second of two requests with one key wait for the first, and then find its answer.
    await sql.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))::text`, [`${actor.author} ${key}`])
    const saved = await savedAnswer(sql, actor.author, key)
    return saved === null ? applyIn(sql, actor, input, hash) : replayed(saved, hash)
  })
}
