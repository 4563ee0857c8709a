import {
  applyMigrations,
  openDatabase,
  type Database,
  type DatabaseOptions,
  type DatabaseTarget,
} from '@biaochi/prisma'
import { markWrite } from './actions/announce.ts'
import { recountFindings } from './actions/recount-findings.ts'
import { seedCatalogs } from './actions/seed-catalogs.ts'

export interface OpenProgress {
  readonly opened: (db: Database) => void
  readonly migrated: (names: readonly string[]) => void
  /** So many projects had other findings by the rules as they are now. */
  readonly recounted: (projects: number) => void
}

const nothing = (): void => undefined
const silent: OpenProgress = { opened: nothing, migrated: nothing, recounted: nothing }

/** Opens the database, brings its tables and counts up to date and fills its catalogs. */
export const openMigrated = async (
  target: DatabaseTarget,
  options: DatabaseOptions = {},
  progress: OpenProgress = silent,
): Promise<Database> => {
  const db = await openDatabase(target, options)
  try {
    progress.opened(db)
    const migrations = await applyMigrations(db.sql)
    if (migrations.length > 0) await markWrite(db.sql)
    progress.migrated(migrations)
    await seedCatalogs(db)
    progress.recounted(await recountFindings(db))
    return db
  } catch (error) {
    await db.close()
    throw error
  }
}
