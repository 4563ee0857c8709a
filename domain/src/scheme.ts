import { compareDecimals, sumDecimals } from './decimal.ts'
import type { DecimalText } from './decimal.ts'
import { sameLevel } from './framework.ts'
import type { LevelsSeen } from './framework.ts'
import { schemes } from './scheme-data.ts'

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

const costLevel = '成本指标'

/**
 * The scheme of a project: 成本指标 as a level 1 takes the one that weighs cost, as a level 2 the one that does not; where
 * there is no cost row, the year decides (without a year: 10/50/30/10).
 */
export function schemeFor(seen: LevelsSeen): Scheme {
  const has = (level: 'level1' | 'level2') =>
    seen.indicators.some((indicator) => sameLevel(indicator[level] ?? '', costLevel))
  const weighsCost = (scheme: Scheme) => costLevel in scheme.level1Weights
  const year = seen.fiscalYear
  const chosen = has('level1')
    ? schemes.findLast(weighsCost)
    : has('level2')
      ? schemes.find((scheme) => !weighsCost(scheme))
      : schemes.find(
          ({ fromYear, toYear }) => year !== null && fromYear <= year && (toYear === null || year <= toYear),
        )
  const scheme = chosen ?? schemes[0]
  if (scheme === undefined) throw new Error('there is no scheme')
  return scheme
}

/** A scheme by the key an evaluation keeps; null when there is none. */
export const schemeById = (id: string, version: number): Scheme | null =>
  schemes.find((scheme) => scheme.id === id && scheme.version === version) ?? null

/** The grade of a total; null without a total. */
export const gradeOf = (scheme: Scheme, total: DecimalText | null): GradeName | null =>
  total === null
    ? null
    : (scheme.grades.find((grade) => compareDecimals(total, grade.atLeast) >= 0)?.name ?? null)

/** The points of every level 1 of a form under a scheme; what a missing level would have had goes where the scheme says. */
export function level1WeightsFor(
  scheme: Scheme,
  level1s: readonly string[],
): Readonly<Record<string, DecimalText>> {
  const absent = scheme.reassigned.filter(
    ({ missing }) => !level1s.some((level1) => sameLevel(level1, missing)),
  )
  if (absent.length === 0) return scheme.level1Weights
  const weights = new Map(Object.entries(scheme.level1Weights))
  for (const { missing, to } of absent) {
    const moved = weights.get(missing)
    if (moved === undefined) continue
    weights.set(to, sumDecimals([weights.get(to) ?? '0', moved]))
    weights.delete(missing)
  }
  return Object.fromEntries(weights)
}
