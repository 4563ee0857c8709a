import type { CellRef, Finding, Fix, Severity } from '../finding.ts'
import type { IndicatorField } from '../indicator.ts'
import type { FundPeriod, FundSource, FundStage } from '../project.ts'
import type { RuleId } from '../rule-id.ts'
import type { FindingCode } from '../messages/findings-zh-CN.ts'
import type { Context } from './context.ts'

/** A finding before its rule signs it. */
export type Problem = Omit<Finding, 'rule'>

/** One thing to look for in a form; `find` never throws and never changes what it is given. */
export interface Rule {
  readonly id: RuleId
  readonly find: (context: Context) => readonly Problem[]
}

/** The cell of the indicator at `index`. */
export const indicatorCell = (index: number, field: IndicatorField): CellRef => ({
  of: 'indicator',
  index,
  field,
})

/** The cell of one printed amount. */
export const fundCell = (period: FundPeriod, source: FundSource, stage: FundStage): CellRef => ({
  of: 'fund',
  period,
  source,
  stage,
})

/** A problem at one cell; `code` names the template that `params` fill. */
export const problem = (
  severity: Severity,
  at: CellRef,
  code: FindingCode,
  params: Readonly<Record<string, string>> = {},
  fix: Fix | null = null,
): Problem => ({ severity, at, message: { code, params }, fix })
