import type { DecimalText } from './decimal.ts'

/** 优 | 良 | 中 | 差. */
export type GradeName = '优' | '良' | '中' | '差'

/** A grade and the total from which it is given. */
export interface SchemeGrade {
  readonly name: GradeName
  readonly atLeast: DecimalText
}

/** From this satisfaction rate (percent) on, this share of the weight. */
export interface SatisfactionBand {
  readonly atLeast: DecimalText
  readonly share: DecimalText
}

/** The percent of the weight a qualitative grade allows; `to` of a lower grade belongs to the upper one. */
export interface QualitativeBand {
  readonly from: DecimalText
  readonly to: DecimalText
}

/** How a project is scored, as data: versioned, chosen by year, region and the levels a form has. */
export interface Scheme {
  readonly id: string
  readonly version: number
  readonly name: string
  readonly region: string | null
  readonly fromYear: number
  readonly toYear: number | null
  readonly executionWeight: DecimalText
  readonly declarationTotal: DecimalText
  readonly evaluationTotal: DecimalText
  readonly level1Weights: Readonly<Record<string, DecimalText>>
  /** Where the weight of a level 1 goes that a form does not have. */
  readonly reassigned: readonly { readonly missing: string; readonly to: string }[]
  /** ≤ and < not met: w·(1 − (a−t)/t) or w·t/a. */
  readonly ceilingRule: 'linear' | 'ratio'
  readonly satisfaction: 'proportional' | 'banded'
  readonly satisfactionBands: readonly SatisfactionBand[]
  readonly scoreExecutionFrom: 'exact' | 'displayed'
  readonly grades: readonly SchemeGrade[]
  readonly qualitativeBands: {
    readonly achieved: QualitativeBand
    readonly partly: QualitativeBand
    readonly missed: QualitativeBand
  }
  /** Percent of the target from which an explanation is asked. */
  readonly farAboveTarget: DecimalText
  /** Percent by which the adjusted budget may stay below the initial one without a word. */
  readonly budgetCut: DecimalText
}
