import { compareQuantities, differsInUnit } from '../check-actual.ts'
import { compareDecimals } from '../decimal.ts'
import { normalizeText } from '../fold.ts'
import type { Operator, Quantity } from '../quantity.ts'
import { formatTarget } from '../target.ts'
import type { Target } from '../target.ts'
import { isLostUnit } from '../unit.ts'

/** What became of a target: the same demand, a harder one, an easier one, or another one. */
export type TargetChange = 'same' | 'tightened' | 'relaxed' | 'changed'

/** Two targets by what they mean ("≥12次" is "≥ 12 次", 10000万 is 1亿); words by what is printed. */
export function compareTargets(before: Target, after: Target): TargetChange {
  if (normalizeText(formatTarget(before)) === normalizeText(formatTarget(after))) return 'same'
  if (before.kind !== 'quantitative' || after.kind !== 'quantitative') return 'changed'
  return compareDemands(before, after)
}

function compareDemands(before: Quantity, after: Quantity): TargetChange {
  const comparison = compareQuantities(before, after)
  const countsOther = hasUnit(before) !== hasUnit(after) || differsInUnit(before, after)
  if (comparison.kind === 'mismatch' || countsOther || before.approximate !== after.approximate)
    return 'changed'
  const { target: from, actual: to } = comparison
  const grows = compareDecimals(to, from)
  const [was, is] = [before.operator ?? '=', after.operator ?? '=']
  if (grows === 0 && was === is) return 'same'
  const side = sideOf(
    was,
    is,
    [from, to].some((value) => compareDecimals(value, '0') === 0),
  )
  if (side === null) return 'changed'
  const harder = grows === 0 ? strictness(is) - strictness(was) : grows * side
  return harder === 0 ? 'changed' : harder > 0 ? 'tightened' : 'relaxed'
}

const hasUnit = ({ unit }: Quantity): boolean => unit !== null && !isLostUnit(unit)

const floors: readonly Operator[] = ['>=', '>']
const ceilings: readonly Operator[] = ['<=', '<']

/**
 * 1 where more is harder, -1 where less is, null where the two ask for opposite things. As in scoring "=" asks for at
 * least that much, beside a ceiling or a zero ("=0起") for at most.
 */
function sideOf(before: Operator, after: Operator, hasZero: boolean): 1 | -1 | null {
  const isFloor = floors.includes(before) || floors.includes(after)
  const isCeiling = ceilings.includes(before) || ceilings.includes(after)
  if (isFloor && isCeiling) return null
  if (isFloor) return 1
  return isCeiling || hasZero ? -1 : 1
}

/** At the same number ">" asks for more than "≥". */
const strictness = (operator: Operator): number => (operator === '>' || operator === '<' ? 1 : 0)
