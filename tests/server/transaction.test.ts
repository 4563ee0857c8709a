import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'

let own: TestDatabase

beforeAll(async () => {
  own = await openTestDatabase()
  await own.db.sql.script('CREATE TABLE "note" ("id" int PRIMARY KEY, "text" text)')
})
afterAll(() => own.close())

const INSERT = 'INSERT INTO "note" SELECT * FROM unnest($1::int[], $2::text[])'
const count = async (): Promise<number> => {
  const [row] = await own.db.sql.query<{ count: number }>('SELECT count(*)::int AS "count" FROM "note"')
  return row?.count ?? Number.NaN
}

test('what is written is there for the next query, in the order it was given, and for everybody at the end', async () => {
  const texts = await own.db.sql.transaction(async (sql) => {
    sql.write(INSERT, [[1], ['一']])
    sql.write('UPDATE "note" SET "text" = "text" || $1', ['二'])
    const rows = await sql.query<{ text: string }>('SELECT "text" FROM "note"')
    sql.write(INSERT, [
      [2, 3],
      ['"引号" \\ {括号},', null],
    ])
    return rows.map(({ text }) => text)
  })
  expect(texts).toEqual(['一二'])
  const rows = await own.db.sql.query('SELECT "id", "text" FROM "note" ORDER BY "id"')
  expect(rows).toEqual([
    { id: 1, text: '一二' },
    { id: 2, text: '"引号" \\ {括号},' },
    { id: 3, text: null },
  ])
})

test('queries asked together are answered each with its own rows', async () => {
  const answers = await own.db.sql.transaction((sql) =>
    Promise.all(
      [3, 1, 2].map((id) =>
        sql.query<{ id: number }>('SELECT "id" FROM "note" WHERE "id" = $1', [id], { prepared: true }),
      ),
    ),
  )
  expect(answers).toEqual([[{ id: 3 }], [{ id: 1 }], [{ id: 2 }]])
})

test.each([
  ['at the end', () => Promise.resolve(null)],
  ['at the next query', null],
])('a write that fails is told %s, and nothing is kept', async (_when, end) => {
  const before = await count()
  const work = own.db.sql.transaction((sql) => {
    sql.write(INSERT, [[10], ['好']])
    sql.write(INSERT, [[1], ['已有']])
    sql.write(INSERT, [[11], ['好']])
    return end === null ? sql.query('SELECT 1 AS "one"') : end()
  })
  await expect(work).rejects.toMatchObject({ code: '23505' })
  expect(await count()).toBe(before)
})

test('a transaction that gives up keeps nothing of what was still to be written', async () => {
  const before = await count()
  const work = own.db.sql.transaction((sql) => {
    sql.write(INSERT, [[20], ['不留']])
    return Promise.reject(new Error('given up'))
  })
  await expect(work).rejects.toThrow('given up')
  expect(await count()).toBe(before)
})

test('a statement that failed once is good the next time', async () => {
  const add = (id: number): Promise<void> =>
    own.db.sql.transaction((sql) => {
      sql.write('INSERT INTO "note" ("id") VALUES ($1)', [id])
      return Promise.resolve()
    })
  const before = await count()
  await expect(add(1)).rejects.toMatchObject({ code: '23505' })
  await Promise.all([30, 31, 32, 33].map(add))
  expect(await count()).toBe(before + 4)
})
