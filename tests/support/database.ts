import { randomUUID } from 'node:crypto'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { openDatabase, type Database, type DatabaseTarget } from '@biaochi/prisma'
import { openMigrated } from '@biaochi/server/db'

export interface TestDatabase {
  readonly db: Database
  readonly close: () => Promise<void>
}

const fromSetup = (name: 'TEST_DATABASE_URL' | 'TEST_DATABASE_TEMPLATE' | 'TEST_DATABASE_FOLDER'): string => {
  const value = process.env[name]
  if (value === undefined) throw new Error(`${name} is not set: the setup of this project has not run`)
  return value
}

/** Whether this run is about a PostgreSQL server or about the embedded database. */
export const onServer = process.env['TEST_DATABASE'] === 'postgres'

export interface ServerDatabase {
  readonly name: string
  readonly url: string
  readonly drop: () => Promise<void>
}

/** A database of its own on the server: an empty one, or a copy. */
export const createServerDatabase = async (template?: string): Promise<ServerDatabase> => {
  const name = `biaochi_${randomUUID().replaceAll('-', '')}`
  const admin = await openDatabase({ url: fromSetup('TEST_DATABASE_URL') })
  await admin.sql.query(`CREATE DATABASE "${name}"${template === undefined ? '' : ` TEMPLATE "${template}"`}`)
  const url = new URL(fromSetup('TEST_DATABASE_URL'))
  url.pathname = `/${name}`
  const drop = async (): Promise<void> => {
    await admin.sql.query(`DROP DATABASE "${name}" WITH (FORCE)`)
    await admin.close()
  }
  return { name, url: url.href, drop }
}

interface OwnDatabase {
  readonly target: DatabaseTarget
  readonly drop: () => Promise<void>
}

const copyOnServer = async (): Promise<OwnDatabase> => {
  const { url, drop } = await createServerDatabase(fromSetup('TEST_DATABASE_TEMPLATE'))
  return { target: { url }, drop }
}

const copyOfFolder = async (): Promise<OwnDatabase> => {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'biaochi-test-'))
  await cp(fromSetup('TEST_DATABASE_FOLDER'), dataDir, { recursive: true })
  return { target: { dataDir }, drop: () => rm(dataDir, { recursive: true, force: true }) }
}

/** A fresh, migrated database of the kind this run is about, copied from the one its setup has made once. */
export const openTestDatabase = async (
  onStatement: (text: string) => void = () => undefined,
): Promise<TestDatabase> => {
  const own = await (onServer ? copyOnServer() : copyOfFolder())
  const db = await openMigrated(own.target, { onStatement })
  const close = async (): Promise<void> => {
    await db.close()
    await own.drop()
  }
  return { db, close }
}
