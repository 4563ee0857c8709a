import { compareDecimals, compareQuantities, parseTarget } from '@biaochi/domain'
import type { Operator, Quantity } from '@biaochi/domain'

/**
 * A condition on the quantity in a cell, whatever operator stands there: `≥ 90%` finds `95%`, `≥92.5%` and 950‰, but no
 * 95 without its percent sign; a condition without a unit compares numbers alone. Null when it holds no quantity.
 */
export function readCondition(text: string): ((cell: string) => boolean) | null {
  const wanted = parseTarget(text)
  if (wanted.kind !== 'quantitative' || wanted.approximate) return null
  const operator = wanted.operator ?? '='
  return (cell) => {
    const found = parseTarget(cell)
    return found.kind === 'quantitative' && holds(wanted, operator, found)
  }
}

function holds(wanted: Quantity, operator: Operator, found: Quantity): boolean {
  if (wanted.unit !== null && found.unit === null) return false
  const compared = compareQuantities(wanted, found)
  if (compared.kind === 'mismatch') return false
  const order = compareDecimals(compared.actual, compared.target)
  switch (operator) {
    case '>=':
      return order >= 0
    case '<=':
      return order <= 0
    case '>':
      return order > 0
    case '<':
      return order < 0
    case '=':
      return order === 0
  }
}
