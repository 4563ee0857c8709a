import type { Sql } from '@biaochi/prisma'

/** The last change of a cell that is newer than what somebody based a change on. */
export interface LastChange {
  readonly rowId: string
  readonly field: string
  readonly version: number
  readonly author: string
  /** ISO time. */
  readonly at: string
  readonly after: string | null
}

export interface LastChanges {
  readonly ofCell: (rowId: string, field: string) => LastChange | null
  /** The newest of all the cells of a row. */
  readonly ofRow: (rowId: string) => LastChange | null
}

/** A moment as text, the same from both drivers. */
export const isoTime = (column: string): string =>
  `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

const none: LastChanges = { ofCell: () => null, ofRow: () => null }

/** What changed in rows that are newer than the versions given: one statement, and none when no row is newer. */
export const readLastChanges = async (
  sql: Sql,
  based: readonly { readonly id: string; readonly version: number }[],
  versions: ReadonlyMap<string, number>,
): Promise<LastChanges> => {
  const stale = based.filter(({ id, version }) => version < (versions.get(id) ?? 0))
  if (stale.length === 0) return none
  const rows = await sql.query<LastChange>(
    `SELECT DISTINCT ON (c."row_id", c."field") c."row_id" AS "rowId", c."field", c."row_version" AS "version",
       s."author", ${isoTime('s."created_at"')} AS "at", c."after"
     FROM "cell_change" c JOIN "change_set" s ON s."id" = c."change_set_id"
     WHERE c."row_id" = ANY($1::uuid[]) AND c."row_version" > $2::int
     ORDER BY c."row_id", c."field", c."row_version" DESC`,
    [
      [...new Set(stale.map(({ id }) => id))],
      stale.reduce((least, { version }) => Math.min(least, version), Infinity),
    ],
  )
  const cells = new Map(rows.map((row) => [`${row.rowId} ${row.field}`, row]))
  const newest = new Map<string, LastChange>()
  for (const row of rows) if (row.version > (newest.get(row.rowId)?.version ?? 0)) newest.set(row.rowId, row)
  return {
    ofCell: (rowId, field) => cells.get(`${rowId} ${field}`) ?? null,
    ofRow: (rowId) => newest.get(rowId) ?? null,
  }
}
