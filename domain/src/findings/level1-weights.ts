import { compareDecimals, equalDecimals, sumDecimals } from '../decimal.ts'
import type { DecimalText } from '../decimal.ts'
import type { Scheme } from '../scheme.ts'
import { indicatorCell, problem } from './rule.ts'
import type { Problem, Rule } from './rule.ts'

const expectedOf = (scheme: Scheme, level1: string, seen: ReadonlySet<string>): DecimalText | null => {
  const own = scheme.level1Weights[level1]
  if (own === undefined) return null
  const moved = scheme.reassigned
    .filter(({ missing, to }) => to === level1 && !seen.has(missing))
    .map(({ missing }) => scheme.level1Weights[missing] ?? '0')
  return sumDecimals([own, ...moved])
}

/** The weights of each level 1 are those of the scheme (财预〔2020〕10号, 财预〔2021〕101号), once every row has one. */
export const level1Weights: Rule = {
  id: 'level1-weights',
  find({ project, scheme, annual }) {
    const problems: Problem[] = []
    const printed = project.execution?.weight ?? null
    if (
      printed !== null &&
      compareDecimals(printed, '0') > 0 &&
      !equalDecimals(printed, scheme.executionWeight)
    )
      problems.push(
        problem('warn', { of: 'execution', field: 'weight' }, 'level1-weights.execution', {
          sum: printed,
          expected: scheme.executionWeight,
        }),
      )
    const weights = new Map<string, DecimalText[]>()
    const first = new Map<string, number>()
    for (const { index, indicator } of annual) {
      if (indicator.weight === null) return problems
      const level1 = indicator.level1 ?? ''
      const list = weights.get(level1)
      if (list === undefined) {
        weights.set(level1, [indicator.weight])
        first.set(level1, index)
      } else list.push(indicator.weight)
    }
    const seen = new Set(weights.keys())
    for (const [level1, list] of weights) {
      const sum = sumDecimals(list)
      const expected = expectedOf(scheme, level1, seen)
      if (expected === null || equalDecimals(sum, expected)) continue
      const at = indicatorCell(first.get(level1) ?? 0, 'weight')
      problems.push(problem('warn', at, 'level1-weights', { level1, sum, expected }))
    }
    return problems
  },
}
