import { emptyIndicator, type IndicatorField, type IndicatorPeriod } from '@biaochi/domain'
import type { Sql } from '@biaochi/prisma'
import type { Actor } from '../actor.ts'
import { isId } from '../paging.ts'
import type { Refused, RowOutcome } from './cell-outcome.ts'
import { typedCell } from './evaluate-changes.ts'
import { judgeRows, judgeVersion, refusedBecause, unknownId } from './judge-change.ts'
import type { LastChange, LastChanges } from './last-changes.ts'
import { placeRow, takeFromOrder, type Place, type placesOf, type ProjectDraft } from './project-draft.ts'

export interface RowCreate extends Place {
  /** Made by the client: a UUIDv7. */
  readonly id: string
  readonly projectId: string
  readonly period: IndicatorPeriod
  readonly cells: readonly { readonly field: IndicatorField; readonly value: string | null }[]
}

export interface RowMove extends Place {
  readonly indicatorId: string
  readonly version: number
}

export interface RowDelete {
  readonly indicatorId: string
  readonly version: number
}

type Operation = RowOutcome['operation']
type Places = ReturnType<typeof placesOf>

const outcome = (
  indicatorId: string,
  operation: Operation,
  currentVersion: number | null,
  refused: Refused | null,
  field: IndicatorField | null = null,
): RowOutcome => ({
  indicatorId,
  operation,
  field,
  accepted: refused === null,
  code: refused?.code ?? null,
  reason: refused?.reason ?? null,
  position: null,
  currentVersion,
  changedBy: refused?.changedBy ?? null,
  changedAt: refused?.changedAt ?? null,
})

/** What an id stands or stood for already. */
export interface FormerRow {
  readonly id: string
  /** The project of a row that was deleted: there it may come back, as when a deletion is undone. */
  readonly projectId: string | null
  readonly version: number
  readonly isThere: boolean
}

/** The ids that stand or stood for a row already: one statement, and none for no ids. */
export const readFormerRows = async (
  sql: Sql,
  ids: readonly string[],
): Promise<ReadonlyMap<string, FormerRow>> => {
  if (ids.length === 0) return new Map()
  const rows = await sql.query<FormerRow>(
    `SELECT "id", "project_id" AS "projectId", "version", true AS "isThere"
     FROM "indicator" WHERE "id" = ANY($1::uuid[])
     UNION ALL
     (SELECT DISTINCT ON ("row_id") "row_id", "project_id", "row_version", false
      FROM "cell_change" WHERE "row_id" = ANY($1::uuid[])
        AND NOT EXISTS (SELECT FROM "indicator" i WHERE i."id" = "row_id")
      ORDER BY "row_id", "row_version" DESC)`,
    [ids],
  )
  return new Map(rows.map((row) => [row.id, row]))
}

const isVersion7 = (id: string): boolean => isId(id) && id[14] === '7'

const judgePlace = (actor: Actor, { position, after }: Place, { order }: ProjectDraft): Refused | null => {
  if (position !== null && after !== null) return refusedBecause(actor, 'BAD_INPUT', 'place-twice')
  if (position !== null && position < 0) return refusedBecause(actor, 'BAD_INPUT', 'place-negative')
  // Rows follow one another most often, so the end is looked at first.
  return after === null || order.lastIndexOf(after) >= 0
    ? null
    : refusedBecause(actor, 'BAD_INPUT', 'place-unknown', { id: after.slice(0, 50) })
}

const lower = <P extends Place>(place: P): P => ({ ...place, after: place.after?.toLowerCase() ?? null })

/** Makes the rows on the drafts, in the order of the request. */
export const evaluateCreates = (
  actor: Actor,
  creates: readonly RowCreate[],
  drafts: readonly ProjectDraft[],
  former: ReadonlyMap<string, FormerRow>,
): readonly RowOutcome[] => {
  const byId = new Map(drafts.map((draft) => [draft.project.id, draft]))
  return creates.map((asked): RowOutcome => {
    const create = lower(asked)
    const id = create.id.toLowerCase()
    const refuse = (refused: Refused, field?: IndicatorField): RowOutcome =>
      outcome(create.id, 'CREATE', null, refused, field)
    if (!isVersion7(id))
      return refuse(refusedBecause(actor, 'BAD_INPUT', 'id-not-v7', { id: id.slice(0, 50) }))
    const draft = byId.get(create.projectId.toLowerCase())
    if (draft === undefined) return refuse(unknownId(actor, create.projectId))
    const before = former.get(id)
    const isTaken = before !== undefined && (before.isThere || before.projectId !== draft.project.id)
    if (isTaken || drafts.some(({ rows }) => rows.has(id)))
      return refuse(refusedBecause(actor, 'BAD_INPUT', 'id-taken', { id }))
    const refused = judgeRows(actor, draft.project) ?? judgePlace(actor, create, draft)
    if (refused !== null) return refuse(refused)
    let indicator = { ...emptyIndicator, period: create.period }
    for (const { field, value } of create.cells) {
      const typed = typedCell(actor, indicator, field, value ?? '', draft.project.framework)
      if ('code' in typed) return refuse(typed, field)
      indicator = typed
    }
    const version = before?.version ?? 0
    draft.rows.set(id, { id, before: null, version, sourceLine: null, indicator })
    placeRow(draft, id, create)
    return outcome(create.id, 'CREATE', version + 1, null)
  })
}

const evaluate = (
  actor: Actor,
  operation: Operation,
  { indicatorId, version }: RowDelete,
  places: Places,
  lastOf: (id: string) => LastChange | null,
  act: (draft: ProjectDraft, id: string) => Refused | null,
): RowOutcome => {
  const place = places.get(indicatorId.toLowerCase())
  if (place === undefined) return outcome(indicatorId, operation, null, unknownId(actor, indicatorId))
  const { draft, row } = place
  const refused =
    judgeRows(actor, draft.project) ??
    judgeVersion(actor, version, row.version, lastOf(row.id), () => row.indicator.name ?? '') ??
    act(draft, row.id)
  return outcome(indicatorId, operation, row.version, refused)
}

/** Moves rows on the drafts, one after another: each place is meant as the rows then stand. */
export const evaluateMoves = (
  actor: Actor,
  moves: readonly RowMove[],
  places: Places,
  last: LastChanges,
  going: ReadonlySet<string>,
): readonly RowOutcome[] =>
  moves.map((asked) => {
    const move = lower(asked)
    return evaluate(
      actor,
      'MOVE',
      move,
      places,
      (id) => last.ofCell(id, 'position'),
      (draft, id) => {
        if (going.has(id)) return refusedBecause(actor, 'BAD_INPUT', 'row-goes')
        if (move.after === id) return refusedBecause(actor, 'BAD_INPUT', 'place-unknown', { id })
        const refused = judgePlace(actor, move, draft)
        if (refused !== null) return refused
        takeFromOrder(draft, id)
        placeRow(draft, id, move)
        draft.moved.add(id)
        return null
      },
    )
  })

/** Says which rows can go; taking them out is the last thing, so that places are meant as the caller sees them. */
export const judgeDeletes = (
  actor: Actor,
  deletes: readonly RowDelete[],
  places: Places,
  last: LastChanges,
): readonly RowOutcome[] => {
  const seen = new Set<string>()
  return deletes.map((gone) =>
    evaluate(actor, 'DELETE', gone, places, last.ofRow, (_draft, id) => {
      if (seen.has(id)) return refusedBecause(actor, 'BAD_INPUT', 'row-goes')
      seen.add(id)
      return null
    }),
  )
}
