import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { openMigrated } from '@biaochi/server/db'

/** A migrated embedded database to copy, once for all tests: making one takes longer than most tests. */
export default async function setup(): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'biaochi-pglite-'))
  await (await openMigrated({ dataDir })).close()
  process.env['TEST_DATABASE_FOLDER'] = dataDir
  return () => rm(dataDir, { recursive: true, force: true })
}
