import type { ChangeEntity, ChangeKind, ChangeSource, Sql } from '@biaochi/prisma'

/** One line of a change set: a cell, or a row made or deleted. */
export interface NoticedCell {
  readonly rowId: string
  readonly field: string
  readonly entity: ChangeEntity
  readonly kind: ChangeKind
  readonly before: string | null
  readonly after: string | null
  readonly rowVersion: number
  readonly projectId: string | null
  readonly fiscalYear: number | null
  readonly implementerId: string
}

/** Where a change set changed something. */
export type Touched = Pick<NoticedCell, 'projectId' | 'fiscalYear' | 'implementerId'>

/** A committed change set, as it is announced. */
export interface ChangeNotice {
  readonly number: number
  readonly changeSetId: string
  readonly author: string
  readonly source: ChangeSource
  readonly createdAt: string
  readonly touched: readonly Touched[]
  /** Null when there are more than anybody would want to be sent. */
  readonly cells: readonly NoticedCell[] | null
}

/** A change set with more cells is announced without them. */
export const MAX_CELLS = 5_000
/** Change sets read at once; a page of them holds at most a few times MAX_CELLS cells. */
const PAGE = 50

const READ_SETS = `
  SELECT "id" AS "changeSetId", "number", "author", "source",
    to_char("created_at" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "createdAt",
    "cells" + "rows" > ${MAX_CELLS} AS "large", ("cells" + "rows") AS "size"
  FROM "change_set" WHERE "number" > $1 ORDER BY "number" LIMIT ${PAGE}`

const READ_TOUCHED = `
  SELECT DISTINCT "change_set_id" AS "changeSetId", "project_id" AS "projectId", "fiscal_year" AS "fiscalYear",
    "implementer_id" AS "implementerId"
  FROM "cell_change" WHERE "change_set_id" = ANY($1::uuid[])`

const READ_CELLS = `
  SELECT "change_set_id" AS "changeSetId", "row_id" AS "rowId", "field", "entity", "kind", "before", "after",
    "row_version" AS "rowVersion", "project_id" AS "projectId", "fiscal_year" AS "fiscalYear",
    "implementer_id" AS "implementerId"
  FROM "cell_change" WHERE "change_set_id" = ANY($1::uuid[]) ORDER BY "change_set_id", "row_id", "field"`

interface SetRow extends Omit<ChangeNotice, 'touched' | 'cells'> {
  readonly large: boolean
  readonly size: number
}

type OfSet<Row> = Row & { readonly changeSetId: string }

/** The first sets of a page whose cells together are not too many; one at least. */
const affordable = (rows: readonly SetRow[]): readonly SetRow[] => {
  let cells = 0
  const end = rows.findIndex(({ large, size }, index) => {
    cells += large ? 0 : size
    return index > 0 && cells > MAX_CELLS * 2
  })
  return end === -1 ? rows : rows.slice(0, end)
}

/** The change sets after a number, in order, a page of them: none when there are none. At most three statements. */
export const readNotices = async (sql: Sql, after: number): Promise<readonly ChangeNotice[]> => {
  const sets = affordable(await sql.query<SetRow>(READ_SETS, [after]))
  if (sets.length === 0) return []
  const idsOf = (large: boolean): string[] =>
    sets.filter((set) => set.large === large).map(({ changeSetId }) => changeSetId)
  const [small, large] = [idsOf(false), idsOf(true)]
  const cells = Map.groupBy(
    small.length === 0 ? [] : await sql.query<OfSet<NoticedCell>>(READ_CELLS, [small]),
    ({ changeSetId }) => changeSetId,
  )
  const touched = Map.groupBy(
    large.length === 0 ? [] : await sql.query<OfSet<Touched>>(READ_TOUCHED, [large]),
    ({ changeSetId }) => changeSetId,
  )
  return sets.map(({ large: isLarge, size: _size, ...set }) => {
    const own = cells.get(set.changeSetId) ?? []
    return isLarge
      ? { ...set, touched: touched.get(set.changeSetId) ?? [], cells: null }
      : { ...set, touched: own, cells: own }
  })
}

/** The number of the last change set. */
export const readLastNumber = async (sql: Sql): Promise<number> => {
  const [row] = await sql.query<{ last: number }>(`SELECT "last" FROM "change_counter"`)
  return row?.last ?? 0
}
