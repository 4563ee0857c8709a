import type { CellRef } from './finding.ts'
import { narrativeKeys } from './project.ts'
import type { FundPeriod, FundSource, FundStage, GoalPeriod, Project } from './project.ts'

/** The texts of a project's own that can be edited. */
export const projectFields = [
  'name',
  'nature',
  'category',
  'startDate',
  'endDate',
  'periodLabel',
  'governmentProcurement',
  'performanceType',
  'totalWeight',
  'totalScore',
] as const

/** A text of a project's own that can be edited. */
export type ProjectField = (typeof projectFields)[number]

/** A cell of a project that is no indicator's. */
export type ProjectCell =
  | { readonly of: 'project'; readonly field: ProjectField }
  | Extract<CellRef, { of: 'fund' | 'execution' | 'goal' | 'narrative' }>

const fundPeriods: readonly FundPeriod[] = ['total', 'midterm', 'annual', 'prior']
const fundSources: readonly FundSource[] = ['all', 'fiscal', 'carryover', 'other']
const fundStages: readonly FundStage[] = ['requested', 'initial', 'adjusted', 'executed']
const goalPeriods: readonly GoalPeriod[] = ['total', 'midterm', 'annual', 'expected', 'achieved']
const executionFields = ['weight', 'rate', 'score'] as const

const all: readonly ProjectCell[] = [
  ...projectFields.map((field) => ({ of: 'project', field }) as const),
  ...fundPeriods.flatMap((period) =>
    fundSources.flatMap((source) =>
      fundStages.map((stage) => ({ of: 'fund', period, source, stage }) as const),
    ),
  ),
  ...executionFields.map((field) => ({ of: 'execution', field }) as const),
  ...goalPeriods.map((period) => ({ of: 'goal', period }) as const),
  ...narrativeKeys.map((key) => ({ of: 'narrative', key }) as const),
]

const nameOf = (cell: ProjectCell): string => {
  switch (cell.of) {
    case 'project':
    case 'execution':
      return `${cell.of}/${cell.field}`
    case 'fund':
      return `fund/${cell.period}/${cell.source}/${cell.stage}`
    case 'goal':
      return `goal/${cell.period}`
    case 'narrative':
      return `narrative/${cell.key}`
  }
}

const byName: ReadonlyMap<string, ProjectCell> = new Map(all.map((cell) => [nameOf(cell), cell]))

/** The cell a name means ("project/name", "fund/annual/fiscal/executed", "goal/annual"), or null; as findings name them. */
export const parseProjectCell = (name: string): ProjectCell | null => byName.get(name) ?? null

/** What a cell of a project holds as text, '' when nothing: amounts in 元, the execution rate in percent without the sign. */
export function formatProjectCell(project: Project, cell: ProjectCell): string {
  switch (cell.of) {
    case 'project':
      return project[cell.field] ?? ''
    case 'execution':
      return project.execution?.[cell.field] ?? ''
    case 'fund':
      return (
        project.funds.find(
          ({ period, source, stage }) =>
            period === cell.period && source === cell.source && stage === cell.stage,
        )?.amount ?? ''
      )
    case 'goal':
      return project.goals.find(({ period }) => period === cell.period)?.text ?? ''
    case 'narrative':
      return project.narratives.find(({ key }) => key === cell.key)?.text ?? ''
  }
}

/** The cells in which two states of a project differ, by name, with their texts. */
export const differingProjectCells = (
  before: Project,
  after: Project,
): readonly { readonly name: string; readonly before: string; readonly after: string }[] =>
  [...byName].flatMap(([name, cell]) => {
    const texts = { before: formatProjectCell(before, cell), after: formatProjectCell(after, cell) }
    return texts.before === texts.after ? [] : [{ name, ...texts }]
  })
