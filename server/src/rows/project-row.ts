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
import { indicatorFromRow, type IndicatorCells } from './indicator-row.ts'
import type { PlainRow } from './plain-row.ts'

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

type Cells = Prisma.ProjectGetPayload<{ select: typeof projectCellsSelect }>

/** A project's own columns; dates as ISO text. */
export type ProjectCells = Omit<PlainRow<Cells>, 'startDate' | 'endDate'> & {
  readonly startDate: string | null
  readonly endDate: string | null
}
export type FundRow = PlainRow<Pick<Prisma.FundGetPayload<object>, 'period' | 'source' | 'stage' | 'amount'>>
export type GoalRow = Pick<Prisma.GoalGetPayload<object>, 'period' | 'label' | 'text'>
export type NarrativeRow = Pick<Prisma.NarrativeGetPayload<object>, 'key' | 'text'>

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
