import { frameworks, schemes } from '@biaochi/domain'
import type { Database, Sql } from '@biaochi/prisma'

interface Entry {
  readonly id: string
  readonly version: number
  readonly name: string
  readonly region: string | null
  readonly fromYear: number
  readonly toYear: number | null
}

const seed = (sql: Sql, table: 'framework' | 'scheme', entries: readonly Entry[]): Promise<unknown> =>
  sql.query(
    `INSERT INTO "${table}" ("id", "version", "name", "region", "from_year", "to_year", "data")
     SELECT * FROM unnest($1::text[], $2::int[], $3::text[], $4::text[], $5::int[], $6::int[], $7::jsonb[])
     ON CONFLICT ("id", "version") DO NOTHING`,
    [
      entries.map(({ id }) => id),
      entries.map(({ version }) => version),
      entries.map(({ name }) => name),
      entries.map(({ region }) => region),
      entries.map(({ fromYear }) => fromYear),
      entries.map(({ toYear }) => toYear),
      entries.map((entry) => JSON.stringify(entry)),
    ],
  )

/** Brings the frameworks and schemes of the domain into their tables; a version once there never changes. */
export const seedCatalogs = (db: Database): Promise<void> =>
  db.sql.transaction(async (sql) => {
    await seed(sql, 'framework', frameworks)
    await seed(sql, 'scheme', schemes)
  })
