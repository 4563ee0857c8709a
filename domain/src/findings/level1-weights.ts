import { compareDecimals, equalDecimals, sumDecimals } from '../decimal.ts'
import type { DecimalText } from '../decimal.ts'
import { sameLevel } from '../framework.ts'
import type { Project } from '../project.ts'
import { schemes } from '../scheme-data.ts'
import { level1WeightsFor } from '../scheme.ts'
import type { Scheme } from '../scheme.ts'
import type { Row } from './context.ts'
import { indicatorCell, problem } from './rule.ts'
import type { Problem, Rule } from './rule.ts'

const ofExecution = ({ execution }: Project, { executionWeight }: Scheme): readonly Problem[] => {
  const sum = execution?.weight ?? null
  if (sum === null || compareDecimals(sum, '0') <= 0 || equalDecimals(sum, executionWeight)) return []
  const at = { of: 'execution', field: 'weight' } as const
  return [problem('warn', at, 'level1-weights.execution', { sum, expected: executionWeight })]
}

interface LevelSum {
  readonly level1: string
  readonly index: number
  readonly sum: DecimalText
}

const sumsOf = (annual: readonly Row[]): readonly LevelSum[] =>
  [...Map.groupBy(annual, ({ indicator }) => indicator.level1 ?? '')].map(([level1, rows]) => ({
    level1,
    index: rows[0]?.index ?? 0,
    sum: sumDecimals(rows.flatMap(({ indicator }) => indicator.weight ?? [])),
  }))

const differing = (sums: readonly LevelSum[], scheme: Scheme): readonly Problem[] => {
  const level1s = sums.map(({ level1 }) => level1)
  const weights: readonly (readonly [string, DecimalText])[] = Object.entries(
    level1WeightsFor(scheme, level1s),
  )
  return sums.flatMap(({ level1, index, sum }) => {
    const expected = weights.find(([known]) => sameLevel(known, level1))?.[1]
    if (expected === undefined || equalDecimals(sum, expected)) return []
    return [problem('warn', indicatorCell(index, 'weight'), 'level1-weights', { level1, sum, expected })]
  })
}

/**
 * The weights of each level 1 are those of the scheme (财预〔2020〕10号, 财预〔2021〕101号), once every row has one. Which scheme
 * a form follows is often a guess from its year, so weights that are those of another known one pass.
 */
export const level1Weights: Rule = {
  id: 'level1-weights',
  find({ project, scheme, annual }) {
    const execution = ofExecution(project, scheme)
    if (annual.some(({ indicator }) => indicator.weight === null)) return execution
    const sums = sumsOf(annual)
    const levels = differing(sums, scheme)
    if (levels.length === 0 || schemes.some((other) => differing(sums, other).length === 0)) return execution
    return [...execution, ...levels]
  },
}
