import { indicatorCell, problem } from './rule.ts'
import type { Rule } from './rule.ts'

/** An indicator without a value promises nothing; a row that is still empty is the name rule's business. */
export const targetMissing: Rule = {
  id: 'target-missing',
  find: ({ rows }) =>
    rows.flatMap(({ index, indicator, name, label }) =>
      indicator.target.kind === 'missing' && (name !== '' || indicator.actual.kind !== 'missing')
        ? [problem('block', indicatorCell(index, 'target'), 'target-missing', { name: label })]
        : [],
    ),
}
