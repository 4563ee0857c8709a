import {
  frameworkFor,
  frameworks,
  type Framework,
  type Indicator,
  type Project,
  type Scheme,
} from '@biaochi/domain'
import type { ProjectState, Sql } from '@biaochi/prisma'
import { cellSelectList } from '../rows/indicator-columns.ts'
import { indicatorFromRow, type IndicatorCells } from '../rows/indicator-row.ts'
import {
  projectFromRows,
  type FundRow,
  type GoalRow,
  type NarrativeRow,
  type ProjectCells,
} from '../rows/project-row.ts'
import { toLower } from '../words.ts'
import { schemeOf } from '../scheme-of.ts'

/** An indicator as it stands in the database. */
export interface OpenIndicator {
  readonly id: string
  readonly projectId: string
  readonly version: number
  readonly position: number
  readonly sourceLine: number | null
  readonly cells: IndicatorCells
  readonly indicator: Indicator
}

/** A project whose row this transaction holds: nobody else writes it or its parts. */
export interface OpenProject {
  readonly id: string
  readonly version: number
  readonly fiscalYear: number
  readonly implementerId: string
  readonly supervisorId: string | null
  readonly state: ProjectState
  readonly scheme: Scheme
  readonly framework: Framework
  readonly sourceLine: number | null
  readonly sourceLines: unknown
  readonly readerFindings: unknown
  /** In the order of the form. */
  readonly indicators: readonly OpenIndicator[]
  /** The domain's project, indicators included. */
  readonly document: Project
  /** The first row of each goal and narrative, by the cell's name: "goal/annual", "narrative/必要性". */
  readonly partIds: ReadonlyMap<string, string>
}

interface ProjectRow extends ProjectCells {
  readonly id: string
  readonly version: number
  readonly implementerId: string
  readonly supervisorId: string | null
  readonly state: ProjectState
  readonly schemeId: string
  readonly schemeVersion: number
  readonly frameworkId: string | null
  readonly frameworkVersion: number | null
  readonly sourceLine: number | null
  readonly sourceLines: string
  readonly readerFindings: string
}

const points = (name: string, key: string): string => `trim_scale("${name}")::text AS "${key}"`

// The projects of the indicators $1, and the projects $2.
const ASKED = `(SELECT "project_id" FROM "indicator" WHERE "id" = ANY($1::uuid[]) UNION ALL SELECT unnest($2::uuid[]))`

// Writers of a project or of any of its parts take this lock first, in the order of the ids: no deadlocks, and totals
// are always summed over rows nobody is changing.
const LOCK_PROJECTS = `
  SELECT "id", "version", "fiscal_year" AS "fiscalYear", "implementer_id" AS "implementerId",
    "supervisor_id" AS "supervisorId", "state", "name", "form", "nature", "category", "start_date"::text AS "startDate", "end_date"::text AS "endDate",
    "period_label" AS "periodLabel", "government_procurement" AS "governmentProcurement",
    "performance_type" AS "performanceType", "scheme_id" AS "schemeId", "scheme_version" AS "schemeVersion",
    "framework_id" AS "frameworkId", "framework_version" AS "frameworkVersion",
    ${points('execution_weight', 'executionWeight')}, ${points('execution_rate', 'executionRate')},
    ${points('execution_score', 'executionScore')}, ${points('printed_total_weight', 'printedTotalWeight')},
    ${points('printed_total_score', 'printedTotalScore')},
    "source_line" AS "sourceLine", "source_lines"::text AS "sourceLines", "reader_findings"::text AS "readerFindings"
  FROM "project" WHERE "id" IN ${ASKED} ORDER BY "id" FOR NO KEY UPDATE`

// Statements of their own, because a statement sees what was there when it began: only one that begins when the locks are
// held sees what the writers before us wrote.
const READ_INDICATORS = `
  SELECT "id", "project_id" AS "projectId", "version", "position", "source_line" AS "sourceLine", ${cellSelectList}
  FROM "indicator" WHERE "project_id" IN ${ASKED} ORDER BY "project_id", "position", "id"`

