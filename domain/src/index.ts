export type { DecimalText } from './decimal.ts'
export { message } from './message.ts'
export type { Locale, Message, MessageTable } from './message.ts'
export type { Assumption, Multiplier, Operator, Quantity } from './quantity.ts'
export { maxMeasureLength, missing } from './measure.ts'
export type { Invalid, Measure, Missing, NotApplicable, Words } from './measure.ts'
export { formatQuantity } from './quantity.ts'
export { formatOperator } from './read-operator.ts'
export type { Target } from './target.ts'
export { isBound } from './actual.ts'
export type { Actual } from './actual.ts'
export { compareQuantities } from './check-actual.ts'
export type { Comparison } from './check-actual.ts'
export { isLostUnit, scaleOf } from './unit.ts'
export type { Dimension, UnitScale } from './unit.ts'
export { fractionDigits } from './parse-decimal.ts'
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
export { sameLevel } from './framework.ts'
export type { Framework, FrameworkLevel, LevelsSeen } from './framework.ts'
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
export { foldWidth, normalizeText, tidyText } from './fold.ts'
export * from './stubs.ts'
