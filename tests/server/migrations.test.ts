import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  applyMigrations,
  DatabaseError,
  migrationsFolder,
  newId,
  openDatabase,
  type Database,
} from '@biaochi/prisma'
import { migrationDiff } from '@biaochi/prisma/migration-diff'
import { createServerDatabase, onServer, openTestDatabase, type TestDatabase } from '../support/database.ts'

let opened: TestDatabase
let db: Database
beforeAll(async () => {
  opened = await openTestDatabase()
  db = opened.db
})
afterAll(() => opened.close())

const agency = async (): Promise<string> => {
  const id = newId()
  await db.sql.query(`INSERT INTO "agency" ("id", "name") VALUES ($1, '云浦市图书馆')`, [id])
  return id
}

describe('migrations', () => {
  test('are recorded the way Prisma records them', async () => {
    const names = (await readdir(migrationsFolder)).filter((name) => !name.endsWith('.toml')).toSorted()
    const sums = await Promise.all(
      names.map(async (name) =>
        createHash('sha256')
          .update(await readFile(path.join(migrationsFolder, name, 'migration.sql')))
          .digest('hex'),
      ),
    )
    const rows = await db.sql.query<{ name: string; sum: string; finished: boolean }>(
      `SELECT "migration_name" AS "name", "checksum" AS "sum", "finished_at" IS NOT NULL AS "finished"
       FROM "_prisma_migrations" ORDER BY "migration_name"`,
    )
    expect(rows).toEqual(names.map((name, index) => ({ name, sum: sums[index], finished: true })))
  })

  test('applied again change nothing', async () => {
    expect(await applyMigrations(db.sql)).toEqual([])
  })

  test('applied by several at the same time are applied once', async () => {
    const own = onServer ? await createServerDatabase() : null
    const target = own === null ? { dataDir: null } : { url: own.url }
    const fresh = await openDatabase(target)
    const applied = await Promise.all(Array.from({ length: 4 }, () => applyMigrations(fresh.sql)))
    expect(applied.flat()).toHaveLength(new Set(applied.flat()).size)
    await fresh.close()
    await own?.drop()
  })

  test('of a newer version of the program are refused in one sentence', async () => {
    await db.sql.query(
      `INSERT INTO "_prisma_migrations" ("id", "checksum", "finished_at", "migration_name") VALUES ('x', 'x', now(), '29990101000000_later')`,
    )
    await expect(applyMigrations(db.sql)).rejects.toThrow(DatabaseError)
    await expect(applyMigrations(db.sql)).rejects.toThrow(/29990101000000_later/)
    await db.sql.query(`DELETE FROM "_prisma_migrations" WHERE "id" = 'x'`)
  })

  test('make the tables that schema.prisma describes', async () => {
    expect(await migrationDiff()).toBe('')
    expect(await migrationDiff('ALTER TABLE "agency" DROP COLUMN "region"')).toContain('"region"')
  })
})

describe('the database refuses', () => {
  test('an agency that is its own parent', async () => {
    const id = await agency()
    await expect(
      db.sql.query(`UPDATE "agency" SET "parent_id" = "id" WHERE "id" = $1`, [id]),
    ).rejects.toThrow(/agency_not_its_own_parent/)
  })

  test('a row version below 1', async () => {
    const id = await agency()
    await expect(db.sql.query(`UPDATE "agency" SET "version" = 0 WHERE "id" = $1`, [id])).rejects.toThrow(
      /agency_version/,
    )
  })

  test('an indicator whose columns contradict its kind', async () => {
    const implementer = await agency()
    const project = newId()
    await db.sql.query(
      `INSERT INTO "project" ("id", "fiscal_year", "implementer_id", "name", "form", "scheme_id", "scheme_version")
       SELECT $1, 2022, $2, '约束', 'DECLARATION', "id", "version" FROM "scheme" LIMIT 1`,
      [project, implementer],
    )
    const insert = (columns: string, values: string): Promise<unknown> =>
      db.sql.query(
        `INSERT INTO "indicator" ("id", "project_id", "fiscal_year", "implementer_id", "period", "position", ${columns})
         VALUES ($1, $2, 2022, $3, 'ANNUAL', 0, ${values})`,
        [newId(), project, implementer],
      )
    const kinds = '"target_kind", "actual_kind"'
    await expect(insert(kinds, `'QUANTITATIVE', 'MISSING'`)).rejects.toThrow(/indicator_target_/)
    await expect(insert(`${kinds}, "target_value"`, `'MISSING', 'MISSING', 3`)).rejects.toThrow(
      /indicator_target_value/,
    )
    await expect(insert(`${kinds}, "actual_multiplier"`, `'MISSING', 'MISSING', 7`)).rejects.toThrow(
      /indicator_actual_/,
    )
    await expect(insert(`${kinds}, "version"`, `'MISSING', 'MISSING', 0`)).rejects.toThrow(
      /indicator_version/,
    )
    await insert(kinds, `'MISSING', 'MISSING'`)
  })

  test('two projects of one agency, year and name', async () => {
    const implementer = await agency()
    const insert = (): Promise<unknown> =>
      db.sql.query(
        `INSERT INTO "project" ("id", "fiscal_year", "implementer_id", "name", "form", "scheme_id", "scheme_version")
         SELECT $1, 2022, $2, '同名', 'DECLARATION', "id", "version" FROM "scheme" LIMIT 1`,
        [newId(), implementer],
      )
    await insert()
    await expect(insert()).rejects.toThrow(/project_fiscal_year_implementer_id_name_form_key/)
  })
})

test('bulk values come back as they were sent', async () => {
  const texts = [
    'a',
    '',
    null,
    '"quoted"',
    'back\\slash',
    '{curly,comma}',
    'NULL',
    "it's",
    '换行\n制表\t',
    '😀',
  ]
  const rows = await db.sql.query<{ text: string | null }>(
    'SELECT * FROM unnest($1::text[]) AS sent("text")',
    [texts],
  )
  expect(rows.map(({ text }) => text)).toEqual(texts)
})
