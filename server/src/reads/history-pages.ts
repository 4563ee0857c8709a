import type { ChangeEntity, ChangeKind, ChangeSource, Sql } from '@biaochi/prisma'
import { SqlValues } from './sql-values.ts'

/** A change set as the history lists it. */
export interface ChangeSetRow {
  readonly id: string
  readonly number: number
  readonly author: string
  readonly source: ChangeSource
  /** ISO time. */
  readonly createdAt: string
  readonly cells: number
  readonly rows: number
  readonly projects: number
  readonly undoesId: string | null
  /** The undoing that holds. */
  readonly undoneById: string | null
}

/** A line of the history with the set it belongs to. */
export interface CellChangeRow {
  readonly rowId: string
  readonly field: string
  readonly entity: ChangeEntity
  readonly kind: ChangeKind
  readonly projectId: string | null
  readonly before: string | null
  readonly after: string | null
  readonly rowVersion: number
  readonly set: ChangeSetRow
}

export interface HistoryFilter {
  readonly author: string | null
  readonly source: ChangeSource | null
  readonly projectId: string | null
  /** ISO times: from this one on, before that one. */
  readonly from: string | null
  readonly to: string | null
}

const setColumns = `s."id", s."number", s."author", s."source", s."cells", s."rows", s."projects",
  to_char(s."created_at" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "createdAt", s."undoes_id" AS "undoesId",
  (SELECT u."id" FROM "change_set" u WHERE u."undoes_id" = s."id" AND NOT EXISTS
     (SELECT FROM "change_set" r WHERE r."undoes_id" = u."id") ORDER BY u."number" DESC LIMIT 1) AS "undoneById"`

const lineColumns = `c."row_id" AS "rowId", c."field", c."entity", c."kind", c."project_id" AS "projectId", c."before",
  c."after", c."row_version" AS "rowVersion"`

const whereOf = (filter: HistoryFilter, values: SqlValues): string => {
  const { author, source, projectId, from, to } = filter
  const conditions = ['TRUE']
  if (author !== null) conditions.push(`s."author" = ${values.add(author, 'text')}`)
  if (source !== null) conditions.push(`s."source" = ${values.add(source, '"ChangeSource"')}`)
  if (from !== null) conditions.push(`s."created_at" >= ${values.add(from, 'timestamptz')}`)
  if (to !== null) conditions.push(`s."created_at" < ${values.add(to, 'timestamptz')}`)
  if (projectId !== null)
    conditions.push(
      `s."id" IN (SELECT "change_set_id" FROM "cell_change" WHERE "project_id" = ${values.add(projectId, 'uuid')})`,
    )
  return conditions.join(' AND ')
}

/** The newest change sets, those before a number where one is given: one statement. */
export const readChangeSets = (
  sql: Sql,
  filter: HistoryFilter,
  before: number | null,
  take: number,
): Promise<readonly ChangeSetRow[]> => {
  const values = new SqlValues()
  const where = whereOf(filter, values)
  const older = before === null ? '' : `AND s."number" < ${values.add(before, 'int')}`
  return sql.query<ChangeSetRow>(
    `SELECT ${setColumns} FROM "change_set" s WHERE ${where} ${older}
     ORDER BY s."number" DESC LIMIT ${values.add(take, 'int')}`,
    values.list,
  )
}

export const countChangeSets = async (sql: Sql, filter: HistoryFilter): Promise<number> => {
  const values = new SqlValues()
  const [row] = await sql.query<{ count: number }>(
    `SELECT count(*)::int AS "count" FROM "change_set" s WHERE ${whereOf(filter, values)}`,
    values.list,
  )
  return row?.count ?? 0
}

export const readChangeSet = async (sql: Sql, id: string): Promise<ChangeSetRow | null> =>
  (await sql.query<ChangeSetRow>(`SELECT ${setColumns} FROM "change_set" s WHERE s."id" = $1`, [id]))[0] ??
  null

/** Change sets by their ids: one statement. */
export const readChangeSetsByIds = (sql: Sql, ids: readonly string[]): Promise<readonly ChangeSetRow[]> =>
  sql.query(`SELECT ${setColumns} FROM "change_set" s WHERE s."id" = ANY($1::uuid[])`, [ids])

/** The newest change sets of each of these projects: one statement. */
export const readChangeSetsOf = (
  sql: Sql,
  projectIds: readonly string[],
  before: number | null,
  take: number,
): Promise<readonly (ChangeSetRow & { readonly owner: string })[]> =>
  sql.query(
    `SELECT w."owner", s.* FROM unnest($1::uuid[]) AS w("owner") CROSS JOIN LATERAL (
       SELECT ${setColumns} FROM "change_set" s
       WHERE s."id" IN (SELECT "change_set_id" FROM "cell_change" WHERE "project_id" = w."owner")
         AND ($2::int IS NULL OR s."number" < $2::int) ORDER BY s."number" DESC LIMIT $3::int) s
     ORDER BY w."owner", s."number" DESC`,
    [projectIds, before, take],
  )

