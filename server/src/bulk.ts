import type { SqlValue, Transaction } from '@biaochi/prisma'

type Cell = string | number | boolean | null

/** A column written in bulk: one parameter carries all its values. */
export interface Column<Row> {
  readonly name: string
  /** The SQL type of one value as it is sent. */
  readonly type: string
  readonly of: (row: Row) => Cell
  /** The value out of what was sent, where they differ. */
  readonly read?: (sent: string) => string
}

const columnNames = <Row>(columns: readonly Column<Row>[]): string =>
  columns.map(({ name }) => `"${name}"`).join(', ')

const unnest = <Row>(columns: readonly Column<Row>[]): string =>
  `unnest(${columns.map(({ type }, index) => `$${index + 1}::${type}[]`).join(', ')}) AS sent(${columnNames(columns)})`

const values = <Row>(columns: readonly Column<Row>[], rows: readonly Row[]): SqlValue[] =>
  columns.map(({ of }) => rows.map(of))

const sentValue = <Row>({ name, read }: Column<Row>): string => {
  const sent = `sent."${name}"`
  return read === undefined ? sent : read(sent)
}

/** Inserts any number of rows by one statement; none for no rows. */
export const insertRows = <Row>(
  sql: Transaction,
  table: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): void => {
  if (rows.length === 0) return
  const list = columns.map(sentValue).join(', ')
  sql.write(
    `INSERT INTO "${table}" (${columnNames(columns)}) SELECT ${list} FROM ${unnest(columns)}`,
    values(columns, rows),
  )
}

/** Updates any number of rows by their `id`, by one statement; the caller holds their locks. */
export const updateRows = <Row extends { readonly id: string }>(
  sql: Transaction,
  table: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): void => {
  if (rows.length === 0) return
  const withId: Column<Row>[] = [{ name: 'id', type: 'uuid', of: ({ id }) => id }, ...columns]
  const set = columns.map((column) => `"${column.name}" = ${sentValue(column)}`).join(', ')
  sql.write(
    `UPDATE "${table}" AS kept SET ${set}, "updated_at" = now() FROM ${unnest(withId)} WHERE kept."id" = sent."id"`,
    values(withId, rows),
  )
}

/** Deletes any number of rows by their `id`, by one statement; none for no rows. */
export const deleteRows = (sql: Transaction, table: string, ids: readonly string[]): void => {
  if (ids.length > 0) sql.write(`DELETE FROM "${table}" WHERE "id" = ANY($1::uuid[])`, [ids])
}
