import { sumDecimals, type DecimalText, type Indicator, type RuleScore } from '@biaochi/domain'
import type { Column } from '../bulk.ts'

/** What statistics add up of a project's indicators, kept with the project: points are null where no indicator has any. */
export interface IndicatorSums {
  readonly indicators: number
  readonly weight: DecimalText | null
  readonly ruleScore: DecimalText | null
  readonly score: DecimalText | null
  readonly scored: number
  readonly judged: number
  readonly met: number
}

const sumOrNone = (points: readonly DecimalText[]): DecimalText | null =>
  points.length === 0 ? null : sumDecimals(points)

/** `scores` in the order of the indicators; those that do not count for the project's total are added up too. */
export const sumIndicators = (
  indicators: readonly Indicator[],
  scores: readonly RuleScore[],
): IndicatorSums => {
  const awarded = indicators.flatMap(({ score }) => score ?? [])
  const met = scores.flatMap((score) => score.met ?? [])
  return {
    indicators: indicators.length,
    weight: sumOrNone(indicators.flatMap(({ weight }) => weight ?? [])),
    ruleScore: sumOrNone(scores.flatMap((score) => (score.kind === 'scored' ? score.score : []))),
    score: sumOrNone(awarded),
    scored: awarded.length,
    judged: met.length,
    met: met.filter(Boolean).length,
  }
}

export const indicatorSumColumns: readonly Column<{ readonly sums: IndicatorSums }>[] = [
  { name: 'indicator_count', type: 'int', of: ({ sums }) => sums.indicators },
  { name: 'weight_sum', type: 'numeric', of: ({ sums }) => sums.weight },
  { name: 'rule_score_sum', type: 'numeric', of: ({ sums }) => sums.ruleScore },
  { name: 'score_sum', type: 'numeric', of: ({ sums }) => sums.score },
  { name: 'scored_count', type: 'int', of: ({ sums }) => sums.scored },
  { name: 'judged_count', type: 'int', of: ({ sums }) => sums.judged },
  { name: 'met_count', type: 'int', of: ({ sums }) => sums.met },
]
