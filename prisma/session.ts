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

/** Queries of a transaction that do not wait for one another travel together, and are carried out in their order. */
export interface Transaction extends Sql {
  /**
   * A statement nobody waits for: it travels with the next query or with the end of the transaction, which fails if it
   * does. The text is one that comes again and again.
   */
  write(text: string, values?: readonly SqlValue[]): void
}

/**
 * The door for SQL of our own, the same on PGlite and on a PostgreSQL server.
 * Numbers beyond int4, decimals and times differ between the drivers: select them as text.
 * Inside `transaction` use only what it hands out: PGlite has one connection, and any other door would wait for
 * the transaction to end.
 */
export interface Session extends Sql {
  transaction<Result>(work: (sql: Transaction) => Promise<Result>): Promise<Result>
}

/** Told every statement as it is given. */
export type Observe = (text: string) => void

const quoted = (item: string | number | boolean): string =>
  typeof item === 'string' ? `"${item.replace(/["\\]/g, '\\$&')}"` : String(item)

/** Arrays go as literals: PGlite would write only arrays of types it knew when it was opened, pg writes all. */
export const encode = (value: SqlValue): string | number | boolean | null =>
  typeof value === 'object' && value !== null
    ? `{${value.map((item) => (item === null ? 'NULL' : quoted(item))).join(',')}}`
    : value
