import { equalDecimals, sumDecimals } from '../decimal.ts'
import type { DecimalText } from '../decimal.ts'
import { problem } from './rule.ts'
import type { Problem, Rule } from './rule.ts'

const compare = (
  field: 'totalWeight' | 'totalScore',
  printed: DecimalText | null,
  parts: readonly (DecimalText | null)[],
): readonly Problem[] => {
  const known = parts.filter((part) => part !== null)
  if (printed === null || known.length === 0 || known.length < parts.length) return []
  const sum = sumDecimals(known)
  if (equalDecimals(sum, printed)) return []
  return [problem('warn', { of: 'project', field }, `total-differs.${field}`, { printed, sum })]
}

/** The printed totals are the sums of what is printed above them, execution included; a row without a value says nothing. */
export const totalDiffers: Rule = {
  id: 'total-differs',
  find({ project: { execution, totalWeight, totalScore }, annual }) {
    const weights = annual.map(({ indicator }) => indicator.weight)
    const scores = annual.map(({ indicator }) => indicator.score)
    return [
      ...compare('totalWeight', totalWeight, execution === null ? weights : [...weights, execution.weight]),
      ...compare('totalScore', totalScore, execution === null ? scores : [...scores, execution.score]),
    ]
  },
}
