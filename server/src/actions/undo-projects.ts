import type { Sql, Transaction } from '@biaochi/prisma'
import { z } from 'zod'
import type { Actor } from '../actor.ts'
import { deleteRows } from '../bulk.ts'
import type { CellChange } from './cell-change.ts'
import type { ChangeLine, DatedLine } from './change-line.ts'
import { IMPORT_LOCK } from './import-lock.ts'
import type { LineRefusal } from './invert-lines.ts'
import { judgeRows, refusedBecause } from './judge-change.ts'
import { isoTime } from './last-changes.ts'
import type { OpenProject } from './open-projects.ts'

export interface UndoneProjects {
  readonly refusals: readonly LineRefusal[]
  readonly changes: readonly CellChange[]
  /** Writes it; before that nothing has been. */
  readonly save: () => void
}

const tables = ['project', 'fund', 'goal', 'narrative', 'indicator'] as const

const refusalOf = (
  { entity, rowId, projectId, field }: ChangeLine,
  refused: LineRefusal['refused'],
  currentValue: string | null = null,
): LineRefusal => ({ entity, rowId, projectId, field, refused, currentValue })

// Whole rows as the table has them, so that nothing of a project is forgotten that an import may ever write.
const parts = tables
  .slice(1)
  .map(
    (table) =>
      `'${table}', (SELECT coalesce(jsonb_agg(to_jsonb(part)), '[]') FROM "${table}" part WHERE part."project_id" = p."id")`,
  )
const LOCK_AND_COPY = `
  SELECT "id", "version", "name", "state", "implementer_id" AS "implementerId",
    jsonb_build_object('project', jsonb_build_array(to_jsonb(p)), ${parts.join(', ')})::text AS "copy"
  FROM "project" p WHERE "id" = ANY($1::uuid[]) ORDER BY "id" FOR UPDATE`

type Copied = Pick<OpenProject, 'id' | 'version' | 'state' | 'implementerId'> & {
  readonly name: string
  readonly copy: string
}

/** Every cell of these projects that is another one than when they were made; rows that came and went are none. */
const CHANGED_SINCE = `
  SELECT * FROM (
    SELECT DISTINCT ON (c."row_id", c."field") c."project_id" AS "projectId", c."row_id" AS "rowId", c."field", c."entity",
      c."after", c."row_version" AS "rowVersion", s."author", ${isoTime('s."created_at"')} AS "at",
      first_value(c."before") OVER (PARTITION BY c."row_id", c."field" ORDER BY c."row_version") AS "before"
    FROM "cell_change" c JOIN "change_set" s ON s."id" = c."change_set_id"
    WHERE c."project_id" = ANY($1::uuid[]) AND NOT (c."entity" = 'PROJECT' AND c."field" = 'row')
    ORDER BY c."row_id", c."field", c."row_version" DESC) AS net
  WHERE "before" IS DISTINCT FROM "after"`

type Changed = Pick<DatedLine, 'projectId' | 'rowId' | 'field' | 'entity' | 'after' | 'author' | 'at'>

/** Takes back that projects were imported: they go, unless something in them is not as it was imported. */
export const removeProjects = async (
  sql: Transaction,
  actor: Actor,
  lines: readonly ChangeLine[],
): Promise<UndoneProjects> => {
  const ids = lines.map(({ rowId }) => rowId)
  const rows = await sql.query<Copied>(LOCK_AND_COPY, [ids])
  const found = new Map(rows.map((row) => [row.id, row]))
  const newer = lines.filter(({ rowId, rowVersion }) => (found.get(rowId)?.version ?? 0) > rowVersion)
  const changed =
    newer.length === 0 ? [] : await sql.query<Changed>(CHANGED_SINCE, [newer.map(({ rowId }) => rowId)])
  const judged = lines.flatMap((line): LineRefusal[] => {
    const row = found.get(line.rowId)
    if (row === undefined) return [refusalOf(line, refusedBecause(actor, 'CONFLICT', 'undo-gone'))]
    const refused = judgeRows(actor, row)
    return refused === null ? [] : [refusalOf(line, refused, row.name)]
  })
  const conflicts = changed.map(({ entity, rowId, projectId, field, after, author, at }): LineRefusal => ({
    entity,
    rowId,
    projectId,
    field,
    currentValue: field === 'row' ? null : after,
    refused: {
      ...refusedBecause(actor, 'CONFLICT', 'undo-conflict', {
        author,
        value: field === 'row' ? '' : (after ?? ''),
      }),
      changedBy: author,
      changedAt: at,
    },
  }))
  return {
    refusals: [...judged, ...conflicts],
    changes: lines.map((line) => {
      const row = found.get(line.rowId)
      return {
        ...line,
        kind: 'DELETE',
        before: row?.copy ?? null,
        after: null,
        rowVersion: (row?.version ?? line.rowVersion) + 1,
      }
    }),
    save: () => deleteRows(sql, 'project', ids),
  }
}