const READ_PARTS = `
  SELECT p."id", a."name" AS "implementer", s."name" AS "supervisor",
    (SELECT json_agg(json_build_object('period', "period", 'source', "source", 'stage', "stage",
        'amount', trim_scale("amount")::text) ORDER BY "period", "source", "stage")::text
      FROM "fund" WHERE "project_id" = p."id") AS "funds",
    (SELECT json_agg(json_build_object('id', "id", 'period', "period", 'label', "label", 'text', "text") ORDER BY "position")::text
      FROM "goal" WHERE "project_id" = p."id") AS "goals",
    (SELECT json_agg(json_build_object('id', "id", 'key', "key", 'text', "text") ORDER BY "position")::text
      FROM "narrative" WHERE "project_id" = p."id") AS "narratives"
  FROM "project" p JOIN "agency" a ON a."id" = p."implementer_id" LEFT JOIN "agency" s ON s."id" = p."supervisor_id"
  WHERE p."id" IN ${ASKED}`

interface PartsRow {
  readonly id: string
  readonly implementer: string
  readonly supervisor: string | null
  readonly funds: string | null
  readonly goals: string | null
  readonly narratives: string | null
}

interface WithId {
  readonly id: string
}

type IndicatorRow = IndicatorCells & Omit<OpenIndicator, 'cells' | 'indicator'>

const openIndicator = (row: IndicatorRow): OpenIndicator => {
  const { id, projectId, version, position, sourceLine } = row
  // The row itself: copying its cells out of it costs as much as reading them.
  return { id, projectId, version, position, sourceLine, cells: row, indicator: indicatorFromRow(row) }
}

const frameworkOf = (row: ProjectRow, indicators: readonly OpenIndicator[]): Framework =>
  frameworks.find(({ id, version }) => id === row.frameworkId && version === row.frameworkVersion) ??
  frameworkFor({ fiscalYear: row.fiscalYear, indicators: indicators.map(({ indicator }) => indicator) })

const list = <Item>(json: string | null): Item[] => (json === null ? [] : JSON.parse(json))

const openProject = (row: ProjectRow, indicators: readonly OpenIndicator[], parts: PartsRow): OpenProject => {
  const goals = list<GoalRow & WithId>(parts.goals)
  const narratives = list<NarrativeRow & WithId>(parts.narratives)
  return {
    id: row.id,
    version: row.version,
    fiscalYear: row.fiscalYear,
    implementerId: row.implementerId,
    supervisorId: row.supervisorId,
    state: row.state,
    scheme: schemeOf(row),
    framework: frameworkOf(row, indicators),
    sourceLine: row.sourceLine,
    sourceLines: JSON.parse(row.sourceLines),
    readerFindings: JSON.parse(row.readerFindings),
    indicators,
    // Reversed, so that the first of several goals of one period wins.
    partIds: new Map([
      ...goals.map(({ id, period }) => [`goal/${toLower(period)}`, id] as const).toReversed(),
      ...narratives.map(({ id, key }) => [`narrative/${key}`, id] as const).toReversed(),
    ]),
    document: projectFromRows({
      cells: row,
      implementer: parts.implementer,
      supervisor: parts.supervisor,
      funds: list<FundRow>(parts.funds),
      goals,
      narratives,
      indicators: indicators.map(({ indicator }) => indicator),
    }),
  }
}

/** Locks and reads the projects of these indicators and these projects, whole: three statements for any number, sent at once. */
export const openProjects = async (
  sql: Sql,
  indicatorIds: readonly string[],
  projectIds: readonly string[] = [],
): Promise<readonly OpenProject[]> => {
  const read = <Row>(text: string) => sql.query<Row>(text, [indicatorIds, projectIds], { prepared: true })
  const [rows, indicatorRows, partsRows] = await Promise.all([
    read<ProjectRow>(LOCK_PROJECTS),
    read<IndicatorRow>(READ_INDICATORS),
    read<PartsRow>(READ_PARTS),
  ])
  const parts = new Map(partsRows.map((row) => [row.id, row]))
  const indicators = Map.groupBy(indicatorRows.map(openIndicator), ({ projectId }) => projectId)
  return rows.flatMap((row) => {
    // None where the indicator asked for was deleted while we waited for the lock, and nothing else of it was asked for.
    const own = parts.get(row.id)
    return own === undefined ? [] : [openProject(row, indicators.get(row.id) ?? [], own)]
  })
}
