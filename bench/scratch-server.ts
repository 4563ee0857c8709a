import type { Database } from '@biaochi/prisma'
import { openMigrated } from '@biaochi/server/db'
import { startPostgres } from '@biaochi/tests/support/postgres'

/** A PostgreSQL server of our own with our tables, gone when it is closed. */
export const openScratchServer = async (): Promise<{ db: Database; close: () => Promise<void> }> => {
  const { url, stop } = await startPostgres()
  const db = await openMigrated({ url })
  const close = async (): Promise<void> => {
    await db.close()
    await stop()
  }
  return { db, close }
}
