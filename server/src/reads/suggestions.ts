import { spellingsOfLevel } from '@biaochi/domain'
import type { IndicatorPeriod, Sql, SqlValue } from '@biaochi/prisma'
import { everyOf, isIn, type Condition } from './condition.ts'
import { otherProject } from './other-sides.ts'
import { asked, rank } from './search-sql.ts'
import { SqlValues } from './sql-values.ts'

/** Where a name comes from, the nearest first. */
export const suggestionSources = ['PREVIOUS_YEAR', 'SAME_AGENCY', 'OTHER_AGENCIES'] as const
export type SuggestionSource = (typeof suggestionSources)[number]

export interface SuggestionQuestion {
  readonly projectId: string
  readonly period: IndicatorPeriod
  readonly level1: string | null
  readonly level2: string | null
  readonly text: string
  /** That the implementer's rows may be read. */
  readonly readable: Condition
}

/** A name that indicators of this level have had. */
export interface Suggestion {
  readonly name: string
  readonly source: SuggestionSource
  readonly projects: number
  readonly unit: string | null
  readonly weight: string | null
  readonly exampleId: string
}

interface SuggestionRow extends Omit<Suggestion, 'source'> {
  readonly source: number
}

// Of a name that everybody uses the newest rows tell enough, and of a text that many names hold the best of them.
const MOST_NAMES = 100
const MOST_ROWS = 100

const ofLevel = ({ level1, level2 }: SuggestionQuestion): Condition =>
  level2 !== null
    ? isIn('i."level2"', spellingsOfLevel(level2), 'text')
    : level1 !== null
      ? isIn('i."level1"', spellingsOfLevel(level1), 'text')
      : everyOf([])

const columns = `i."id", i."project_id", i."fiscal_year", i."target_unit", i."weight", left(i."name", 300) AS "name"`

// The agency's own projects are few and are looked through; everybody else's names are asked of the dictionary.
const suggestionSql = (
  question: SuggestionQuestion,
  first: number,
): { text: string; values: readonly SqlValue[] } => {
  const values = new SqlValues()
  const project = values.add(question.projectId, 'uuid')
  const period = `${values.add(question.period, 'text')}::"IndicatorPeriod"`
  const wanted = everyOf([ofLevel(question), question.readable])(values)
  const text = `WITH ${asked(values.add(question.text, 'text'))},
    "mine" AS MATERIALIZED (SELECT * FROM "project" WHERE "id" = ${project}),
    "taken" AS MATERIALIZED (
      SELECT search_fold(i."name") FROM "indicator" i
      WHERE i."project_id" = ${project} AND i."period" = ${period} AND i."name" IS NOT NULL
    ), "used" AS (
      SELECT ${columns}, CASE WHEN ${otherProject('(-1)')} THEN 0 ELSE 1 END AS "source"
      FROM "mine" p JOIN "project" o ON o."implementer_id" = p."implementer_id" AND o."id" <> p."id"
      JOIN "indicator" i ON i."project_id" = o."id" AND i."period" = ${period} AND i."name" IS NOT NULL
      WHERE ${wanted}
      UNION ALL
      SELECT i.*, 2 FROM "mine" p
      CROSS JOIN (SELECT "name" FROM "term" WHERE "source" = 'indicator'
        ORDER BY "rank", "size", "name" LIMIT ${MOST_NAMES}) t
      CROSS JOIN LATERAL (SELECT ${columns} FROM "indicator" i
        WHERE left(i."name", 300) = t."name" AND i."period" = ${period}
          AND i."implementer_id" <> p."implementer_id" AND ${wanted}
        ORDER BY i."fiscal_year" DESC, i."id" LIMIT ${MOST_ROWS}) i
    ), "named" AS MATERIALIZED (
      SELECT u.*, search_fold(u."name") AS "folded" FROM "used" u
    )
    SELECT (array_agg(n."name" ORDER BY n."source", n."fiscal_year" DESC, n."id"))[1] AS "name",
      (array_agg(n."id" ORDER BY n."source", n."fiscal_year" DESC, n."id"))[1] AS "exampleId",
      min(n."source") AS "source", count(DISTINCT n."project_id")::int AS "projects",
      mode() WITHIN GROUP (ORDER BY n."target_unit") AS "unit",
      trim_scale(mode() WITHIN GROUP (ORDER BY n."weight"))::text AS "weight"
    FROM "named" n, "q" q
    WHERE position(q."text" IN n."folded") > 0 AND n."folded" NOT IN (SELECT * FROM "taken")
    GROUP BY n."folded", q."text"
    ORDER BY min(n."source"), ${rank('n."folded"')}, count(DISTINCT n."project_id") DESC, n."folded"
    LIMIT ${values.add(first, 'int')}`
  return { text, values: values.list }
}

/** Names that indicators of the same level have had, nearest first; those the project has already are left out. */
export const readSuggestions = async (
  sql: Sql,
  question: SuggestionQuestion,
  first: number,
): Promise<readonly Suggestion[]> => {
  const { text, values } = suggestionSql(question, first)
  const rows = await sql.query<SuggestionRow>(text, values)
  return rows.map((row) => ({ ...row, source: suggestionSources[row.source] ?? 'OTHER_AGENCIES' }))
}
