import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { newId, type Database } from '@biaochi/prisma'
import { importForm } from '@biaochi/server/actions/import-form'
import { openMigrated } from '@biaochi/server/db'
import { evaluationText } from './evaluation-text.ts'
import type { Question } from './question.ts'

const actor = { caller: { kind: 'admin' }, author: 'bench', locale: 'zh-CN' } as const

const PROJECTS = 1_000
const INDICATORS = 20

const openScratch = async (): Promise<{ db: Database; close: () => Promise<void> }> => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'biaochi-bench-'))
  const db = await openMigrated({ dataDir: folder }, {})
  const close = async (): Promise<void> => {
    await db.close()
    await rm(folder, { recursive: true, force: true })
  }
  return { db, close }
}

// The least a database could do: the same number of rows with the same texts, no keys to other tables, no checks.
const bareInsert = async (db: Database): Promise<void> => {
  const rows = Array.from({ length: PROJECTS * INDICATORS }, (_, index) => index)
  await db.sql.query(
    `INSERT INTO bare SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::numeric[], $6::numeric[], $7::text[])`,
    [
      rows.map(() => newId()),
      rows.map((index) => `第${index % INDICATORS}类服务完成数量`),
      rows.map(() => '≥20家'),
      rows.map(() => '18家'),
      rows.map(() => '4.5'),
      rows.map(() => '4.05'),
      rows.map(() => '申报单位减少，已逐家说明。'),
    ],
  )
}

export const importProjects: Question = {
  title: 'import a form of 1,000 projects (20,000 indicators): read, checked, scored, recorded',
  floor: 'one INSERT … SELECT unnest of 20,000 rows of seven columns',
  atMost: 40,
  prepare: async () => {
    const { db, close } = await openScratch()
    await db.sql.script(
      'CREATE TABLE bare (id uuid PRIMARY KEY, name text, target text, actual text, weight numeric, score numeric, reason text)',
    )
    let year = 2000
    return {
      close,
      base: () => bareInsert(db),
      work: async () => {
        year += 1
        const text = evaluationText(year, PROJECTS, INDICATORS)
        const form = { fileName: 'bench.txt', text, commit: true, only: null, onExisting: 'REFUSE' } as const
        const answer = await importForm(db, actor, form)
        if (answer.kind === 'refused' || !answer.committed || answer.projects.length !== PROJECTS)
          throw new Error('the form was not imported')
      },
    }
  },
}
