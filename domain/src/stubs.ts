/* Signatures only; each moves to its own file as it is written. */
import type { DecimalText } from './decimal.ts'
import type { Actual, Target } from './measure.ts'
import type { Message, Locale } from './message.ts'
import type { Indicator, IndicatorField } from './indicator.ts'
import type { Fund, Project } from './project.ts'
import type { GradeName, Scheme } from './scheme.ts'
import type { Framework } from './framework.ts'

const later = (): never => {
  throw new Error('not written yet')
}

/** Canonical decimal of typed text (full-width digits, thousands separators), or null. */
export const parseDecimal: (text: string) => DecimalText | null = later
/** An amount printed in 元 or 万元, in 元. */
export const parseAmount: (text: string, unit: '元' | '万元') => DecimalText | null = later
export const formatMessage: (message: Message, locale: Locale) => string = later
export const parseTarget: (text: string) => Target = later
export const formatTarget: (target: Target) => string = later
export const parseActual: (text: string, target?: Target) => Actual = later
export const formatActual: (actual: Actual) => string = later
/** Why this actual cannot be compared with this target, or null. */
export const checkActual: (target: Target, actual: Actual) => Message | null = later
/** Two count words that differ (家 for 个): comparable, but worth saying. */
export const differsInUnit: (target: Target, actual: Actual) => boolean = later
/** The share of the target that is reached, in percent (2 decimals), null when there is none. */
export const attainment: (target: Target, actual: Actual) => DecimalText | null = later

interface LevelsSeen {
  readonly fiscalYear: number | null
  readonly indicators: readonly Pick<Indicator, 'level1' | 'level2'>[]
}
export const frameworks: readonly Framework[] = []
export const frameworkFor: (seen: LevelsSeen) => Framework = later
export const level1Of: (framework: Framework, level2: string) => string | null = later
/** A label as the framework (default: the newest national one) words it, or null when it knows none. */
export const canonicalLevel: (text: string, framework?: Framework) => string | null = later
export const canonicalLevel1: (text: string, framework?: Framework) => string | null = later
export const canonicalLevel2: (text: string, framework?: Framework) => string | null = later

export const schemes: readonly Scheme[] = []
export const schemeFor: (seen: LevelsSeen) => Scheme = later
export const schemeById: (id: string, version: number) => Scheme | null = later
/** The grade of a total. */
export const gradeOf: (scheme: Scheme, total: DecimalText | null) => GradeName | null = later

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
