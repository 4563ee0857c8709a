import { indicatorCell, problem } from './rule.ts'
import type { Rule } from './rule.ts'

/** A self-evaluation says what was reached on every row that applies. */
export const actualMissing: Rule = {
  id: 'actual-missing',
  find: ({ annual, isEvaluation }) =>
    isEvaluation
      ? annual
          .filter(
            ({ indicator, name }) =>
              indicator.actual.kind === 'missing' && (name !== '' || indicator.target.kind !== 'missing'),
          )
          .map(({ index }) => problem('block', indicatorCell(index, 'actual'), 'actual-missing'))
      : [],
}
