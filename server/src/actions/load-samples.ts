import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import path from 'node:path'
import type { Database } from '@biaochi/prisma'
import { z } from 'zod'
import type { Actor } from '../actor.ts'
import { say } from '../messages.ts'
import { createAgencies } from './create-agencies.ts'
import { importForm } from './import-form.ts'

const samplesFolder = fileURLToPath(new URL('../../../samples/', import.meta.url))

const agencyFile = z.array(
  z.object({
    code: z.string(),
    name: z.string(),
    shortName: z.string().nullish(),
    formerNames: z.array(z.string()).default([]),
    region: z.string().nullish(),
    parent: z.string().nullish(),
  }),
)

export interface SamplesProgress {
  readonly loading: (done: number, all: number, file: string) => void
  readonly problem: (sentence: string) => void
}

const actor: Actor = { caller: { kind: 'admin' }, author: 'samples', locale: 'zh-CN' }

const isEmpty = async (db: Database): Promise<boolean> => {
  const rows = await db.sql.query<{ used: boolean }>(
    `SELECT EXISTS (SELECT FROM "agency") OR EXISTS (SELECT FROM "project") AS "used"`,
  )
  return rows[0]?.used === false
}

/** Fills an empty database with the invented agencies and forms of `samples/`, through the same import as everybody's. */
export const loadSamples = async (
  db: Database,
  progress: SamplesProgress,
  folder = samplesFolder,
): Promise<void> => {
  if (!(await isEmpty(db))) return
  const files = (await readdir(folder).catch(() => [])).toSorted()
  if (files.includes('agencies.json')) {
    const json: unknown = JSON.parse(await readFile(path.join(folder, 'agencies.json'), 'utf8'))
    const agencies = agencyFile.parse(json)
    await createAgencies(
      db,
      agencies.map(({ shortName = null, region = null, parent = null, ...agency }) => ({
        ...agency,
        shortName,
        region,
        parentCode: parent,
      })),
    )
  }
  const forms = files.filter((file) => file.endsWith('.txt'))
  for (const [index, fileName] of forms.entries()) {
    progress.loading(index + 1, forms.length, fileName)
    const text = await readFile(path.join(folder, fileName), 'utf8')
    const result = await importForm(db, actor, {
      fileName,
      text,
      commit: true,
      only: null,
      onExisting: 'SKIP',
    })
    if (result.kind === 'refused')
      progress.problem(`${fileName} 没有载入：${say(actor.locale, result.message, result.params)}`)
    else if (!result.committed) progress.problem(`${fileName} 没有载入：${result.refusal ?? ''}`)
  }
}
