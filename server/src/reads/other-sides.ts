import type { Sql } from '@biaochi/prisma'

/** From the id of a row to the id of what stands on its other side. */
export type OtherSides = (sql: Sql, ids: readonly string[]) => Promise<ReadonlyMap<string, string>>

// Names are compared without white space, width and capitals: forms of two years are rarely typed alike. Where several
// fit, the one that is written alike wins, then the one registered first.
/** That `o` is the project `p` so many years later; SQL over two rows of "project". */
export const otherProject = (years: string): string =>
  `o."implementer_id" = p."implementer_id" AND o."fiscal_year" = p."fiscal_year" + ${years}
   AND search_fold(o."name") = search_fold(p."name")`

const sides =
  (text: string): OtherSides =>
  async (sql, ids) => {
    const rows = await sql.query<{ id: string; other: string }>(text, [ids], { prepared: true })
    return new Map(rows.map(({ id, other }) => [id, other]))
  }

const projectInYear = (years: string): OtherSides =>
  sides(`SELECT DISTINCT ON (p."id") p."id", o."id" AS "other" FROM "project" p
    JOIN "project" o ON ${otherProject(years)}
    WHERE p."id" = ANY($1::uuid[]) ORDER BY p."id", (o."name" = p."name") DESC, o."id"`)

const folded = (alias: string): string =>
  `search_fold(${alias}."name") AS "name", coalesce(search_fold(${alias}."level2"), '') AS "level2"`

// Both sides are folded once a row and then joined, whatever the size of the projects.
const indicatorOf = (projects: string, period: string): OtherSides =>
  sides(`WITH "mine" AS MATERIALIZED (
      SELECT i."id", o."id" AS "project_id", ${period} AS "period", ${folded('i')}
      FROM "indicator" i JOIN "project" p ON p."id" = i."project_id" JOIN "project" o ON ${projects}
      WHERE i."id" = ANY($1::uuid[])
    ), "theirs" AS MATERIALIZED (
      SELECT i."id", i."project_id", i."period", i."position", ${folded('i')}
      FROM "indicator" i WHERE i."project_id" IN (SELECT "project_id" FROM "mine")
    )
    SELECT DISTINCT ON (m."id") m."id", t."id" AS "other" FROM "mine" m
    JOIN "theirs" t ON t."project_id" = m."project_id" AND t."period" = m."period"
      AND t."name" = m."name" AND t."level2" = m."level2"
    ORDER BY m."id", t."position", t."id"`)

/** The project of the same implementer and name one fiscal year earlier or later. */
export const previousProject = projectInYear('(-1)')
export const nextProject = projectInYear('1')

/** The indicator of the same project name, level 2 and name one fiscal year earlier or later. */
export const previousIndicator = indicatorOf(otherProject('(-1)'), 'i."period"')
export const nextIndicator = indicatorOf(otherProject('1'), 'i."period"')

/** The indicator of the same level 2 and name with the other period in the same project. */
export const counterpartIndicator = indicatorOf(
  'o."id" = p."id"',
  `CASE i."period" WHEN 'ANNUAL' THEN 'MIDTERM' ELSE 'ANNUAL' END::"IndicatorPeriod"`,
)
