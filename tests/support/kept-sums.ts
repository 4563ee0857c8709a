import type { Database } from '@biaochi/prisma'

/** Names of the projects whose kept sums are not the sums of their indicators; none while every write goes the one way. */
export const wrongSums = async (db: Database): Promise<readonly string[]> => {
  const rows = await db.sql.query<{ name: string }>(
    `SELECT p."name" FROM "project" p LEFT JOIN LATERAL (
       SELECT count(*) AS "indicators", sum("weight") AS "weight", sum("rule_score") AS "rule_score", sum("score") AS "score",
         count("score") AS "scored", count("met") AS "judged", count(*) FILTER (WHERE "met") AS "met"
       FROM "indicator" WHERE "project_id" = p."id") s ON true
     WHERE (p."indicator_count", p."weight_sum", p."rule_score_sum", p."score_sum", p."scored_count", p."judged_count", p."met_count")
       IS DISTINCT FROM (s."indicators", s."weight", s."rule_score", s."score", s."scored", s."judged", s."met")`,
  )
  return rows.map(({ name }) => name)
}
