import { readFile } from 'node:fs/promises'
import type { PGlite } from '@electric-sql/pglite'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import { SchemaEngine } from '@prisma/schema-engine-wasm'
import { PrismaPGlite } from 'pglite-prisma-adapter'

const schemaFile = new URL('./schema.prisma', import.meta.url)
const EMPTY = '-- This is an empty migration.'

/** The SQL that would turn what stands in this database into `schema.prisma`; empty when nothing is missing. */
export const diffToSchema = async (client: PGlite): Promise<string> => {
  const files = [{ path: 'schema.prisma', content: await readFile(schemaFile, 'utf8') }]
  const factory = bindMigrationAwareSqlAdapterFactory(new PrismaPGlite(client))
  const engine = await SchemaEngine.new({ datamodels: undefined }, () => undefined, factory)
  try {
    const { stdout } = await engine.diff({
      // The database itself comes through the adapter; of the files only the kind of data source is taken.
      from: { tag: 'schemaDatasource', files, configDir: '/' },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    })
    const sql = (stdout ?? '').trim()
    return sql === EMPTY ? '' : sql
  } finally {
    engine.free()
  }
}
