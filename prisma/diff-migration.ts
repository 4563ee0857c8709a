// Prints the SQL of the next migration: what schema.prisma has and the committed migrations have not.
// node diff-migration.ts > migrations/<yyyymmddhhmmss>_<name>/migration.sql, then add CHECK constraints by hand.
import { PGlite } from '@electric-sql/pglite'
import { applyMigrations } from './migrate.ts'
import { diffToSchema } from './schema-engine.ts'
import { embeddedSession } from './session.ts'

const client = await PGlite.create()
await applyMigrations(embeddedSession(client))
console.log(await diffToSchema(client))
await client.close()
