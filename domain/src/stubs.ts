/* Signatures only; each moves to its own file as it is written. */
import type { DecimalText } from './decimal.ts'
import type { Actual } from './actual.ts'
import type { Target } from './target.ts'
import type { Message, Locale } from './message.ts'
import type { Indicator, IndicatorField } from './indicator.ts'
import type { Fund, Project } from './project.ts'
import type { GradeName, Scheme } from './scheme.ts'
import type { Framework } from './framework.ts'

const later = (): never => {
  throw new Error('not written yet')
}

export const formatMessage: (message: Message, locale: Locale) => string = later

export { canonicalLevel, canonicalLevel1, canonicalLevel2, frameworkFor, level1Of } from './framework.ts'
export { frameworks } from './framework-data.ts'
export { gradeOf, level1WeightsFor, schemeById, schemeFor } from './scheme.ts'
export { schemes } from './scheme-data.ts'
export { attainment, checkActual, differsInUnit } from './check-actual.ts'

export type RuleScore =
  | {
      readonly kind: 'scored'
      readonly score: DecimalText
      readonly met: boolean
      readonly explanation: Message
    }
  | { readonly kind: 'unscored'; readonly met: boolean | null; readonly explanation: Message }
  | { readonly kind: 'excluded'; readonly met: null; readonly explanation: Message }
export type ScoredParts = Pick<Indicator, 'level1' | 'level2' | 'target' | 'actual' | 'weight' | 'grade'>
export const scoreIndicator: (indicator: ScoredParts, scheme: Scheme) => RuleScore = later
export type ExecutionScore =
  | {
      readonly kind: 'scored'
      readonly rate: DecimalText
      readonly score: DecimalText
      readonly explanation: Message
    }
  | { readonly kind: 'not-computable' | 'missing'; readonly explanation: Message }
export const scoreExecution: (funds: readonly Fund[], scheme: Scheme) => ExecutionScore = later
export interface Total {
  readonly total: DecimalText | null
  readonly grade: GradeName | null
}
export interface LevelScore {
  readonly level1: string | null
  readonly weight: DecimalText
  readonly rule: DecimalText
  readonly awarded: DecimalText
}
export interface ProjectScore {
  readonly rule: Total
  readonly awarded: Total
  readonly totalWeight: DecimalText
  readonly incomplete: boolean
  readonly execution: ExecutionScore
  readonly indicators: readonly RuleScore[]
  readonly levels: readonly LevelScore[]
}
export type RolledUp = Pick<Project, 'form' | 'funds' | 'execution' | 'indicators'>
export const rollUp: (project: RolledUp, scheme: Scheme) => ProjectScore = later
/** One sentence on why the awarded score is not the rule's. */
export const explainDifference: (awarded: DecimalText, rule: RuleScore) => Message = later

export type EditResult = { readonly indicator: Indicator } | { readonly refused: Message }
export const editIndicator: (indicator: Indicator, field: IndicatorField, text: string) => EditResult = later
/** What a cell shows for editing: the inverse of editIndicator. */
export const formatCell: (indicator: Indicator, field: IndicatorField) => string = later

export type ProjectState =
  | 'draft'
  | 'submitted'
  | 'returned'
  | 'approved'
  | 'self-evaluating'
  | 'evaluation-submitted'
  | 'evaluation-returned'
  | 'verified'
  | 'published'
export type Caller = { readonly kind: 'admin' }
export type Action =
  'read' | 'edit' | 'import' | 'submit' | 'return' | 'approve' | 'verify' | 'publish' | 'manage-catalog'
export interface Subject {
  readonly implementerId: string | null
  readonly state: ProjectState | null
}
export const can: (caller: Caller, action: Action, subject: Subject) => boolean = later

export { formatTarget, parseTarget } from './target.ts'
export { formatActual, parseActual } from './actual.ts'
export { parseAmount, parseDecimal } from './parse-decimal.ts'