const copyShape = z.object({
  project: z.tuple([z.looseObject({ name: z.string(), form: z.string() })]),
  fund: z.array(z.looseObject({})),
  goal: z.array(z.looseObject({})),
  narrative: z.array(z.looseObject({})),
  indicator: z.array(z.looseObject({})),
})

/** The columns that can be written, of every table of a project. */
const readColumns = (sql: Sql) =>
  sql.query<{ table: string; name: string }>(
    `SELECT "table_name"::text AS "table", "column_name"::text AS "name" FROM "information_schema"."columns"
     WHERE "table_schema" = current_schema() AND "table_name" = ANY($1::text[]) AND "is_generated" = 'NEVER'`,
    [tables],
  )

/** Takes back that imported projects were removed: they come back as they were, with their rows' ids and versions. */
export const bringBackProjects = async (
  sql: Transaction,
  actor: Actor,
  lines: readonly ChangeLine[],
): Promise<UndoneProjects> => {
  sql.write(`SELECT pg_advisory_xact_lock(${IMPORT_LOCK})::text`)
  const copies = lines.map((line) => {
    const copy = copyShape.parse(JSON.parse(line.before ?? 'null'))
    const [project] = copy.project
    return {
      line,
      copy: { ...copy, project: [{ ...project, version: line.rowVersion + 1 }] },
      name: project.name,
      form: project.form,
    }
  })
  const taken = await sql.query<{ id: string }>(
    `SELECT sent."id" FROM unnest($1::uuid[], $2::int[], $3::uuid[], $4::text[], $5::text[])
       AS sent("id", "year", "implementer", "name", "form")
     JOIN "project" p ON p."id" = sent."id" OR (p."fiscal_year" = sent."year" AND p."implementer_id" = sent."implementer"
       AND p."name" = sent."name" AND p."form"::text = sent."form")`,
    [
      copies.map(({ line }) => line.rowId),
      copies.map(({ line }) => line.fiscalYear),
      copies.map(({ line }) => line.implementerId),
      copies.map(({ name }) => name),
      copies.map(({ form }) => form),
    ],
  )
  const columns = await readColumns(sql)
  const exists = new Set(taken.map(({ id }) => id))
  return {
    refusals: copies
      .filter(({ line }) => exists.has(line.rowId))
      .map(({ line, name }) => refusalOf(line, refusedBecause(actor, 'CONFLICT', 'undo-exists'), name)),
    changes: copies.map(({ line, name }) => ({
      ...line,
      kind: 'CREATE',
      before: null,
      after: JSON.stringify({ name }),
      rowVersion: line.rowVersion + 1,
    })),
    save: () => {
      for (const table of tables) {
        const rows = copies.flatMap(({ copy }): object[] => copy[table])
        // Columns newer than the copy get their defaults.
        const known = new Set(rows.flatMap((row) => Object.keys(row)))
        const names = columns.filter((column) => column.table === table && known.has(column.name))
        const list = names.map(({ name }) => `"${name}"`).join(', ')
        if (rows.length > 0)
          sql.write(
            `INSERT INTO "${table}" (${list}) SELECT ${list} FROM jsonb_populate_recordset(NULL::"${table}", $1::text::jsonb)`,
            [JSON.stringify(rows)],
          )
      }
      // Of a copy older than these columns.
      sql.write(`SELECT "sum_indicators"($1::uuid[])`, [lines.map(({ rowId }) => rowId)])
    },
  }
}
