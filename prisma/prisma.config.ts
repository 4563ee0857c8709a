import { defineConfig } from 'prisma/config'

// The CLI wants its schema engine before every command, `generate` included, which never runs it; naming any
// existing program keeps the CLI from downloading one.
process.env['PRISMA_SCHEMA_ENGINE_BINARY'] ??= process.execPath

const url = process.env['DATABASE_URL']

export default defineConfig({
  schema: 'schema.prisma',
  migrations: { path: 'migrations' },
  ...(url === undefined ? {} : { datasource: { url } }),
})
