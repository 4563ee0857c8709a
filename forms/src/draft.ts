import type {
  CellRef,
  FundPeriod,
  FundSource,
  FundStage,
  GoalPeriod,
  IndicatorPeriod,
  NarrativeKey,
} from '@biaochi/domain'
import type { FieldName } from './head/head-labels.ts'
import type { Cell } from './text/row.ts'
import { joinPieces } from './text/clean-text.ts'

/** A text of the form with the line it begins at. */
export interface Printed {
  readonly text: string
  readonly line: number
}

/** The columns of an indicator that are read as text first. */
export type Column = 'name' | 'target' | 'actual' | 'weight' | 'score' | 'reason'

/** One row of the table while it is being read. */
export interface IndicatorDraft {
  readonly line: number
  readonly period: IndicatorPeriod
  level1: string | null
  level2: string | null
  /** 不适用 is printed for the row; the target's own cell may be gone. */
  notApplicable: boolean
  readonly columns: Map<Column, Printed>
  /** Where the columns stand in the row that was read last for it. */
  readonly places: Map<Column, number>
}

/** An amount as printed, in 元 unless said otherwise. */
export interface FundDraft {
  text: string
  readonly line: number
  readonly column: number
  readonly period: FundPeriod
  readonly source: FundSource
  readonly stage: FundStage
}

/** One goal while it is being read. */
export interface GoalDraft {
  readonly period: GoalPeriod
  readonly label: string
  readonly line: number
  text: string
}

/** What has been read of one project; texts are as printed, nothing is interpreted yet. */
export interface Draft {
  line: number
  fiscalYear: Printed | null
  unit: '元' | '万元' | null
  readonly fields: Map<FieldName, Printed>
  readonly funds: FundDraft[]
  readonly goals: GoalDraft[]
  readonly narratives: Map<NarrativeKey, Printed>
  readonly indicators: IndicatorDraft[]
  readonly execution: Map<'weight' | 'rate' | 'score', Printed>
  totalWeight: Printed | null
  totalScore: Printed | null
}

/** A draft of which nothing is read. */
export const createDraft = (line: number): Draft => ({
  line,
  fiscalYear: null,
  unit: null,
  fields: new Map(),
  funds: [],
  goals: [],
  narratives: new Map(),
  indicators: [],
  execution: new Map(),
  totalWeight: null,
  totalScore: null,
})

/** An indicator of which only the place is known. */
export const createIndicatorDraft = (line: number, period: IndicatorPeriod = 'annual'): IndicatorDraft => ({
  line,
  period,
  level1: null,
  level2: null,
  notApplicable: false,
  columns: new Map(),
  places: new Map(),
})

/** Puts a cell into a column, or joins it to what the column has. */
export function putColumn(draft: IndicatorDraft, column: Column, cell: Cell): void {
  const before = draft.columns.get(column)
  draft.columns.set(
    column,
    before === undefined
      ? { text: cell.text, line: cell.line }
      : { text: joinPieces(before.text, cell.text), line: before.line },
  )
  if (before === undefined) draft.places.set(column, cell.column)
}

/** The cell a fund or another printed figure stands in, as the domain names it. */
export const fundRef = (fund: Pick<FundDraft, 'period' | 'source' | 'stage'>): CellRef => ({
  of: 'fund',
  period: fund.period,
  source: fund.source,
  stage: fund.stage,
})
