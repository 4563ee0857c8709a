import type { ChangeSource, Transaction } from '@biaochi/prisma'
import { announce } from './announce.ts'
import { insertCellChanges, type CellChange } from './cell-change.ts'
import type { RequestKey } from './once.ts'

export interface ChangeSetToSave {
  readonly id: string
  readonly author: string
  readonly source: ChangeSource
  readonly undoesId: string | null
  readonly key: (RequestKey & { readonly answer: unknown }) | null
  readonly changes: readonly CellChange[]
}

/** Writes who changed what and announces it: three statements, the last of a transaction (see announce). */
export const saveChangeSet = (
  sql: Transaction,
  { id, author, source, undoesId, key, changes }: ChangeSetToSave,
): void => {
  const rows = new Set(changes.map(({ rowId }) => rowId)).size
  const projects = new Set(changes.map(({ projectId }) => projectId).filter((known) => known !== null)).size
  const cells = changes.filter(({ kind }) => kind === 'UPDATE').length
  // Not now(), the start of the transaction: it may have waited for the locks of a later one.
  sql.write(
    `INSERT INTO "change_set" ("id", "author", "created_at", "source", "idempotency_key", "request_hash", "answer", "cells",
       "rows", "projects", "undoes_id")
     VALUES ($1, $2, clock_timestamp(), $3, $4, $5, $6::text::jsonb, $7, $8, $9, $10)`,
    [
      id,
      author,
      source,
      key?.key ?? null,
      key?.hash ?? null,
      key === null ? null : JSON.stringify(key.answer),
      cells,
      rows,
      projects,
      undoesId,
    ],
  )
  insertCellChanges(sql, id, changes)
  announce(sql, id)
}
