import { canonical, big, compareDecimals, equalDecimals } from '../decimal.ts'
import { indicatorCell, problem } from './rule.ts'
import type { Rule } from './rule.ts'

/**
 * The points of a qualitative indicator lie in the band of its grade (达成 100–80 %, 部分达成 80–60 %, 未达成 60–0 %);
 * 80 and 60 belong to the upper grade, but the rule's own proposal is never outside.
 */
export const scoreOutsideGradeBand: Rule = {
  id: 'score-outside-grade-band',
  find: ({ annual, scheme }) =>
    annual.flatMap(({ index, indicator, ruleScore }) => {
      const { grade, weight, score } = indicator
      if (grade === null || weight === null || score === null) return []
      if (indicator.target.kind === 'quantitative') return []
      const proposed = ruleScore?.kind === 'scored' ? ruleScore.score : null
      if (equalDecimals(score, proposed)) return []
      const band = scheme.qualitativeBands[grade]
      const from = canonical(big(weight).times(band.from).times('0.01'))
      const to = canonical(big(weight).times(band.to).times('0.01'))
      const above = compareDecimals(score, to)
      // Above the weight itself is another rule's word.
      const outside = grade === 'achieved' ? compareDecimals(score, from) < 0 : above >= 0
      if (!outside && compareDecimals(score, from) >= 0) return []
      const fix = proposed === null ? null : ({ field: 'score', value: proposed } as const)
      const code = `score-outside-grade-band.${grade}` as const
      return [problem('block', indicatorCell(index, 'score'), code, { score, weight, from, to }, fix)]
    }),
}
