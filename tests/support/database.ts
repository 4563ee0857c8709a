import { randomUUID } from 'node:crypto'
import { openDatabase, type Database, type DatabaseTarget } from '@biaochi/prisma'
import { openMigrated } from '@biaochi/server/db'

export interface TestDatabase {
  readonly db: Database
  readonly close: () => Promise<void>
}

const serverUrl = (): string => {
  const url = process.env['TEST_DATABASE_URL']
  if (url === undefined)
    throw new Error('TEST_DATABASE_URL is not set: tests/support/postgres.ts has not run')
  return url
}

/** Whether this run is about a PostgreSQL server or about the embedded database. */
export const onServer = process.env['TEST_DATABASE'] === 'postgres'

export interface EmptyDatabase {
  readonly url: string
  readonly drop: () => Promise<void>
}

/** A database of its own on the server. */
export const createServerDatabase = async (): Promise<EmptyDatabase> => {
  const name = `biaochi_${randomUUID().replaceAll('-', '')}`
  const admin = await openDatabase({ url: serverUrl() })
  await admin.sql.query(`CREATE DATABASE "${name}"`)
  const url = new URL(serverUrl())
  url.pathname = `/${name}`
  const drop = async (): Promise<void> => {
    await admin.sql.query(`DROP DATABASE "${name}" WITH (FORCE)`)
    await admin.close()
  }
  return { url: url.href, drop }
}

/** A fresh, migrated database of the kind this run is about. */
export const openTestDatabase = async (
  onStatement: (text: string) => void = () => undefined,
): Promise<TestDatabase> => {
  const own = onServer ? await createServerDatabase() : null
  const target: DatabaseTarget = own === null ? { dataDir: null } : { url: own.url }
  const db = await openMigrated(target, { onStatement })
  const close = async (): Promise<void> => {
    await db.close()
    await own?.drop()
  }
  return { db, close }
}
