import type { PGlite, Transaction } from '@electric-sql/pglite'
import type pg from 'pg'

/** A value that goes into SQL: arrays become PostgreSQL arrays, so bulk writes take one parameter a column. */
export type SqlValue = string | number | boolean | null | readonly (string | number | boolean | null)[]

export interface QueryOptions {
  /** A statement that comes again and again: a server keeps it parsed and planned for its connection. */
  readonly prepared?: boolean
}

/** Where SQL can be sent. The row type is the caller's claim about its own SELECT list. */
export interface Sql {
  query<Row>(text: string, values?: readonly SqlValue[], options?: QueryOptions): Promise<readonly Row[]>
  /** Several statements at once, without parameters. */
  script(text: string): Promise<void>
}

/**
 * The door for SQL of our own, the same on PGlite and on a PostgreSQL server.
 * Numbers beyond int4, decimals and times differ between the drivers: select them as text.
 * Inside `transaction` use only the `Sql` it hands out: PGlite has one connection, and any other door would wait for
 * the transaction to end.
 */
export interface Session extends Sql {
  transaction<Result>(work: (sql: Sql) => Promise<Result>): Promise<Result>
}

const quoted = (item: string | number | boolean): string =>
  typeof item === 'string' ? `"${item.replace(/["\\]/g, '\\$&')}"` : String(item)

/** Arrays go as literals: PGlite would write only arrays of types it knew when it was opened, pg writes all. */
const encode = (value: SqlValue): string | number | boolean | null =>
  typeof value === 'object' && value !== null
    ? `{${value.map((item) => (item === null ? 'NULL' : quoted(item))).join(',')}}`
    : value

type Observe = (text: string) => void
const ignore: Observe = () => undefined

const embeddedSql = (client: PGlite | Transaction, observe: Observe): Sql => ({
  query: async <Row>(text: string, values: readonly SqlValue[] = []) => {
    observe(text)
    return (await client.query<Row>(text, values.map(encode))).rows
  },
  script: async (text) => {
    observe(text)
    await client.exec(text)
  },
})

export const embeddedSession = (client: PGlite, observe: Observe = ignore): Session => ({
  ...embeddedSql(client, observe),
  transaction: (work) => client.transaction((transaction) => work(embeddedSql(transaction, observe))),
})

// Every connection keeps what was prepared on it until it ends, so what callers choose freely must not add up.
const MAX_PREPARED = 500
const prepared = new Map<string, string>()

const preparedName = (text: string): string | undefined => {
  const known = prepared.get(text)
  if (known !== undefined || prepared.size >= MAX_PREPARED) return known
  const name = `read_${prepared.size}`
  prepared.set(text, name)
  return name
}

const serverSql = (client: pg.Pool | pg.PoolClient, observe: Observe): Sql => ({
  query: async <Row>(text: string, values: readonly SqlValue[] = [], options: QueryOptions = {}) => {
    observe(text)
    const name = options.prepared === true ? preparedName(text) : undefined
    // pg cannot know the columns of a statement it is given as text; neither driver checks the claim.
    const result: { rows: unknown[] } = await client.query({ name, text, values: values.map(encode) })
    return result.rows as Row[]
  },
  script: async (text) => {
    observe(text)
    await client.query(text)
  },
})

export const serverSession = (pool: pg.Pool, observe: Observe = ignore): Session => ({
  ...serverSql(pool, observe),
  transaction: async (work) => {
    const client = await pool.connect()
    let broken: Error | undefined
    try {
      await client.query('BEGIN')
      const result = await work(serverSql(client, observe))
      await client.query('COMMIT')
      return result
    } catch (error) {
      await client.query('ROLLBACK').catch((failure: unknown) => {
        broken = failure instanceof Error ? failure : new Error(String(failure))
      })
      throw error
    } finally {
      client.release(broken)
    }
  },
})
