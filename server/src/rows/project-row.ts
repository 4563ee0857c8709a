import {
  narrativeKeys,
  type Fund,
  type Goal,
  type Indicator,
  type Narrative,
  type Project,
} from '@biaochi/domain'
import type { Prisma } from '@biaochi/prisma'
import { toLower } from '../words.ts'
import { indicatorCellsSelect, indicatorFromRow, type IndicatorCells } from './indicator-row.ts'
import type { PlainRow } from './plain-row.ts'

const fundSelect = {
  period: true,
  source: true,
  stage: true,
  amount: true,
} as const satisfies Prisma.FundSelect
const goalSelect = { period: true, label: true, text: true } as const satisfies Prisma.GoalSelect
const narrativeSelect = { key: true, text: true } as const satisfies Prisma.NarrativeSelect

/** The columns of the project itself that the domain knows. */
export const projectCellsSelect = {
  name: true,
  fiscalYear: true,
  form: true,
  nature: true,
  category: true,
  startDate: true,
  endDate: true,
  periodLabel: true,
  governmentProcurement: true,
  performanceType: true,
  executionWeight: true,
  executionRate: true,
  executionScore: true,
  printedTotalWeight: true,
  printedTotalScore: true,
} as const satisfies Prisma.ProjectSelect

// The same orders as the lists of the API, so that one load serves both.
export const fundOrder = [
  { period: 'asc' },
  { source: 'asc' },
  { stage: 'asc' },
] satisfies Prisma.FundOrderByWithRelationInput[]
export const positionOrder = [{ position: 'asc' }] satisfies [{ position: 'asc' }]
export const indicatorOrder = [
  { position: 'asc' },
  { id: 'asc' },
] satisfies Prisma.IndicatorOrderByWithRelationInput[]

/** What Prisma has to load for a whole project of the domain. */
export const wholeProjectSelect = {
  ...projectCellsSelect,
  implementer: { select: { name: true } },
  supervisor: { select: { name: true } },
  funds: { select: fundSelect, orderBy: fundOrder },
  goals: { select: goalSelect, orderBy: positionOrder },
  narratives: { select: narrativeSelect, orderBy: positionOrder },
  indicators: { select: { id: true, sourceLine: true, ...indicatorCellsSelect }, orderBy: indicatorOrder },
} as const satisfies Prisma.ProjectSelect

type Cells = Prisma.ProjectGetPayload<{ select: typeof projectCellsSelect }>

/** A project's own columns; dates as ISO text. */
export type ProjectCells = Omit<PlainRow<Cells>, 'startDate' | 'endDate'> & {
  readonly startDate: string | null
  readonly endDate: string | null
}
export type FundRow = PlainRow<Prisma.FundGetPayload<{ select: typeof fundSelect }>>
export type GoalRow = Prisma.GoalGetPayload<{ select: typeof goalSelect }>
export type NarrativeRow = Prisma.NarrativeGetPayload<{ select: typeof narrativeSelect }>

export interface ProjectParts {
  readonly cells: ProjectCells
  readonly implementer: string
  readonly supervisor: string | null
  readonly funds: readonly FundRow[]
  readonly goals: readonly GoalRow[]
  readonly narratives: readonly NarrativeRow[]
  readonly indicators: readonly Indicator[]
}

const fundFromRow = (row: FundRow): Fund => ({
  period: toLower(row.period),
  source: toLower(row.source),
  stage: toLower(row.stage),
  amount: row.amount,
})

const goalFromRow = (row: GoalRow): Goal => ({
  period: toLower(row.period),
  label: row.label,
  text: row.text,
})

const narrativesFromRows = (rows: readonly NarrativeRow[]): Narrative[] =>
  rows.flatMap(({ key, text }) => {
    const known = narrativeKeys.find((word) => word === key)
    return known === undefined ? [] : [{ key: known, text }]
  })

/** The domain's project of its rows. */
export const projectFromRows = ({ cells, ...parts }: ProjectParts): Project => {
  const { executionWeight: weight, executionRate: rate, executionScore: score } = cells
  return {
    name: cells.name,
    fiscalYear: cells.fiscalYear,
    form: toLower(cells.form),
    nature: cells.nature,
    category: cells.category,
    supervisor: parts.supervisor,
    implementer: parts.implementer,
    startDate: cells.startDate,
    endDate: cells.endDate,
    periodLabel: cells.periodLabel,
    governmentProcurement: cells.governmentProcurement,
    performanceType: cells.performanceType,
    funds: parts.funds.map(fundFromRow),
    execution: weight === null && rate === null && score === null ? null : { weight, rate, score },
    goals: parts.goals.map(goalFromRow),
    narratives: narrativesFromRows(parts.narratives),
    indicators: parts.indicators,
    totalWeight: cells.printedTotalWeight,
    totalScore: cells.printedTotalScore,
  }
}

export const indicatorsFromRows = (rows: readonly IndicatorCells[]): Indicator[] => rows.map(indicatorFromRow)

/** A date column as ISO text. */
export const isoDate = (date: Date | null): string | null => date?.toISOString().slice(0, 10) ?? null
