import { indicatorCell, problem } from './rule.ts'
import type { Rule } from './rule.ts'
import { foldName } from './plain-name.ts'

/** Name and value say the same (2026 form: 不超过年度预算 / 不超过年度预算), so there is nothing to measure. */
export const nameEqualsTarget: Rule = {
  id: 'name-equals-target',
  find: ({ rows }) =>
    rows.flatMap(({ index, indicator: { target }, name }) => {
      if (target.kind !== 'qualitative' && target.kind !== 'quantitative') return []
      if (name === '' || foldName(target.raw) !== name) return []
      return [problem('warn', indicatorCell(index, 'target'), 'name-equals-target', { text: target.raw })]
    }),
}
