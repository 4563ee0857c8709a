import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import path from 'node:path'
import { DatabaseError } from './database-error.ts'
import { newId } from './new-id.ts'
import type { Session, Sql } from './session.ts'

/** Where the committed migrations lie. */
export const migrationsFolder = fileURLToPath(new URL('./migrations/', import.meta.url))

interface Migration {
  readonly name: string
  readonly sql: string
  readonly checksum: string
}

interface Applied {
  readonly name: string
  readonly checksum: string
  readonly finished: boolean
}

// Prisma's own lock and table, so that `prisma migrate deploy` and this applier exclude and understand each other.
const PRISMA_LOCK = 72707369
const CREATE_TABLE = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL, "checksum" VARCHAR(64) NOT NULL, "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL, "logs" TEXT, "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(), "applied_steps_count" INTEGER NOT NULL DEFAULT 0)`

const readMigrations = async (): Promise<readonly Migration[]> => {
  const entries = await readdir(migrationsFolder, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  return Promise.all(
    names.toSorted().map(async (name) => {
      const sql = await readFile(path.join(migrationsFolder, name, 'migration.sql'), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

const nextMigration = (
  migrations: readonly Migration[],
  applied: readonly Applied[],
): Migration | undefined => {
  for (const row of applied) {
    const known = migrations.find((migration) => migration.name === row.name)
    if (known === undefined)
      throw new DatabaseError(`数据库由更新的版本建立（迁移 ${row.name} 不认识），请升级程序。`)
    if (!row.finished) throw new DatabaseError(`迁移 ${row.name} 上次没有完成，请先恢复数据库。`)
    if (known.checksum !== row.checksum)
      throw new DatabaseError(`迁移 ${row.name} 的内容与数据库里执行过的不同，请恢复该文件。`)
  }
  return migrations.find((migration) => !applied.some((row) => row.name === migration.name))
}

const applyNext = async (sql: Sql, migrations: readonly Migration[]): Promise<string | null> => {
  // A large table may take its time, and so may another server that migrates it.
  await sql.query(`SET LOCAL statement_timeout = 0`)
  await sql.query(`SELECT pg_advisory_xact_lock(${PRISMA_LOCK})::text`)
  await sql.script(CREATE_TABLE)
  const applied = await sql.query<Applied>(
    `SELECT "migration_name" AS "name", "checksum", "finished_at" IS NOT NULL AS "finished"
     FROM "_prisma_migrations" WHERE "rolled_back_at" IS NULL`,
  )
  const next = nextMigration(migrations, applied)
  if (next === undefined) return null
  await sql.script(next.sql)
  await sql.query(
    `INSERT INTO "_prisma_migrations" ("id", "checksum", "finished_at", "migration_name", "applied_steps_count")
     VALUES ($1, $2, clock_timestamp(), $3, 1)`,
    [newId(), next.checksum, next.name],
  )
  return next.name
}

/** Applies what is missing, in order, each migration whole or not at all; answers their names. */
export const applyMigrations = async (session: Session): Promise<readonly string[]> => {
  const migrations = await readMigrations()
  const names: string[] = []
  for (;;) {
    const name = await session.transaction((sql) => applyNext(sql, migrations))
    if (name === null) return names
    names.push(name)
  }
}
