import { PGlite } from '@electric-sql/pglite'
import { applyMigrations } from './migrate.ts'
import { diffToSchema } from './schema-engine.ts'
import { embeddedSession } from './embedded-session.ts'

/** The SQL that `schema.prisma` asks for and the committed migrations (and `further` SQL after them) do not have. */
export const migrationDiff = async (further = ''): Promise<string> => {
  const client = await PGlite.create()
  try {
    await applyMigrations(embeddedSession(client))
    await client.exec(further)
    return await diffToSchema(client)
  } finally {
    await client.close()
  }
}
