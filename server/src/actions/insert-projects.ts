import type { Project } from '@biaochi/domain'
import { lineOf } from '@biaochi/forms'
import { newId, type Transaction } from '@biaochi/prisma'
import { insertRows, type Column } from '../bulk.ts'
import { cellColumns } from '../rows/indicator-columns.ts'
import { cellsOfIndicator, type IndicatorCells } from '../rows/indicator-row.ts'
import { toUpper } from '../words.ts'
import { projectColumns, projectRow, type ProjectToInsert } from './project-to-insert.ts'

interface IndicatorRow {
  readonly id: string
  readonly project: ProjectToInsert
  readonly sourceLine: number
  readonly position: number
  readonly ruleScore: string | null
  readonly met: boolean | null
  readonly cells: IndicatorCells
}

const indicatorRows = (project: ProjectToInsert): IndicatorRow[] =>
  project.plan.read.project.indicators.map((indicator, position) => {
    const rule = project.plan.score.indicators[position]
    return {
      id: newId(),
      project,
      sourceLine: lineOf(project.plan.read, { of: 'indicator', index: position, field: 'name' }),
      position,
      ruleScore: rule?.kind === 'scored' ? rule.score : null,
      met: rule?.met ?? null,
      cells: cellsOfIndicator(indicator),
    }
  })

/** A row of a project's part: its own id, and the keys every large table carries. */
interface Part<Value> {
  readonly id: string
  readonly project: ProjectToInsert
  readonly position: number
  readonly value: Value
}

const parts = <Value>(
  projects: readonly ProjectToInsert[],
  of: (project: Project) => readonly Value[],
): Part<Value>[] =>
  projects.flatMap((project) =>
    of(project.plan.read.project).map((value, position) => ({ id: newId(), project, position, value })),
  )

const partColumns = <Value>(): Column<Pick<Part<Value>, 'id' | 'project'>>[] => [
  { name: 'id', type: 'uuid', of: ({ id }) => id },
  { name: 'project_id', type: 'uuid', of: ({ project }) => project.id },
  { name: 'fiscal_year', type: 'int', of: ({ project }) => project.fiscalYear },
  { name: 'implementer_id', type: 'uuid', of: ({ project }) => project.implementerId },
]

const position: Column<{ readonly position: number }> = {
  name: 'position',
  type: 'int',
  of: ({ position }) => position,
}

const indicatorColumns: readonly Column<IndicatorRow>[] = [
  ...partColumns(),
  position,
  { name: 'source_line', type: 'int', of: ({ sourceLine }) => sourceLine },
  { name: 'rule_score', type: 'numeric', of: ({ ruleScore }) => ruleScore },
  { name: 'met', type: 'boolean', of: ({ met }) => met },
  ...cellColumns.map(({ of, ...column }) => ({ ...column, of: ({ cells }: IndicatorRow) => of(cells) })),
]

type FundPart = Part<Project['funds'][number]>
type GoalPart = Part<Project['goals'][number]>
type NarrativePart = Part<Project['narratives'][number]>

const fundColumns: readonly Column<FundPart>[] = [
  ...partColumns(),
  { name: 'period', type: '"FundPeriod"', of: ({ value }) => toUpper(value.period) },
  { name: 'source', type: '"FundSource"', of: ({ value }) => toUpper(value.source) },
  { name: 'stage', type: '"FundStage"', of: ({ value }) => toUpper(value.stage) },
  { name: 'amount', type: 'numeric', of: ({ value }) => value.amount },
]

const goalColumns: readonly Column<GoalPart>[] = [
  ...partColumns(),
  position,
  { name: 'period', type: '"GoalPeriod"', of: ({ value }) => toUpper(value.period) },
  { name: 'label', type: 'text', of: ({ value }) => value.label },
  { name: 'text', type: 'text', of: ({ value }) => value.text },
]

const narrativeColumns: readonly Column<NarrativePart>[] = [
  ...partColumns(),
  position,
  { name: 'key', type: 'text', of: ({ value }) => value.key },
  { name: 'text', type: 'text', of: ({ value }) => value.text },
]

/** Writes projects with all their parts: one statement a table. */
export const insertProjects = (sql: Transaction, projects: readonly ProjectToInsert[]): void => {
  insertRows(sql, 'project', projectColumns, projects.map(projectRow))
  insertRows(
    sql,
    'fund',
    fundColumns,
    parts(projects, ({ funds }) => funds),
  )
  insertRows(
    sql,
    'goal',
    goalColumns,
    parts(projects, ({ goals }) => goals),
  )
  insertRows(
    sql,
    'narrative',
    narrativeColumns,
    parts(projects, ({ narratives }) => narratives),
  )
  insertRows(sql, 'indicator', indicatorColumns, projects.flatMap(indicatorRows))
}
