import { formatCell, indicatorFields, type Indicator, type IndicatorField } from '@biaochi/domain'
import type { ChangeSource, Sql } from '@biaochi/prisma'
import { z } from 'zod'
import { insertRows, type Column } from '../bulk.ts'
import type { AppliedChanges } from './apply-indicator-changes.ts'
import { cellRefusalCodes } from './cell-outcome.ts'
import type { Rescored } from './rescore.ts'

interface CellChange {
  readonly changeSetId: string
  readonly rowId: string
  readonly projectId: string
  readonly fiscalYear: number
  readonly implementerId: string
  readonly field: IndicatorField
  readonly before: string | null
  readonly after: string | null
  readonly rowVersion: number
}

const columns: readonly Column<CellChange>[] = [
  { name: 'change_set_id', type: 'uuid', of: ({ changeSetId }) => changeSetId },
  { name: 'row_id', type: 'uuid', of: ({ rowId }) => rowId },
  { name: 'field', type: 'text', of: ({ field }) => field },
  { name: 'project_id', type: 'uuid', of: ({ projectId }) => projectId },
  { name: 'fiscal_year', type: 'int', of: ({ fiscalYear }) => fiscalYear },
  { name: 'implementer_id', type: 'uuid', of: ({ implementerId }) => implementerId },
  { name: 'before', type: 'text', of: ({ before }) => before },
  { name: 'after', type: 'text', of: ({ after }) => after },
  { name: 'row_version', type: 'int', of: ({ rowVersion }) => rowVersion },
]

/** What stands in a cell as it was typed or printed, so that putting it back loses nothing; null when empty. */
const textOf = (indicator: Indicator, field: IndicatorField): string | null => {
  if (field === 'target' || field === 'actual') {
    const measure = indicator[field]
    return measure.kind === 'missing' ? null : measure.raw
  }
  const text = formatCell(indicator, field)
  return text === '' ? null : text
}

const changesOf = (changeSetId: string, { project, rows }: Rescored): readonly CellChange[] =>
  rows.flatMap(({ id, version, before, indicator }) =>
    indicatorFields.flatMap((field): CellChange[] => {
      const texts = { before: textOf(before.indicator, field), after: textOf(indicator, field) }
      if (texts.before === texts.after) return []
      const { id: projectId, fiscalYear, implementerId } = project
      return [
        {
          changeSetId,
          rowId: id,
          projectId,
          fiscalYear,
          implementerId,
          field,
          ...texts,
          rowVersion: version,
        },
      ]
    }),
  )

const savedShape = z.object({
  outcomes: z.array(
    z.object({
      indicatorId: z.string(),
      field: z.enum(indicatorFields),
      accepted: z.boolean(),
      value: z.string().nullable(),
      code: z.enum(cellRefusalCodes).nullable(),
      reason: z.string().nullable(),
      currentValue: z.string().nullable(),
      currentVersion: z.number().nullable(),
    }),
  ),
  indicatorIds: z.array(z.string()),
  projectIds: z.array(z.string()),
})

export interface SavedAnswer {
  readonly changeSetId: string
  readonly requestHash: string
  readonly answer: z.infer<typeof savedShape>
}

/** The answer once given to this author's request with this key. */
export const savedAnswer = async (sql: Sql, author: string, key: string): Promise<SavedAnswer | null> => {
  const [row] = await sql.query<{ changeSetId: string; requestHash: string; answer: string }>(
    `SELECT "id" AS "changeSetId", "request_hash" AS "requestHash", "answer"::text AS "answer"
     FROM "change_set" WHERE "author" = $1 AND "idempotency_key" = $2`,
    [author, key],
  )
  return row === undefined ? null : { ...row, answer: savedShape.parse(JSON.parse(row.answer)) }
}

export interface ChangeSetToSave {
  readonly id: string
  readonly author: string
  readonly source: ChangeSource
  readonly key: { readonly key: string; readonly hash: string; readonly answer: AppliedChanges } | null
  readonly rescored: readonly Rescored[]
}

/** Writes who changed what: the set and its cells, two statements. */
export const saveChangeSet = async (
  sql: Sql,
  { id, author, source, key, rescored }: ChangeSetToSave,
): Promise<void> => {
  const changes = rescored.flatMap((project) => changesOf(id, project))
  const rows = rescored.reduce((sum, project) => sum + project.rows.length, 0)
  const answer = key === null ? null : JSON.stringify(savedShape.parse(key.answer))
  await sql.query(
    `INSERT INTO "change_set" ("id", "author", "source", "idempotency_key", "request_hash", "answer", "cells", "rows", "projects")
     VALUES ($1, $2, $3, $4, $5, $6::text::jsonb, $7, $8, $9)`,
    [id, author, source, key?.key ?? null, key?.hash ?? null, answer, changes.length, rows, rescored.length],
  )
  await insertRows(sql, 'cell_change', columns, changes)
}
