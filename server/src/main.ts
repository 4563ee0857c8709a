import type { Server } from 'node:http'
import { DatabaseError, type Database } from '@biaochi/prisma'
import { pino } from 'pino'
import { loadSamples } from './actions/load-samples.ts'
import { createApp, isAppPath } from './app.ts'
import { openMigrated } from './db.ts'
import { readEnv, SettingError, type Env } from './env.ts'
import { listen, ListenError } from './listen.ts'
import { ChangeFeed } from './live/change-feed.ts'
import { readOperations } from './persisted-operations.ts'
import { loadWebHandler } from './web-handler.ts'

// What a person reads goes to stdout, the log to stderr.
const tell = (line: string): void => void process.stdout.write(`${line}\n`)
const STOP_WITHIN = 5_000

const stopOnSignal = (server: Server, db: Database, feed: ChangeFeed): void => {
  let stopping = false
  const stop = async (): Promise<void> => {
    if (stopping) return
    stopping = true
    tell('正在停止……')
    const closed = new Promise((resolve) => server.close(resolve))
    // Subscribers are told that it is over; they come again to another server or to the next start.
    await feed.close()
    // A stream that has ended leaves its connection idle only afterwards.
    const closing = setInterval(() => server.closeIdleConnections(), 50)
    // Requests under way may finish; a connection that never ends may not keep us.
    setTimeout(() => server.closeAllConnections(), STOP_WITHIN).unref()
    await closed
    clearInterval(closing)
    await db.close()
    process.exit(0)
  }
  process.on('SIGINT', () => void stop())
  process.on('SIGTERM', () => void stop())
}

const start = async (env: Env): Promise<void> => {
  const log = pino({ level: env.logLevel }, pino.destination(2))
  const { server, url, serve } = await listen(env.host, env.port)
  tell('打开数据库……')
  const db = await openMigrated(
    env.database,
    {
      onIdleError: (error) => log.warn({ err: error }, 'a database connection broke'),
      statementSeconds: env.statementSeconds,
    },
    {
      opened: ({ kind, place }) =>
        tell(`数据库：${kind === 'embedded' ? '内置 PGlite' : 'PostgreSQL'}，${place}`),
      migrated: (names) => tell(names.length === 0 ? '表结构：已是最新' : `迁移：${names.join('、')}`),
      recounted: (projects) => {
        if (projects > 0) tell(`检查规则已更新：重数了 ${projects} 个项目的问题`)
      },
    },
  )
  const feed = new ChangeFeed(db)
  stopOnSignal(server, db, feed)
  if (env.samples)
    await loadSamples(db, {
      loading: (done, all, file) => tell(`载入示例 ${done}/${all} ${file}`),
      problem: tell,
    })
  const { limits, answerBytes, persistedOnly, introspection, graphiql } = env
  // How long a request may take to arrive; how long its answer may take is the app's to say.
  server.requestTimeout = limits.requestSeconds * 1000
  const app = createApp(db, {
    logBug: (errorId, error) => log.error({ errorId, err: error }, 'a bug'),
    limits,
    answerBytes,
    operations: readOperations(),
    persistedOnly,
    introspection,
    graphiql,
    feed,
  })
  const web = await loadWebHandler()
  serve((request, response) => {
    const path = request.url?.split('?')[0] ?? '/'
    if (isAppPath(path)) void app(request, response)
    else web(request, response)
  })
  tell(`就绪：${url}`)
}

try {
  await start(readEnv(process.env))
} catch (error) {
  const expected =
    error instanceof SettingError || error instanceof ListenError || error instanceof DatabaseError
  process.stderr.write(`${expected ? error.message : error instanceof Error ? error.stack : String(error)}\n`)
  process.exit(1)
}
