import {
  applyMigrations,
  openDatabase,
  type Database,
  type DatabaseOptions,
  type DatabaseTarget,
} from '@biaochi/prisma'
import { markWrite } from './actions/announce.ts'
import { seedCatalogs } from './actions/seed-catalogs.ts'

export interface OpenProgress {
  readonly opened: (db: Database) => void
  readonly migrated: (names: readonly string[]) => void
}

const silent: OpenProgress = { opened: () => undefined, migrated: () => undefined }

/** Opens the database, brings its tables up to date and fills its catalogs. */
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
    return db
  } catch (error) {
    await db.close()
    throw error
  }
}
