import { compareDecimals, equalDecimals, sumDecimals } from '../decimal.ts'
import type { DecimalText } from '../decimal.ts'
import type { Project } from '../project.ts'
import { level1WeightsFor } from '../scheme.ts'
import type { Scheme } from '../scheme.ts'
import { sameLevel } from '../framework.ts'
import type { Row } from './context.ts'
import { indicatorCell, problem } from './rule.ts'
import type { Problem, Rule } from './rule.ts'

const ofExecution = ({ execution }: Project, { executionWeight }: Scheme): readonly Problem[] => {
  const sum = execution?.weight ?? null
  if (sum === null || compareDecimals(sum, '0') <= 0 || equalDecimals(sum, executionWeight)) return []
  const at = { of: 'execution', field: 'weight' } as const
  return [problem('warn', at, 'level1-weights.execution', { sum, expected: executionWeight })]
}

const ofLevels = (annual: readonly Row[], scheme: Scheme): readonly Problem[] => {
  if (annual.some(({ indicator }) => indicator.weight === null)) return []
  const groups = Map.groupBy(annual, ({ indicator }) => indicator.level1 ?? '')
  const expected: readonly (readonly [string, DecimalText])[] = Object.entries(
    level1WeightsFor(scheme, [...groups.keys()]),
  )
  return [...groups].flatMap(([level1, rows]) => {
    const weight = expected.find(([known]) => sameLevel(known, level1))?.[1]
    const sum = sumDecimals(rows.flatMap(({ indicator }) => indicator.weight ?? []))
    if (weight === undefined || equalDecimals(sum, weight)) return []
    const at = indicatorCell(rows[0]?.index ?? 0, 'weight')
    return [problem('warn', at, 'level1-weights', { level1, sum, expected: weight })]
  })
}

/** The weights of each level 1 are those of the scheme (财预〔2020〕10号, 财预〔2021〕101号), once every row has one. */
export const level1Weights: Rule = {
  id: 'level1-weights',
  find: ({ project, scheme, annual }) => [...ofExecution(project, scheme), ...ofLevels(annual, scheme)],
}
