import { createHash } from 'node:crypto'
import type { Database, Transaction } from '@biaochi/prisma'
import type { z } from 'zod'
import type { Actor } from '../actor.ts'
import { isStorableText } from '../storable.ts'
import { refusal, type Refusal } from './refusal.ts'

const MAX_KEY = 200

export interface RequestKey {
  readonly key: string
  readonly hash: string
}

interface Work<Answer, Result> {
  /** What is kept of an answer; what does not fit is a bug and throws. */
  readonly shape: z.ZodType<Answer>
  readonly run: (sql: Transaction, key: RequestKey | null) => Promise<Result>
  /** The answer that was once given, given again. */
  readonly again: (changeSetId: string, answer: Answer) => Result
}

/** Runs a change in a transaction; with a key only once, whatever is sent again is answered as it was. */
export const once = async <Answer, Result>(
  db: Database,
  actor: Actor,
  key: string | null,
  request: unknown,
  { shape, run, again }: Work<Answer, Result>,
): Promise<Result | Refusal> => {
  if (key === null) return db.sql.transaction((sql) => run(sql, null))
  if (key.length > MAX_KEY) return refusal('BAD_INPUT', 'text-too-long', { max: MAX_KEY })
  if (!isStorableText(key)) return refusal('BAD_INPUT', 'unstorable-text')
  const hash = createHash('sha256').update(JSON.stringify(request)).digest('hex')
  return db.sql.transaction(async (sql) => {
    // The lock makes the second of two requests with one key wait for the first, and then find its answer.
    sql.write(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))::text`, [`${actor.author} ${key}`])
    const [saved] = await sql.query<{ changeSetId: string; requestHash: string; answer: string }>(
      `SELECT "id" AS "changeSetId", "request_hash" AS "requestHash", "answer"::text AS "answer"
       FROM "change_set" WHERE "author" = $1 AND "idempotency_key" = $2`,
      [actor.author, key],
    )
    if (saved === undefined) return run(sql, { key, hash })
    return saved.requestHash === hash
      ? again(saved.changeSetId, shape.parse(JSON.parse(saved.answer)))
      : refusal('BAD_INPUT', 'key-reused')
  })
}
