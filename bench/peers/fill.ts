// Fills a copy of the bench's database with our tables: node fill.ts <url>. The bench's own tables are kept in "bench".
import { readFile } from 'node:fs/promises'
import { findProblems, rollUp } from '@biaochi/domain'
import { openDatabase } from '@biaochi/prisma'
import { openProjects } from '@biaochi/server/actions/open-projects'
import { openMigrated } from '@biaochi/server/db'

const url = process.argv[2] ?? ''
const raw = await openDatabase({ url })
await raw.sql.script('ALTER SCHEMA public RENAME TO bench; CREATE SCHEMA public')
await raw.close()

const db = await openMigrated({ url })
await db.sql.script(await readFile(new URL('ours.sql', import.meta.url), 'utf8'))

// Scores, totals and counts of findings as the write path would have stored them.
const years = await db.sql.query<{ id: string }>(
  `SELECT min("id"::text) AS "id" FROM "indicator" GROUP BY "project_id"`,
)
const CHUNK = 500
for (let start = 0; start < years.length; start += CHUNK)
  await db.sql.transaction(async (sql) => {
    const projects = await openProjects(
      sql,
      years.slice(start, start + CHUNK).map(({ id }) => id),
    )
    const scored = projects.map((project) => {
      const { document } = project
      const found = findProblems(document, project.scheme)
      const count = (severity: string): number =>
        found.filter((finding) => finding.severity === severity).length
      return { project, score: rollUp(document, project.scheme), count }
    })
    const rows = scored.flatMap(({ project, score }) =>
      project.indicators.map(({ id }, index) => ({ id, rule: score.indicators[index] })),
    )
    await sql.query(
      `UPDATE "indicator" i SET "rule_score" = s.score, "met" = s.met
       FROM unnest($1::uuid[], $2::numeric[], $3::boolean[]) s (id, score, met) WHERE i."id" = s.id`,
      [
        rows.map(({ id }) => id),
        rows.map(({ rule }) => (rule?.kind === 'scored' ? rule.score : null)),
        rows.map(({ rule }) => rule?.met ?? null),
      ],
    )
    await sql.query(
      `UPDATE "project" p SET "rule_total" = s.rule, "rule_grade" = s.rule_grade, "awarded_total" = s.awarded,
         "awarded_grade" = s.awarded_grade, "incomplete" = s.incomplete, "blocking_findings" = s.block,
         "explain_findings" = s.explain, "warning_findings" = s.warn
       FROM unnest($1::uuid[], $2::numeric[], $3::text[], $4::numeric[], $5::text[], $6::boolean[], $7::int[], $8::int[], $9::int[])
         s (id, rule, rule_grade, awarded, awarded_grade, incomplete, block, explain, warn) WHERE p."id" = s.id`,
      [
        scored.map(({ project }) => project.id),
        scored.map(({ score }) => score.rule.total),
        scored.map(({ score }) => score.rule.grade),
        scored.map(({ score }) => score.awarded.total),
        scored.map(({ score }) => score.awarded.grade),
        scored.map(({ score }) => score.incomplete),
        scored.map(({ count }) => count('block')),
        scored.map(({ count }) => count('explain')),
        scored.map(({ count }) => count('warn')),
      ],
    )
    await sql.query(`SELECT "sum_indicators"($1::uuid[])`, [scored.map(({ project }) => project.id)])
  })
await db.sql.script('VACUUM (FULL, FREEZE, ANALYZE)')
await db.close()
