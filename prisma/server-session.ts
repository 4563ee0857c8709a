import type pg from 'pg'
import {
  encode,
  type Observe,
  type QueryOptions,
  type Session,
  type Sql,
  type SqlValue,
  type Transaction,
} from './session.ts'

// Every connection keeps what was prepared on it until it ends, so what callers choose freely must not add up.
const MAX_PREPARED = 500
const prepared = new Map<string, string>()

const preparedName = (text: string): string | undefined => {
  const known = prepared.get(text)
  if (known !== undefined || prepared.size >= MAX_PREPARED) return known
  const name = `kept_${prepared.size}`
  prepared.set(text, name)
  return name
}

interface Statement {
  readonly text: string
  readonly values?: readonly SqlValue[] | undefined
  readonly prepared?: boolean
}

const send = async (
  client: pg.Pool | pg.PoolClient,
  { text, values = [], prepared = false }: Statement,
): Promise<unknown[]> => {
  const name = prepared ? preparedName(text) : undefined
  const result: { rows: unknown[] } = await client.query({ name, text, values: values.map(encode) })
  return result.rows
}

const serverSql = (client: pg.Pool | pg.PoolClient, observe: Observe): Sql => ({
  query: async <Row>(text: string, values: readonly SqlValue[] = [], options: QueryOptions = {}) => {
    observe(text)
    // pg cannot know the columns of a statement it is given as text; neither driver checks the claim.
    return (await send(client, { text, values, ...options })) as Row[]
  },
  script: async (text) => {
    observe(text)
    await client.query(text)
  },
})

// A plan made for one project serves ten thousand (everything is found by its id), and planning costs more than carrying out.
// A plan made while a table was nearly empty would read it whole for every row of a later bulk edit, hence no such plans.
const BEGIN = 'BEGIN; SET LOCAL plan_cache_mode = force_generic_plan; SET LOCAL enable_seqscan = off'

/** A transaction on this connection: nothing leaves before somebody waits for an answer, and then all of it at once. */
const begin = (
  client: pg.PoolClient,
  observe: Observe,
): { sql: Transaction; commit: () => Promise<void> } => {
  let written: Statement[] = [{ text: BEGIN }]
  const ask = async (statement: Statement): Promise<unknown[]> => {
    const statements = [...written, statement]
    written = []
    // Everything that is asked in this turn of the event loop leaves in one packet.
    const { stream } = client.connection
    stream.cork()
    process.nextTick(() => stream.uncork())
    const answers = await Promise.allSettled(statements.map((each) => send(client, each)))
    // Behind one that fails the server refuses all others, the COMMIT too: the first says why.
    const failed = answers.find((answer) => answer.status === 'rejected')
    if (failed !== undefined) throw failed.reason
    const last = answers.at(-1)
    return last?.status === 'fulfilled' ? last.value : []
  }
  return {
    sql: {
      query: async <Row>(text: string, values?: readonly SqlValue[], options?: QueryOptions) => {
        observe(text)
        return (await ask({ text, values, ...options })) as Row[]
      },
      script: async (text) => {
        observe(text)
        await ask({ text })
      },
      write: (text, values) => {
        observe(text)
        written.push({ text, values, prepared: true })
      },
    },
    commit: async () => void (await ask({ text: 'COMMIT' })),
  }
}

export const serverSession = (pool: pg.Pool, observe: Observe = () => undefined): Session => ({
  ...serverSql(pool, observe),
  transaction: async (work) => {
    const client = await pool.connect()
    let broken: Error | undefined
    try {
      const { sql, commit } = begin(client, observe)
      const result = await work(sql)
      await commit()
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
