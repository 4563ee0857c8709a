import { parseProjectCell } from '@biaochi/domain'
import type { Fund, FundPeriod, FundSource, FundStage, ProjectCell } from '@biaochi/domain'

export type FundCell = Extract<ProjectCell, { of: 'fund' }>

const periods: readonly FundPeriod[] = ['annual', 'total', 'midterm', 'prior']
const stages: readonly FundStage[] = ['requested', 'initial', 'adjusted', 'executed']
const sources: readonly FundSource[] = ['all', 'fiscal', 'carryover', 'other']

export const fundField = ({ period, source, stage }: Omit<Fund, 'amount'>): string =>
  `fund/${period}/${source}/${stage}`

/** Every amount a project can have, this year's first, stage by stage as the forms print them. */
export const fundFields: readonly string[] = periods.flatMap((period) =>
  stages.flatMap((stage) => sources.map((source) => fundField({ period, source, stage }))),
)

/** The amounts that are shown whether a project has them or not. */
export const usualFunds: ReadonlySet<string> = new Set(
  stages.map((stage) => fundField({ period: 'annual', source: 'all', stage })),
)

export function parseFundField(field: string): FundCell | null {
  const cell = parseProjectCell(field)
  return cell?.of === 'fund' ? cell : null
}
