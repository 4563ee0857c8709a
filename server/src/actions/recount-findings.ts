import { rollUp } from '@biaochi/domain'
import type { Database, Transaction } from '@biaochi/prisma'
import { countFindings } from '../findings.ts'
import { hashRules } from '../hash-rules.ts'
import { markWrite } from './announce.ts'
import { openProjects } from './open-projects.ts'

const NEXT_IDS = `SELECT "id" FROM "project" WHERE $1::uuid IS NULL OR "id" > $1::uuid ORDER BY "id" LIMIT $2`

const KEEP_COUNTS = `
  UPDATE "project" p SET "blocking_findings" = n."block", "explain_findings" = n."explain", "warning_findings" = n."warn"
  FROM unnest($1::uuid[], $2::int[], $3::int[], $4::int[]) n("id", "block", "explain", "warn")
  WHERE p."id" = n."id" AND (p."blocking_findings", p."explain_findings", p."warning_findings")
    IS DISTINCT FROM (n."block", n."explain", n."warn")
  RETURNING p."id"`

/** Counts the findings of these projects as whoever saves them does; answers how many had another count. */
const recount = async (sql: Transaction, ids: readonly string[]): Promise<number> => {
  const projects = await openProjects(sql, [], ids)
  const counts = projects.map(({ document, scheme, readerFindings }) =>
    countFindings({ project: document, scheme, readerFindings }, rollUp(document, scheme)),
  )
  const changed = await sql.query(KEEP_COUNTS, [
    projects.map(({ id }) => id),
    counts.map(({ block }) => block),
    counts.map(({ explain }) => explain),
    counts.map(({ warn }) => warn),
  ])
  return changed.length
}

/**
 * Counts the findings of every project anew when the rules are others than those they were counted by; answers how many
 * projects had another count. A batch of projects at a time; what is broken off is begun again at the next start.
 */
export const recountFindings = async (db: Database, atOnce = 100): Promise<number> => {
  const hash = await hashRules()
  const [kept] = await db.sql.query<{ hash: string }>(`SELECT "hash" FROM "counted_rules"`)
  if (kept?.hash === hash) return 0
  let changed = 0
  let last: string | null = null
  for (;;) {
    const ids: readonly { readonly id: string }[] = await db.sql.query(NEXT_IDS, [last, atOnce])
    if (ids.length === 0) break
    last = ids.at(-1)?.id ?? null
    changed += await db.sql.transaction((sql) =>
      recount(
        sql,
        ids.map(({ id }) => id),
      ),
    )
  }
  await db.sql.query(
    `INSERT INTO "counted_rules" ("hash") VALUES ($1) ON CONFLICT ("id") DO UPDATE SET "hash" = excluded."hash"`,
    [hash],
  )
  if (changed > 0) await markWrite(db.sql)
  return changed
}
