import { indicatorCell, problem } from './rule.ts'
import type { Rule } from './rule.ts'
import { plainName } from './plain-name.ts'

/** The same indicator twice in one column of one form; the second is pointed at. */
export const duplicateIndicator: Rule = {
  id: 'duplicate-indicator',
  find({ rows }) {
    const first = new Map<string, number>()
    return rows.flatMap(({ index, indicator, name, label }) => {
      if (name === '') return []
      const level2 = plainName(indicator.level2).replace(/指标$/u, '')
      const key = [indicator.period, level2, name].join('\n')
      const before = first.get(key)
      if (before === undefined) {
        first.set(key, index)
        return []
      }
      const params = { name: label, row: String(before + 1) }
      return [problem('warn', indicatorCell(index, 'name'), 'duplicate-indicator', params)]
    })
  },
}
