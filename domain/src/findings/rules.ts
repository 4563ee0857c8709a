import { actualIsBound } from './actual-is-bound.ts'
import { actualMissing } from './actual-missing.ts'
import { annualAboveTotal } from './annual-above-total.ts'
import { awardedDiffersFromRule } from './awarded-differs-from-rule.ts'
import { budgetCut } from './budget-cut.ts'
import { ceilingOnCount } from './ceiling-on-count.ts'
import { duplicateIndicator } from './duplicate-indicator.ts'
import { executedAboveAdjusted } from './executed-above-adjusted.ts'
import { executionNotComputable } from './execution-not-computable.ts'
import { executionRateDiffers } from './execution-rate-differs.ts'
import { executionRateIndicatorDiffers } from './execution-rate-indicator-differs.ts'
import { executionScoreDiffers } from './execution-score-differs.ts'
import { farAboveTarget } from './far-above-target.ts'
import { fullRateOnNonRate } from './full-rate-on-non-rate.ts'
import { fundSourcesDiffer } from './fund-sources-differ.ts'
import { level1Weights } from './level1-weights.ts'
import { levelOutsideFramework } from './level-outside-framework.ts'
import { level2Unusual } from './level2-unusual.ts'
import { midtermAnnualInconsistent } from './midterm-annual-inconsistent.ts'
import { nameEqualsTarget } from './name-equals-target.ts'
import { nameMissing } from './name-missing.ts'
import { narrativeMisplaced } from './narrative-misplaced.ts'
import { narrativeNumberDiffers } from './narrative-number-differs.ts'
import { narrativeSumDiffers } from './narrative-sum-differs.ts'
import { operatorAssumed } from './operator-assumed.ts'
import { reasonWithoutDeviation } from './reason-without-deviation.ts'
import { scoreAboveWeight } from './score-above-weight.ts'
import { scoreMissing } from './score-missing.ts'
import { scoreOutsideGradeBand } from './score-outside-grade-band.ts'
import { scoreWithoutReason } from './score-without-reason.ts'
import { targetMissing } from './target-missing.ts'
import { targetTrivial } from './target-trivial.ts'
import { totalDiffers } from './total-differs.ts'
import { unitAssumed } from './unit-assumed.ts'
import { unitDiffers } from './unit-differs.ts'
import { unitLost } from './unit-lost.ts'
import { unitMismatch } from './unit-mismatch.ts'
import { unitMissing } from './unit-missing.ts'
import { unitUnlikeName } from './unit-unlike-name.ts'
import { valueUnreadable } from './value-unreadable.ts'
import { weightMissing } from './weight-missing.ts'
import { weightNotPositive } from './weight-not-positive.ts'
import { weightsSum } from './weights-sum.ts'
import type { Rule } from './rule.ts'

/** Every rule, in the order of `ruleIds`. */
export const rules: readonly Rule[] = [
  weightsSum,
  level1Weights,
  weightMissing,
  weightNotPositive,
  scoreAboveWeight,
  scoreOutsideGradeBand,
  scoreWithoutReason,
  scoreMissing,
  awardedDiffersFromRule,
  farAboveTarget,
  reasonWithoutDeviation,
  executionRateDiffers,
  executionScoreDiffers,
  executionNotComputable,
  fundSourcesDiffer,
  annualAboveTotal,
  executedAboveAdjusted,
  budgetCut,
  narrativeSumDiffers,
  narrativeNumberDiffers,
  narrativeMisplaced,
  unitLost,
  unitMissing,
  unitUnlikeName,
  unitDiffers,
  unitAssumed,
  targetTrivial,
  targetMissing,
  actualMissing,
  nameMissing,
  nameEqualsTarget,
  actualIsBound,
  unitMismatch,
  valueUnreadable,
  executionRateIndicatorDiffers,
  levelOutsideFramework,
  level2Unusual,
  ceilingOnCount,
  fullRateOnNonRate,
  midtermAnnualInconsistent,
  duplicateIndicator,
  totalDiffers,
  operatorAssumed,
]
