import { isBound } from './actual.ts'
import { compareDecimals } from './decimal.ts'
import type { Comparison } from './check-actual.ts'
import type { Quantity } from './quantity.ts'

type Comparable = Extract<Comparison, { kind: 'comparable' }>

/**
 * Whether a target is met: `=` and no operator count as "at least" (but = 0 is met by 0 only). Null when the actual is a
 * bound that proves neither.
 */
export function isMet(target: Quantity, actual: Quantity, compared: Comparable): boolean | null {
  const operator = target.operator ?? '='
  const order = compareDecimals(compared.actual, compared.target)
  if (!isBound(actual)) {
    if (operator === '<=') return order <= 0
    if (operator === '<') return order < 0
    if (operator === '>') return order > 0
    return onlyZero(operator, compared) ? order === 0 : order >= 0
  }
  return boundMeets(operator, actual.operator, order, onlyZero(operator, compared))
}

const onlyZero = (operator: string, { target }: Comparable): boolean =>
  operator === '=' && compareDecimals(target, '0') === 0

// The real figure lies strictly above ('>') or at least at ('>=') the printed one, or below; 约 lies anywhere.
function boundMeets(
  operator: string,
  bound: Quantity['operator'],
  order: number,
  zeroAlone: boolean,
): boolean | null {
  const above = bound === '>' || bound === '>='
  if (!above && bound !== '<' && bound !== '<=') return null
  const open = bound === '>' || bound === '<'
  const beyond = above ? order : -order
  const strictly = beyond > 0 || (beyond === 0 && open)
  if (zeroAlone) return strictly ? false : null
  const ceiling = operator === '<=' || operator === '<'
  const strict = operator === '>' || operator === '<'
  // A bound on the target's own side can prove it met; one on the other side can only prove it missed.
  if (above !== ceiling) return (strict ? strictly : beyond >= 0) ? true : null
  return (strict ? beyond >= 0 : strictly) ? false : null
}
