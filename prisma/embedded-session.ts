import type { PGlite, Transaction as PGliteTransaction } from '@electric-sql/pglite'
import { encode, type Observe, type Session, type Sql, type SqlValue } from './session.ts'

const embeddedSql = (client: PGlite | PGliteTransaction, observe: Observe): Sql => ({
  query: async <Row>(text: string, values: readonly SqlValue[] = []) => {
    observe(text)
    return (await client.query<Row>(text, values.map(encode))).rows
  },
  script: async (text) => {
    observe(text)
    await client.exec(text)
  },
})

export const embeddedSession = (client: PGlite, observe: Observe = () => undefined): Session => ({
  ...embeddedSql(client, observe),
  transaction: (work) =>
    client.transaction(async (transaction) => {
      const sql = embeddedSql(transaction, observe)
      // The database is in this process, so nothing travels: what is written is begun at once and queues up there.
      const writes: Promise<unknown>[] = []
      const result = await work({
        query: async <Row>(text: string, values?: readonly SqlValue[]) => {
          const [rows] = await Promise.all([sql.query<Row>(text, values), ...writes])
          return rows
        },
        script: sql.script,
        write: (text, values) => {
          const writing = sql.query(text, values)
          // Whoever waits next is told.
          writing.catch(() => undefined)
          writes.push(writing)
        },
      })
      await Promise.all(writes)
      return result
    }),
})
