import { indicatorCell, problem } from './rule.ts'
import type { Rule } from './rule.ts'

/** An actual is there, but neither the scheme nor anybody gives points for it, so the total stays open. */
export const scoreMissing: Rule = {
  id: 'score-missing',
  find: ({ annual, isEvaluation }) =>
    isEvaluation
      ? annual
          .filter(
            ({ indicator, ruleScore }) =>
              indicator.weight !== null &&
              indicator.score === null &&
              indicator.actual.kind !== 'missing' &&
              indicator.actual.kind !== 'invalid' &&
              ruleScore?.kind === 'unscored',
          )
          .map(({ index }) => problem('block', indicatorCell(index, 'score'), 'score-missing'))
      : [],
}
