import type { DecimalText } from '../decimal.ts'
import type { FundPeriod, FundSource, FundStage, Project } from '../project.ts'

/** The printed amount in 元, null where the cell is blank. */
export const amountOf = (
  { funds }: Pick<Project, 'funds'>,
  period: FundPeriod,
  source: FundSource,
  stage: FundStage,
): DecimalText | null =>
  funds.find((fund) => fund.period === period && fund.source === source && fund.stage === stage)?.amount ??
  null

/** The sources below a total. */
export const fundParts = ['fiscal', 'carryover', 'other'] as const satisfies readonly FundSource[]
export const fundPeriods = ['total', 'midterm', 'annual', 'prior'] as const satisfies readonly FundPeriod[]
export const fundStages = [
  'requested',
  'initial',
  'adjusted',
  'executed',
] as const satisfies readonly FundStage[]
