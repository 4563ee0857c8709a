import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadSamples } from '@biaochi/server/actions/load-samples'
import { startApp, type TestApp } from '../support/app.ts'
import { metRows, selfEvaluationText } from '../support/self-evaluation-text.ts'

let app: TestApp
let folder: string
beforeAll(async () => {
  app = await startApp()
  folder = await mkdtemp(path.join(os.tmpdir(), 'biaochi-samples-'))
})
afterAll(async () => {
  await app.close()
  await rm(folder, { recursive: true, force: true })
})

const load = async (from?: string): Promise<{ files: readonly string[]; problems: readonly string[] }> => {
  const files: string[] = []
  const problems: string[] = []
  const progress = {
    loading: (done: number, all: number, file: string) => files.push(`${done}/${all} ${file}`),
    problem: (sentence: string) => problems.push(sentence),
  }
  await loadSamples(app.db, progress, from)
  return { files, problems }
}

test('an empty folder or none leaves the database empty', async () => {
  expect(await load(folder)).toEqual({ files: [], problems: [] })
  expect(await load(path.join(folder, 'nowhere'))).toEqual({ files: [], problems: [] })
  expect(await app.db.prisma.agency.count()).toBe(0)
})

test('agencies come with their tree, forms one by one, and what cannot be loaded is said', async () => {
  const agencies = [
    { code: 'B', name: '云浦市图书馆', parent: 'A', formerNames: ['云浦图书馆'], shortName: '市图' },
    { code: 'A', name: '云浦市财政局', parent: null },
  ]
  await writeFile(path.join(folder, 'agencies.json'), JSON.stringify(agencies))
  await writeFile(path.join(folder, 'a.txt'), selfEvaluationText({ name: '甲', rows: metRows }))
  await writeFile(path.join(folder, 'b.txt'), 'no form')
  await writeFile(path.join(folder, 'notes.md'), 'not loaded')
  const { files, problems } = await load(folder)
  expect(files).toEqual(['1/2 a.txt', '2/2 b.txt'])
  expect(problems).toEqual([expect.stringContaining('b.txt')])
  const rows = await app.db.prisma.agency.findMany({ orderBy: { code: 'asc' }, include: { parent: true } })
  expect(rows).toMatchObject([
    { code: 'A', parent: null, formerNames: [] },
    { code: 'B', parent: { code: 'A' }, formerNames: ['云浦图书馆'], shortName: '市图' },
  ])
  expect(await app.db.prisma.project.count()).toBe(1)
})

test('a database that has something is left alone', async () => {
  expect(await load(folder)).toEqual({ files: [], problems: [] })
  expect(await app.db.prisma.project.count()).toBe(1)
})

test('the samples of the repository all load, with their agencies, and show findings', async () => {
  await app.db.sql.script('TRUNCATE "agency", "import_batch", "change_set" CASCADE')
  const { files, problems } = await load()
  expect(problems).toEqual([])
  expect(files.length).toBeGreaterThan(0)
  const projects = await app.db.prisma.project.findMany()
  expect(projects.length).toBeGreaterThanOrEqual(40)
  expect(new Set(projects.map(({ fiscalYear }) => fiscalYear)).size).toBe(3)
  expect(projects.some(({ blockingFindings }) => blockingFindings > 0)).toBe(true)
  expect(await app.db.prisma.agency.count({ where: { code: null } })).toBe(0)
})
