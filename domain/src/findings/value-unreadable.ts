import type { Measure } from '../measure.ts'
import { indicatorCell } from './rule.ts'
import type { Problem, Rule } from './rule.ts'

const check = (index: number, field: 'target' | 'actual', measure: Measure): readonly Problem[] =>
  measure.kind === 'invalid'
    ? [{ severity: 'block', at: indicatorCell(index, field), message: measure.reason, fix: null }]
    : []

/** Text that looks like a value and cannot be read; the grammar's own reason is the message. */
export const valueUnreadable: Rule = {
  id: 'value-unreadable',
  find: ({ rows }) =>
    rows.flatMap(({ index, indicator }) => [
      ...check(index, 'target', indicator.target),
      ...check(index, 'actual', indicator.actual),
    ]),
}
