import { createHash } from 'node:crypto'
import type { FormReading, LineFinding } from '@biaochi/forms'
import { newId, type Transaction } from '@biaochi/prisma'
import type { Actor } from '../actor.ts'
import type { FormFinding } from '../findings.ts'

/** What is kept of a finding: its place in the file and its message, not its words. */
export const keptFinding = ({ line, severity, rule, message, projectIndex }: LineFinding): FormFinding => ({
  line,
  severity,
  rule,
  message,
  projectIndex,
})

/** The file as it was read. */
export interface ImportedFile {
  readonly fileName: string
  readonly text: string
}

export interface SavedBatch {
  readonly changeSetId: string
  readonly batchId: string
}

/** Writes the change set of an import and the file itself; what it made and the announcement come last. */
export const saveBatch = (
  sql: Transaction,
  actor: Actor,
  file: ImportedFile,
  reading: FormReading,
  projects: number,
  rows: number,
): SavedBatch => {
  const [changeSetId, batchId] = [newId(), newId()]
  sql.write(
    `INSERT INTO "change_set" ("id", "author", "source", "cells", "rows", "projects") VALUES ($1, $2, 'IMPORT', 0, $3, $4)`,
    [changeSetId, actor.author, rows, projects],
  )
  sql.write(
    `INSERT INTO "import_batch" ("id", "change_set_id", "file_name", "layout", "sha256", "text", "findings", "author")
     VALUES ($1, $2, $3, $4, $5, $6, $7::text::jsonb, $8)`,
    [
      batchId,
      changeSetId,
      file.fileName,
      reading.layout,
      createHash('sha256').update(file.text).digest('hex'),
      file.text,
      JSON.stringify(reading.findings.map(keptFinding)),
      actor.author,
    ],
  )
  return { changeSetId, batchId }
}
