import type { Measure } from '../measure.ts'
import { indicatorCell, problem } from './rule.ts'
import type { Problem, Rule } from './rule.ts'
import { isLostUnit } from './unit-kinds.ts'

const check = (index: number, field: 'target' | 'actual', measure: Measure): readonly Problem[] =>
  measure.kind === 'quantitative' && measure.unit !== null && isLostUnit(measure.unit)
    ? [problem('block', indicatorCell(index, field), 'unit-lost', { unit: measure.unit, raw: measure.raw })]
    : []

/** A conversion left only a replacement mark of the unit (2026 form: ≥0.00(??)). */
export const unitLost: Rule = {
  id: 'unit-lost',
  find: ({ rows }) =>
    rows.flatMap(({ index, indicator }) => [
      ...check(index, 'target', indicator.target),
      ...check(index, 'actual', indicator.actual),
    ]),
}
