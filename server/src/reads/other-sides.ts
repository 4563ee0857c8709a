import { pairIndicators, pairPeriods, type IndicatorPair, type Named } from '@biaochi/domain'
import type { Sql } from '@biaochi/prisma'
import { toLower } from '../words.ts'

/** From the id of a row to the id of what stands on its other side. */
export type OtherSides = (sql: Sql, ids: readonly string[]) => Promise<ReadonlyMap<string, string>>

type Relation = 'previous' | 'next' | 'other-form'

// Names are compared without white space, width and capitals: papers of two years are rarely typed alike.
const sameProject = `o."implementer_id" = p."implementer_id" AND search_fold(o."name") = search_fold(p."name")`

/** That `o` is the project `p` so many years later; SQL over two rows of "project". */
export const otherProject = (years: string): string =>
  `${sameProject} AND o."fiscal_year" = p."fiscal_year" + ${years}`

const related: Readonly<Record<Relation, string>> = {
  previous: otherProject('(-1)'),
  next: otherProject('1'),
  'other-form': `${sameProject} AND o."fiscal_year" = p."fiscal_year" AND o."form" <> p."form"`,
}

// Where several fit, a self-evaluation wins, which knows what became of its targets, then the one that is written alike,
// then the first.
const otherProjects = (relation: Relation, projects: string): string =>
  `SELECT DISTINCT ON (p."id") p."id", o."id" AS "other" FROM "project" p
   JOIN "project" o ON ${related[relation]}
   WHERE p."id" ${projects}
   ORDER BY p."id", (o."form" = 'SELF_EVALUATION') DESC, (o."name" = p."name") DESC, o."id"`

const projectIn =
  (relation: Relation): OtherSides =>
  async (sql, ids) => {
    const text = otherProjects(relation, '= ANY($1::uuid[])')
    const rows = await sql.query<{ id: string; other: string }>(text, [ids], { prepared: true })
    return new Map(rows.map(({ id, other }) => [id, other]))
  }

/** An indicator as it is matched, and on which side of which project it stands. */
interface SideRow extends Omit<Named, 'period'> {
  readonly id: string
  readonly period: 'ANNUAL' | 'MIDTERM'
  readonly project: string
  readonly isOther: boolean
}

const PROJECTS_OF = `SELECT "project_id" FROM "indicator" WHERE "id" = ANY($1::uuid[])`
const ROW = `i."id", i."period", i."level2", i."name", i."position"`

const read = async (sql: Sql, text: string, ids: readonly string[]): Promise<readonly SideRow[]> =>
  sql.query<SideRow>(`${text} ORDER BY "position", "id"`, [ids], { prepared: true })

const named = ({ period, level2, name }: SideRow): Named => ({ period: toLower(period), level2, name })

/** Only what is written alike counts as the same indicator here; what seems to be renamed is for people to judge. */
const joined = (
  pairs: readonly IndicatorPair[],
  before: readonly SideRow[],
  after: readonly SideRow[],
): readonly (readonly [SideRow, SideRow])[] =>
  pairs.flatMap((pair) => {
    if (pair.before === null || pair.after === null || pair.likeness !== 'same') return []
    const [from, to] = [before[pair.before], after[pair.after]]
    return from === undefined || to === undefined ? [] : [[from, to] as const]
  })

const indicatorIn =
  (relation: 'previous' | 'next'): OtherSides =>
  async (sql, ids) => {
    const text = `WITH "sides" AS MATERIALIZED (${otherProjects(relation, `IN (${PROJECTS_OF})`)})
      SELECT s."id" AS "project", false AS "isOther", ${ROW} FROM "sides" s JOIN "indicator" i ON i."project_id" = s."id"
      UNION ALL
      SELECT s."id", true, ${ROW} FROM "sides" s JOIN "indicator" i ON i."project_id" = s."other"`
    const byProject = Map.groupBy(await read(sql, text, ids), ({ project }) => project)
    return new Map(
      [...byProject.values()].flatMap((rows) => {
        const [mine, theirs] = [rows.filter(({ isOther }) => !isOther), rows.filter(({ isOther }) => isOther)]
        const [before, after] = relation === 'previous' ? [theirs, mine] : [mine, theirs]
        return joined(pairIndicators(before.map(named), after.map(named)), before, after).map(([from, to]) =>
          relation === 'previous' ? ([to.id, from.id] as const) : ([from.id, to.id] as const),
        )
      }),
    )
  }

/** The project of the same implementer and name one fiscal year earlier or later, or its other paper of the year. */
export const previousProject = projectIn('previous')
export const nextProject = projectIn('next')
export const otherFormProject = projectIn('other-form')

/** The indicator of the same project name, level 2 and name one fiscal year earlier or later. */
export const previousIndicator = indicatorIn('previous')
export const nextIndicator = indicatorIn('next')

/** The indicator of the same level 2 and name with the other period in the same project. */
export const counterpartIndicator: OtherSides = async (sql, ids) => {
  const text = `SELECT i."project_id" AS "project", false AS "isOther", ${ROW} FROM "indicator" i
    WHERE i."project_id" IN (${PROJECTS_OF})`
  const byProject = Map.groupBy(await read(sql, text, ids), ({ project }) => project)
  return new Map(
    [...byProject.values()].flatMap((rows) =>
      joined(pairPeriods(rows.map(named)), rows, rows).flatMap(([midterm, annual]) => [
        [midterm.id, annual.id] as const,
        [annual.id, midterm.id] as const,
      ]),
    ),
  )
}
