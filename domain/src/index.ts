export {
  averageDecimals,
  big,
  compareDecimals,
  divideHalfUp,
  equalDecimals,
  formatFixed2,
  fractionDigits,
  multiplyDecimals,
  roundHalfUp,
  subtractDecimals,
  sumDecimals,
} from './decimal.ts'
export type { Big, DecimalText } from './decimal.ts'
export { scaleDecimals } from './scale-decimals.ts'
export { parseAmount, parseDecimal } from './parse-decimal.ts'
export { formatChineseNumeral, readChineseNumeral } from './chinese-numeral.ts'
export { foldWidth, normalizeText, tidyText } from './fold.ts'
export { formatMessage, message, messageCodes } from './message.ts'
export type { Locale, Message } from './message.ts'

export { formatQuantity } from './quantity.ts'
export type { Assumption, Multiplier, Operator, Quantity, QuantityParts } from './quantity.ts'
export { formatOperator } from './read-operator.ts'
export { isLostUnit, scaleOf } from './unit.ts'
export type { Dimension, UnitScale } from './unit.ts'
export { maxMeasureLength, missing } from './measure.ts'
export type { Invalid, Measure, Missing, NotApplicable, Words } from './measure.ts'
export { formatTarget, parseTarget } from './target.ts'
export type { Target } from './target.ts'
export { withOperator, withUnit } from './rewrite-target.ts'
export { usualStandards, usualUnits } from './usual-targets.ts'
export { formatActual, isBound, parseActual } from './actual.ts'
export type { Actual } from './actual.ts'
export { attainment, checkActual, compareQuantities, differsInUnit } from './check-actual.ts'
export type { Comparison } from './check-actual.ts'

export { emptyIndicator, indicatorFields } from './indicator.ts'
export type { Indicator, IndicatorField, IndicatorPeriod, QualitativeGrade } from './indicator.ts'
export { editIndicator, formatCell, putBackCell } from './edit-indicator.ts'
export type { EditResult } from './edit-indicator.ts'
export { editProject, putBackProjectCell } from './edit-project.ts'
export type { EditProjectResult } from './edit-project.ts'
export { differingProjectCells, formatProjectCell, parseProjectCell, projectFields } from './project-cell.ts'
export type { ProjectCell, ProjectField } from './project-cell.ts'
export { parseDate } from './parse-date.ts'
export { agencyTextFields, editAgency } from './edit-agency.ts'
export type { AgencyText, AgencyTextField } from './edit-agency.ts'
export { creditCodeCheck, isCreditCode } from './credit-code.ts'
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

export {
  canonicalLevel,
  canonicalLevel1,
  canonicalLevel2,
  frameworkFor,
  level1Of,
  sameLevel,
  spellingsOfLevel,
} from './framework.ts'
export type { Framework, FrameworkLevel, LevelsSeen } from './framework.ts'
export { frameworks } from './framework-data.ts'
export { gradeOf, level1WeightsFor, schemeById, schemeFor } from './scheme.ts'
export type { GradeName, QualitativeBand, SatisfactionBand, Scheme, SchemeGrade } from './scheme.ts'
export { schemes } from './scheme-data.ts'
export { scoreIndicator } from './score.ts'
export type { RuleScore, ScoredParts } from './score.ts'
export { scoreExecution } from './execution.ts'
export type { ExecutionScore } from './execution.ts'
export { executionPoints, rollUp } from './rollup.ts'
export type { LevelScore, ProjectScore, RolledUp, Total } from './rollup.ts'
export { weightGoal } from './weight-goal.ts'
export { explainDifference } from './explain-difference.ts'

export { comparePapers, comparePeriods } from './compare/compare-papers.ts'
export type { Beside, FundBeside, IndicatorBeside, PaperComparison } from './compare/compare-papers.ts'
export { compareTargets } from './compare/compare-targets.ts'
export type { TargetChange } from './compare/compare-targets.ts'
export { pairIndicators, pairPeriods } from './compare/pair-indicators.ts'
export type { IndicatorPair, Likeness, Named } from './compare/pair-indicators.ts'

export { countProblems, findProblems } from './findings/index.ts'
export { ruleIds } from './rule-id.ts'
export type { RuleId } from './rule-id.ts'
export type { CellRef, Finding, Fix, Severity } from './finding.ts'
export { can } from './permission.ts'
export type { Action, Caller, Subject } from './permission.ts'
export { isEditable, isProjectCellEditable, lockOf, projectLockOf, rowLockOf } from './editable.ts'
export { canFollow, hasOpenTargets, nextStates, projectStates } from './workflow.ts'
export type { ProjectState } from './workflow.ts'
