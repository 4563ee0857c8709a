import { big, compareDecimals, divideHalfUp, formatFixed2, roundHalfUp } from './decimal.ts'
import type { Big, DecimalText } from './decimal.ts'
import { laterMessage } from './message.ts'
import type { Message } from './message.ts'
import type { Quantity } from './quantity.ts'
import { formatQuantity } from './quantity.ts'
import { normalizeText } from './fold.ts'
import type { Scheme } from './scheme.ts'
import { compareQuantities } from './check-actual.ts'
import type { Comparison } from './check-actual.ts'

type Comparable = Extract<Comparison, { kind: 'comparable' }>

/** Points for a quantity, with the sentence that says how they came about. */
export interface Points {
  readonly score: DecimalText
  readonly explanation: Message
}

interface Case {
  readonly target: Quantity
  readonly actual: Quantity
  readonly compared: Comparable
  readonly weight: DecimalText
  readonly scheme: Scheme
}

/** All points: the target is met. */
export const fullPoints = (one: Case): Points => ({
  score: one.weight,
  explanation: explain('score.met', one.weight, one),
})

/** Points for a measured value that misses its target, from the exact fraction, rounded once, never below 0. */
export function missedPoints(one: Case): Points {
  const { compared, scheme, weight } = one
  const w = big(weight)
  const t = big(compared.target)
  const a = big(compared.actual)
  if (compareDecimals(compared.target, '0') <= 0) return points('score.all-or-nothing', '0', one)
  const ceiling = one.target.operator === '<=' || one.target.operator === '<'
  if (!ceiling) return points('score.proportional', floor(a) ?? divideHalfUp(w.times(a), t), one)
  if (scheme.ceilingRule === 'ratio') return points('score.ratio', divideHalfUp(w.times(t), a), one)
  const rest = t.times(2).minus(a)
  return points(
    rest.lte(0) ? 'score.from-double' : 'score.linear',
    floor(rest) ?? divideHalfUp(w.times(rest), t),
    one,
  )
}

/** Points of a satisfaction rate by the scheme's bands; null where the actual is no percentage. */
export function bandedPoints(one: Case): Points | null {
  if (normalizeText(one.actual.unit ?? one.target.unit ?? '') !== '%') return null
  const rate = big(one.compared.actual)
  const band = one.scheme.satisfactionBands.find(({ atLeast }) => rate.gte(atLeast))
  const share = band?.share ?? '0'
  const score = roundHalfUp(big(one.weight).times(share))
  return { score, explanation: explain('score.banded', score, one, share) }
}

const floor = (value: Big): DecimalText | null => (value.lte(0) ? '0' : null)

// Rounding may not lift a score above a weight with more than two decimals.
const points = (code: string, rounded: DecimalText, one: Case): Points => {
  const score = compareDecimals(rounded, one.weight) > 0 ? one.weight : rounded
  return { score, explanation: explain(code, score, one) }
}

/** As little as it can be told from: the sheet keeps these for each of its rows. */
interface Facts extends Pick<Case, 'target' | 'actual' | 'weight'> {
  readonly score: DecimalText
  /** Of the weight, by a band. */
  readonly share: DecimalText
}

const explain = (
  code: string,
  score: DecimalText,
  { target, actual, weight }: Case,
  share: DecimalText = '',
): Message => laterMessage(code, { target, actual, weight, score, share }, say)

function say({ target, actual, weight, score, share }: Facts): Message['params'] {
  const compared = compareQuantities(target, actual)
  return {
    target: formatQuantity(target),
    actual: formatQuantity(actual),
    ...(compared.kind === 'comparable' ? { t: compared.target, a: compared.actual } : {}),
    weight,
    score: formatFixed2(score),
    share,
  }
}
