import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { PrismaPGlite } from 'pglite-prisma-adapter'
import { DatabaseError, shownUrl } from './database-error.ts'
import { lockFolder } from './folder-lock.ts'
import { PrismaClient } from './generated/client/client.ts'
import { listenToServer, type Listener, type Wake } from './listener.ts'
import { embeddedSession } from './embedded-session.ts'
import { serverSession } from './server-session.ts'
import type { Session } from './session.ts'

export { DatabaseError } from './database-error.ts'
export { applyMigrations, migrationsFolder } from './migrate.ts'
export { newId } from './new-id.ts'
export type { Listener } from './listener.ts'
export type { Session, Sql, SqlValue, Transaction } from './session.ts'
export { Prisma, type PrismaClient } from './generated/client/client.ts'
export * from './generated/client/enums.ts'

/** A folder for the embedded database (null: in memory), or the address of a PostgreSQL server. */
export type DatabaseTarget = { readonly dataDir: string | null } | { readonly url: string }

export interface DatabaseOptions {
  /** Told every SQL statement as it is sent, but for the begin and end of transactions. */
  readonly onStatement?: (text: string) => void
  /** Told of connections that broke while nobody used them. */
  readonly onIdleError?: (error: Error) => void
  /** After how many seconds a PostgreSQL server gives a statement up (migrations excepted); 0 or nothing: never. */
  readonly statementSeconds?: number
}

export interface Database {
  readonly kind: 'embedded' | 'server'
  /** Where it is, fit to be shown. */
  readonly place: string
  /** For reading by model. */
  readonly prisma: PrismaClient
  /** For bulk writes and everything Prisma cannot say. */
  readonly sql: Session
  /** Calls `wake` whenever something was announced on the channel (NOTIFY), and whenever something may have been missed. */
  listen(channel: string, wake: Wake): Listener
  close(): Promise<void>
}

const OLDEST_SERVER = 15
/** The PostgreSQL inside the PGlite we pin: its folder cannot be opened by another major version. */
const EMBEDDED_VERSION = '18'

const createPrisma = (
  adapter: PrismaPg | PrismaPGlite,
  onStatement: DatabaseOptions['onStatement'],
): PrismaClient => {
  // Interactive transactions are not used (see session.ts), so Prisma needs no limits of its own.
  if (onStatement === undefined) return new PrismaClient({ adapter })
  const client = new PrismaClient({ adapter, log: [{ emit: 'event', level: 'query' }] })
  client.$on('query', (event) => onStatement(event.query))
  return client
}

const openEmbedded = async (folder: string | null, options: DatabaseOptions): Promise<Database> => {
  const unlock = folder === null ? () => undefined : await lockFolder(folder)
  const dataDir = folder === null ? 'memory://' : path.join(folder, 'postgres')
  try {
    const version = await readFile(path.join(dataDir, 'PG_VERSION'), 'utf8').catch(() => EMBEDDED_VERSION)
    if (version.trim() !== EMBEDDED_VERSION)
      throw new DatabaseError(
        `数据目录 ${dataDir} 是 PostgreSQL ${version.trim()} 的，本程序使用 ${EMBEDDED_VERSION}。`,
      )
    const client = await PGlite.create({ dataDir })
    // The adapters read times without their offset: they are right only in UTC.
    await client.exec(`SET TIME ZONE 'UTC'`)
    const prisma = createPrisma(new PrismaPGlite(client), options.onStatement)
    const listen = (channel: string, wake: Wake): Listener => {
      const opened = client.listen(channel, wake).then(
        (unlisten) => {
          wake(null)
          return unlisten
        },
        // A database that was closed meanwhile announces nothing.
        () => null,
      )
      return { opened, close: async () => void (await opened)?.().catch(() => undefined) }
    }
    const close = async (): Promise<void> => {
      await prisma.$disconnect()
      await client.close()
      unlock()
    }
    const place = folder === null ? '内存' : folder
    return {
      kind: 'embedded',
      place,
      prisma,
      sql: embeddedSession(client, options.onStatement),
      listen,
      close,
    }
  } catch (error) {
    unlock()
    throw error
  }
}

const reasonOf = (error: unknown): string => {
  if (error instanceof AggregateError) return reasonOf(error.errors[0])
  return error instanceof Error ? error.message : String(error)
}

// A process that stops in the middle of a transaction must not keep its locks for ever: everybody would wait.
const sessionTimeouts = ({ statementSeconds = 0 }: DatabaseOptions): string =>
  `-c statement_timeout=${Math.round(statementSeconds * 1000)} -c idle_in_transaction_session_timeout=60000`

// Starting two workers costs as much CPU as summing 100,000 indicators: many callers are better served by one process
// each, and only what takes really long by several.
const PARALLEL_LATE = '-c parallel_setup_cost=10000'

const openServer = async (url: string, options: DatabaseOptions): Promise<Database> => {
  if (!URL.canParse(url) || !/^postgres(ql)?:$/.test(new URL(url).protocol))
    throw new DatabaseError('DATABASE_URL 不是 postgres:// 开头的地址。')
  const place = shownUrl(url)
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    // What a transaction asks at once travels at once: see server-session.ts.
    pipeline: true,
    connectionTimeoutMillis: 10_000,
    application_name: 'biaochi',
    options: `-c TimeZone=UTC ${PARALLEL_LATE} ${sessionTimeouts(options)}`,
  })
  pool.on('error', (error) => options.onIdleError?.(error))
  try {
    const sql = serverSession(pool, options.onStatement)
    const [row] = await sql.query<{ version: string }>(
      `SELECT current_setting('server_version_num') AS version`,
    )
    const version = Math.floor(Number(row?.version) / 10_000)
    if (version < OLDEST_SERVER)
      throw new DatabaseError(
        `数据库 ${place} 是 PostgreSQL ${version}，需要 ${OLDEST_SERVER} 或更新的版本。`,
      )
    const prisma = createPrisma(new PrismaPg(pool), options.onStatement)
    const listeners: Listener[] = []
    const listen = (channel: string, wake: Wake): Listener => {
      const listener = listenToServer(url, channel, wake)
      listeners.push(listener)
      return listener
    }
    const close = async (): Promise<void> => {
      await Promise.all(listeners.map((listener) => listener.close()))
      await prisma.$disconnect()
      await pool.end()
    }
    return { kind: 'server', place, prisma, sql, listen, close }
  } catch (error) {
    await pool.end()
    if (error instanceof DatabaseError) throw error
    throw new DatabaseError(`连接不上数据库 ${place}：${reasonOf(error)}`)
  }
}

/** Opens the database; refusals are a `DatabaseError` of one sentence. Migrating is the caller's next step. */
export const openDatabase = (target: DatabaseTarget, options: DatabaseOptions = {}): Promise<Database> =>
  'url' in target ? openServer(target.url, options) : openEmbedded(target.dataDir, options)
