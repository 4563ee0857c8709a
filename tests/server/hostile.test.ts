import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApp, type TestApp } from '../support/app.ts'
import { importProject } from '../support/import.ts'

let app: TestApp
beforeAll(async () => {
  app = await startApp()
  await importProject(app, { name: '照常' })
})
afterAll(() => app.close())

const PROJECTS =
  'query ($filter: ProjectFilter, $first: Int! = 5, $after: String) { projects(filter: $filter, first: $first, after: $after) { nodes { id } } }'
const INDICATORS =
  'query ($filter: IndicatorFilter, $first: Int! = 5, $after: String) { indicators(filter: $filter, first: $first, after: $after) { nodes { id } } }'

const cursor = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')
const id = '0190b0f0-0000-7000-8000-000000000000'

const hostile: readonly (readonly [string, object])[] = [
  ['page below 0', { first: -1 }],
  ['page of millions', { first: 2_000_000 }],
  ['page beyond int', { first: 99_999_999_999 }],
  ['page of text', { first: 'all' }],
  ['cursor of nothing', { after: '' }],
  ['cursor of noise', { after: '!!!' }],
  ['cursor of null', { after: cursor(null) }],
  ['cursor of the wrong length', { after: cursor([2022]) }],
  ['cursor beyond int4', { after: cursor([1e12, id, id, 1, id]) }],
  ['cursor of injection', { after: cursor([2022, "' OR 1=1", id, 1, id]) }],
  ['year beyond int', { filter: { fiscalYear: 1e12 } }],
  ['year of text', { filter: { fiscalYear: '2022; DROP TABLE project' } }],
  ['agency that is no id', { filter: { agencyId: "' OR '1'='1" } }],
  ['agency of a megabyte', { filter: { agencyId: 'x'.repeat(1_000_000) } }],
  ['text with NUL', { filter: { text: 'a\0b' } }],
  ['half a character', { filter: { text: '\udc00' } }],
  ['text of a megabyte', { filter: { text: 'x'.repeat(1_000_000) } }],
  ['unknown filter', { filter: { secret: 1 } }],
]

describe.each([
  ['projects', PROJECTS],
  ['indicators', INDICATORS],
])('%s', (_name, query) => {
  test.each(hostile)('%s is BAD_INPUT', async (_what, variables) => {
    await app.runError('BAD_INPUT', query, variables)
    expect(app.bugs).toEqual([])
  })

  test('years at the edge of an int and an empty page are answered', async () => {
    await app.runOk(query, { filter: { fiscalYear: 2_147_483_647 } })
    await app.runOk(query, { filter: { fiscalYear: -2_147_483_648 } })
    await app.runOk(query, { first: 0 })
  })
})

test.each([
  ['{ project(id: "nonsense") { id } }'],
  ['{ project(id: 5) { id } }'],
  ['{ project { id } }'],
  ['{ nothing }'],
  ['{'],
  [''],
  ['query A { fiscalYears { projects } } query B { fiscalYears { projects } }'],
  ['subscription { changes }'],
])('the document %s is BAD_INPUT', async (query) => {
  await app.runError('BAD_INPUT', query)
  expect(app.bugs).toEqual([])
})

test('a project that does not exist is null', async () => {
  expect(await app.runOk(`{ project(id: "${id}") { id } }`)).toEqual({ project: null })
})

test('a bug is hidden behind an id that the log knows', async () => {
  await app.db.sql.query(`UPDATE "project" SET "reader_findings" = '[{"broken": "SECRET"}]'`)
  const error = await app.runError('INTERNAL', '{ projects { nodes { findings { rule } } } }')
  expect(error.extensions.errorId).toMatch(/^[0-9a-f-]{36}$/)
  expect(error.message).toContain(error.extensions.errorId)
  expect(JSON.stringify(error)).not.toMatch(/SECRET|zod|node_modules/)
  expect(app.bugs).toHaveLength(1)
})
