import type { ChangeSource, Sql } from '@biaochi/prisma'
import type { CellChange } from './cell-change.ts'
import { isoTime } from './last-changes.ts'

/** What undoing and restoring have to know of a line of the history. */
export type ChangeLine = CellChange

const columns = `c."row_id" AS "rowId", c."field", c."entity", c."kind", c."project_id" AS "projectId",
  c."fiscal_year" AS "fiscalYear", c."implementer_id" AS "implementerId", c."before", c."after", c."row_version" AS "rowVersion"`

/** The lines of one change set. */
export const readLines = (sql: Sql, changeSetId: string): Promise<readonly ChangeLine[]> =>
  sql.query<ChangeLine>(`SELECT ${columns} FROM "cell_change" c WHERE c."change_set_id" = $1`, [changeSetId])

export interface DatedLine extends ChangeLine {
  readonly author: string
  /** ISO time. */
  readonly at: string
}

/** The newest line of every cell of these rows, by row and field: one statement, none for no rows. */
export const readNewestLines = async (
  sql: Sql,
  rowIds: readonly string[],
): Promise<ReadonlyMap<string, DatedLine>> => {
  if (rowIds.length === 0) return new Map()
  const rows = await sql.query<DatedLine>(
    `SELECT DISTINCT ON (c."row_id", c."field") ${columns}, s."author", ${isoTime('s."created_at"')} AS "at"
     FROM "cell_change" c JOIN "change_set" s ON s."id" = c."change_set_id" WHERE c."row_id" = ANY($1::uuid[])
     ORDER BY c."row_id", c."field", c."row_version" DESC`,
    [[...new Set(rowIds)]],
  )
  return new Map(rows.map((row) => [`${row.rowId} ${row.field}`, row]))
}

/** The first line after a moment of every cell: of a project with all its rows, or of one cell of one row. */
export const readFirstLinesSince = (
  sql: Sql,
  of: { readonly projectId: string } | { readonly rowId: string; readonly field: string },
  moment: string,
): Promise<readonly ChangeLine[]> => {
  const [where, values] =
    'projectId' in of
      ? ['c."project_id" = $2', [of.projectId]]
      : ['c."row_id" = $2 AND c."field" = $3', [of.rowId, of.field]]
  return sql.query<ChangeLine>(
    `SELECT DISTINCT ON (c."row_id", c."field") ${columns}
     FROM "cell_change" c JOIN "change_set" s ON s."id" = c."change_set_id"
     WHERE s."created_at" > $1::timestamptz AND ${where} ORDER BY c."row_id", c."field", c."row_version"`,
    [moment, ...values],
  )
}

/** A change set as undoing sees it. */
export interface FoundSet {
  readonly id: string
  readonly author: string
  readonly source: ChangeSource
  /** The undoing that holds, if one does. */
  readonly undoneBy: string | null
}

/** The set that this id means, be it the id of the set, of an undoing or of a redoing of it; locked against others. */
export const findSet = async (sql: Sql, id: string): Promise<FoundSet | null> => {
  const [root] = await sql.query<{ id: string }>(
    `SELECT "id" FROM "change_set" WHERE "id" = (
       WITH RECURSIVE up AS (
         SELECT "id", "undoes_id" FROM "change_set" WHERE "id" = $1
         UNION ALL SELECT s."id", s."undoes_id" FROM "change_set" s JOIN up ON s."id" = up."undoes_id")
       SELECT "id" FROM up WHERE "undoes_id" IS NULL)
     FOR NO KEY UPDATE`,
    [id],
  )
  if (root === undefined) return null
  // A statement of its own: it sees what was written while the first one waited for the lock.
  const [found] = await sql.query<FoundSet>(
    `SELECT s."id", s."author", s."source",
       (SELECT u."id" FROM "change_set" u WHERE u."undoes_id" = s."id"
          AND NOT EXISTS (SELECT FROM "change_set" r WHERE r."undoes_id" = u."id")
        ORDER BY u."created_at" DESC LIMIT 1) AS "undoneBy"
     FROM "change_set" s WHERE s."id" = $1`,
    [root.id],
  )
  return found ?? null
}
