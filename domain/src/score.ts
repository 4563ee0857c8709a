import { compareQuantities } from './check-actual.ts'
import { big, compareDecimals, formatFixed2, roundHalfUp } from './decimal.ts'
import type { DecimalText } from './decimal.ts'
import { sameLevel } from './framework.ts'
import { isFulfilled } from './fulfilled.ts'
import type { Indicator, QualitativeGrade } from './indicator.ts'
import { message } from './message.ts'
import type { Message } from './message.ts'
import type { Words } from './measure.ts'
import { formatMeasure } from './measure.ts'
import { isMet } from './met.ts'
import { bandedPoints, fullPoints, missedPoints } from './points.ts'
import type { Points } from './points.ts'
import type { Quantity } from './quantity.ts'
import type { Scheme } from './scheme.ts'

/** What the rule says about an indicator: points (2 decimals half-up), none yet, or the row does not count. */
export type RuleScore =
  | {
      readonly kind: 'scored'
      readonly score: DecimalText
      readonly met: boolean
      readonly explanation: Message
    }
  | { readonly kind: 'unscored'; readonly met: boolean | null; readonly explanation: Message }
  | { readonly kind: 'excluded'; readonly met: null; readonly explanation: Message }

/** The cells a rule score depends on. */
export type ScoredParts = Pick<Indicator, 'level1' | 'level2' | 'target' | 'actual' | 'weight' | 'grade'>

/** The rule score of an indicator, a proposal: exact inside, rounded once, and whether the target is met apart from it. */
export function scoreIndicator(indicator: ScoredParts, scheme: Scheme): RuleScore {
  const { target, actual } = indicator
  if (target.kind === 'not-applicable' || actual.kind === 'not-applicable')
    return { kind: 'excluded', met: null, explanation: message('score.not-applicable') }
  if (target.kind === 'missing') return unscored('score.target-missing')
  if (target.kind === 'invalid')
    return {
      kind: 'unscored',
      met: null,
      explanation: message('score.target-unreadable', { text: target.raw.slice(0, 100) }),
    }
  if (actual.kind === 'invalid')
    return {
      kind: 'unscored',
      met: null,
      explanation: message('score.actual-unreadable', { text: actual.raw.slice(0, 100) }),
    }
  if (target.kind === 'qualitative') return scoreWords(target, indicator, scheme)
  if (actual.kind === 'missing') return unscored('score.actual-missing')
  if (actual.kind === 'qualitative')
    return {
      kind: 'unscored',
      met: null,
      explanation: message('actual.words-for-number', { target: formatMeasure(target), actual: actual.text }),
    }
  return scoreQuantity(target, actual, indicator, scheme)
}

function scoreQuantity(
  target: Quantity,
  actual: Quantity,
  indicator: ScoredParts,
  scheme: Scheme,
): RuleScore {
  const compared = compareQuantities(target, actual)
  if (compared.kind === 'mismatch') return { kind: 'unscored', met: null, explanation: compared.reason }
  const met = isMet(target, actual, compared)
  const weight = usableWeight(indicator.weight)
  if (weight === null) return unscored('score.weight-missing', met)
  const one = { target, actual, compared, weight, scheme }
  if (met === true) return scored(met, fullPoints(one))
  if (met === null || isInexact(actual))
    return {
      kind: 'unscored',
      met,
      explanation: message(met === null ? 'score.bound-proves-nothing' : 'score.bound-missed', {
        target: formatMeasure(target),
        actual: formatMeasure(actual),
      }),
    }
  const banded = scheme.satisfaction === 'banded' && isSatisfaction(indicator) ? bandedPoints(one) : null
  return scored(met, banded ?? missedPoints(one))
}

function scoreWords(target: Words, indicator: ScoredParts, scheme: Scheme): RuleScore {
  const { actual, grade } = indicator
  if (grade === null && actual.kind === 'missing') return unscored('score.actual-missing')
  const fulfilled = grade === null && isFulfilled(target, actual)
  if (grade === null && !fulfilled)
    return {
      kind: 'unscored',
      met: null,
      explanation: message('score.grade-needed', { actual: formatMeasure(actual) }),
    }
  const given: QualitativeGrade = grade ?? 'achieved'
  const met = given === 'achieved'
  const weight = usableWeight(indicator.weight)
  if (weight === null) return unscored('score.weight-missing', met)
  const percent = scheme.qualitativeBands[given].to
  const score = roundHalfUp(big(weight).times(percent).times('0.01'))
  const params = {
    actual: formatMeasure(actual),
    target: target.text,
    weight,
    percent,
    score: formatFixed2(score),
  }
  return {
    kind: 'scored',
    score,
    met,
    explanation: message(fulfilled ? 'score.fulfilled' : `score.graded-${given}`, params),
  }
}

// Spelled out: a spread of the points would take half as much memory again, for each of 100,000 rows.
const scored = (met: boolean, { score, explanation }: Points): RuleScore => ({
  kind: 'scored',
  score,
  met,
  explanation,
})

const unscored = (code: string, met: boolean | null = null): RuleScore => ({
  kind: 'unscored',
  met,
  explanation: message(code),
})

const usableWeight = (weight: DecimalText | null): DecimalText | null =>
  weight === null || compareDecimals(weight, '0') <= 0 ? null : weight

const isInexact = (actual: Quantity): boolean =>
  actual.approximate || (actual.operator !== null && actual.operator !== '=')

const isSatisfaction = ({ level1, level2 }: ScoredParts): boolean =>
  [level1, level2].some(
    (level) => level !== null && (sameLevel(level, '满意度') || sameLevel(level, '服务对象满意度')),
  )