export const countChangeSetsOf = (
  sql: Sql,
  projectIds: readonly string[],
): Promise<readonly { readonly owner: string; readonly count: number }[]> =>
  sql.query(
    `SELECT "project_id" AS "owner", count(DISTINCT "change_set_id")::int AS "count" FROM "cell_change"
     WHERE "project_id" = ANY($1::uuid[]) GROUP BY "project_id"`,
    [projectIds],
  )

/** Which lines of the history: of one row, or of one cell of it with the making and deleting of the row. */
export interface LineFilter {
  readonly rowId: string
  readonly field: string | null
}

const lineWhere = ({ rowId, field }: LineFilter, values: SqlValues): string => {
  const row = `c."row_id" = ${values.add(rowId, 'uuid')}`
  return field === null ? row : `${row} AND c."field" IN (${values.add(field, 'text')}, 'row')`
}

type FlatLine = Omit<CellChangeRow, 'set'> & ChangeSetRow

const nested = ({
  rowId,
  field,
  entity,
  kind,
  projectId,
  before,
  after,
  rowVersion,
  ...set
}: FlatLine): CellChangeRow => ({
  rowId,
  field,
  entity,
  kind,
  projectId,
  before,
  after,
  rowVersion,
  set,
})

/** A row made or deleted holds the cell inside the whole row. */
const ofCell =
  (field: string | null) =>
  (line: CellChangeRow): CellChangeRow => {
    if (field === null || line.field !== 'row') return line
    const read = (json: string | null): string | null => {
      const row: unknown = JSON.parse(json ?? 'null')
      const text: unknown =
        typeof row === 'object' && row !== null && field in row ? Reflect.get(row, field) : null
      return text === null || text === undefined ? null : String(text)
    }
    return { ...line, before: read(line.before), after: read(line.after) }
  }

/** The newest lines of a row or a cell, those before a place where one is given: one statement. */
export const readRowLines = async (
  sql: Sql,
  filter: LineFilter,
  before: readonly [number, string] | null,
  take: number,
): Promise<readonly CellChangeRow[]> => {
  const values = new SqlValues()
  const where = lineWhere(filter, values)
  const older =
    before === null
      ? ''
      : `AND (s."number" < ${values.add(before[0], 'int')} OR
          (s."number" = ${values.add(before[0], 'int')} AND c."field" > ${values.add(before[1], 'text')}))`
  const rows = await sql.query<FlatLine>(
    `SELECT ${lineColumns}, ${setColumns} FROM "cell_change" c JOIN "change_set" s ON s."id" = c."change_set_id"
     WHERE ${where} ${older} ORDER BY s."number" DESC, c."field" LIMIT ${values.add(take, 'int')}`,
    values.list,
  )
  return rows.map(nested).map(ofCell(filter.field))
}

export const countRowLines = async (sql: Sql, filter: LineFilter): Promise<number> => {
  const values = new SqlValues()
  const [row] = await sql.query<{ count: number }>(
    `SELECT count(*)::int AS "count" FROM "cell_change" c WHERE ${lineWhere(filter, values)}`,
    values.list,
  )
  return row?.count ?? 0
}

/** The lines of each of these change sets in the order of rows and fields: one statement. */
export const readSetLines = async (
  sql: Sql,
  setIds: readonly string[],
  after: readonly [string, string] | null,
  take: number,
): Promise<readonly CellChangeRow[]> => {
  const rows = await sql.query<FlatLine>(
    `SELECT ${lineColumns}, ${setColumns} FROM unnest($1::uuid[]) AS w("owner") JOIN "change_set" s ON s."id" = w."owner"
     CROSS JOIN LATERAL (SELECT c.* FROM "cell_change" c WHERE c."change_set_id" = w."owner"
       AND ($2::uuid IS NULL OR (c."row_id", c."field") > ($2::uuid, $3::text))
       ORDER BY c."row_id", c."field" LIMIT $4::int) c
     ORDER BY w."owner", c."row_id", c."field"`,
    [setIds, after?.[0] ?? null, after?.[1] ?? null, take],
  )
  return rows.map(nested)
}

export const countSetLines = (
  sql: Sql,
  setIds: readonly string[],
): Promise<readonly { readonly owner: string; readonly count: number }[]> =>
  sql.query(
    `SELECT "change_set_id" AS "owner", count(*)::int AS "count" FROM "cell_change"
     WHERE "change_set_id" = ANY($1::uuid[]) GROUP BY "change_set_id"`,
    [setIds],
  )
