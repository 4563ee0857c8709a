import type { IndicatorField } from './indicator.ts'
import type { Message } from './message.ts'
import type { FundPeriod, FundSource, FundStage, GoalPeriod, NarrativeKey } from './project.ts'
import type { RuleId } from './rule-id.ts'

/** block: stops submission · explain: asks for a text · warn: only says so. */
export type Severity = 'block' | 'explain' | 'warn'

/** Points at one cell of a project; `index` counts `project.indicators`. */
export type CellRef =
  | { readonly of: 'project'; readonly field: string }
  | {
      readonly of: 'fund'
      readonly period: FundPeriod
      readonly source: FundSource
      readonly stage: FundStage
    }
  | { readonly of: 'execution'; readonly field: 'rate' | 'score' | 'weight' }
  | { readonly of: 'goal'; readonly period: GoalPeriod }
  | { readonly of: 'narrative'; readonly key: NarrativeKey }
  | { readonly of: 'indicator'; readonly index: number; readonly field: IndicatorField }

/** What one click would put into the cell. */
export interface Fix {
  readonly field: IndicatorField
  readonly value: string
}

/** Something a careful reader would point out, at the cell where it stands. */
export interface Finding {
  readonly rule: RuleId
  readonly severity: Severity
  readonly at: CellRef
  readonly message: Message
  readonly fix: Fix | null
}
