export type { DecimalText } from './decimal.ts'
export { message } from './message.ts'
export type { Locale, Message, MessageTable } from './message.ts'
export type { Assumption, Multiplier, Operator, Quantity } from './quantity.ts'
export { missing } from './measure.ts'
export type { Actual, Invalid, Measure, Missing, NotApplicable, Target, Words } from './measure.ts'
export { emptyIndicator, indicatorFields } from './indicator.ts'
export type { Indicator, IndicatorField, IndicatorPeriod, QualitativeGrade } from './indicator.ts'
export { emptyProject, narrativeKeys } from './project.ts'
export type {
  Execution,
  Fund,
  FundPeriod,
  FundSource,
  FundStage,
  Goal,
  GoalPeriod,
  Narrative,
  NarrativeKey,
  Project,
  ProjectForm,
} from './project.ts'
export { ruleIds } from './rule-id.ts'
export type { RuleId } from './rule-id.ts'
export type { CellRef, Finding, Fix, Severity } from './finding.ts'
export type { GradeName, QualitativeBand, SatisfactionBand, Scheme, SchemeGrade } from './scheme.ts'
export type { Framework, FrameworkLevel } from './framework.ts'
export {
  canonical,
  compareDecimals,
  divideHalfUp,
  equalDecimals,
  formatFixed2,
  multiplyDecimals,
  roundHalfUp,
  subtractDecimals,
  sumDecimals,
} from './decimal.ts'
export { normalizeText } from './normalize-text.ts'
export * from './stubs.ts'
