import { big, canonical } from '../decimal.ts'
import type { DecimalText } from '../decimal.ts'
import type { Project } from '../project.ts'
import type { Quantity } from '../quantity.ts'
import { formatTarget } from '../target.ts'
import { bigrams } from './bigrams.ts'
import type { Context, Row } from './context.ts'
import { numberMentions } from './number-mentions.ts'
import type { NumberMention } from './number-mentions.ts'
import { longTexts } from './narrative-texts.ts'
import { indicatorCell, problem } from './rule.ts'
import type { Problem, Rule } from './rule.ts'
import { isPerPeriod, sameUnit, unitKind } from './unit-kinds.ts'

type Field = 'target' | 'actual'

interface Candidate {
  readonly row: Row
  readonly quantity: Quantity
  readonly value: DecimalText
  readonly pairs: ReadonlySet<string>
}

interface Match {
  readonly candidate: Candidate
  readonly mention: NumberMention
  readonly strength: number
}

const minimumShare = 0.5
// A goal states a few dozen numbers; a torn file with more is not worth the time.
const mostMentions = 200

const candidates = (rows: readonly Row[], field: Field): readonly Candidate[] =>
  rows.flatMap((row) => {
    const quantity = row.indicator[field]
    if (quantity.kind !== 'quantitative' || quantity.unit === null || isPerPeriod(quantity.unit)) return []
    const pairs = bigrams(row.name)
    const value = canonical(big(quantity.value).times(quantity.multiplier))
    return pairs.size === 0 ? [] : [{ row, quantity, value, pairs }]
  })

const byPair = (list: readonly Candidate[]): ReadonlyMap<string, readonly Candidate[]> => {
  const index = new Map<string, Candidate[]>()
  for (const candidate of list)
    for (const pair of candidate.pairs) {
      const same = index.get(pair)
      if (same === undefined) index.set(pair, [candidate])
      else same.push(candidate)
    }
  return index
}

const isThings = (unit: string): boolean =>
  ['things', 'deeds', 'organisations', 'machines', 'texts'].includes(unitKind(unit) ?? '')

/** How far the words around a number are those of a name: 0 = another thing, 1 = the whole name. */
const strengthOf = ({ row, quantity, pairs }: Candidate, mention: NumberMention, shared: number): number => {
  const unit = quantity.unit ?? ''
  const share = shared / pairs.size
  if (share < minimumShare) return 0
  if (sameUnit(unit, mention.unit)) return shared >= 3 || (share === 1 && shared >= 2) ? share : 0
  // 6次 and 10个 of one thing can only be told apart where the name itself asks for a number of things.
  if (!/(数量|个数|家数)$/u.test(row.name) || !isThings(unit) || !isThings(mention.unit)) return 0
  return shared >= 5 ? share : 0
}

const countShared = (
  words: string,
  index: ReadonlyMap<string, readonly Candidate[]>,
): ReadonlyMap<Candidate, number> => {
  const shared = new Map<Candidate, number>()
  for (const pair of bigrams(words))
    for (const candidate of index.get(pair) ?? []) shared.set(candidate, (shared.get(candidate) ?? 0) + 1)
  return shared
}

const matchesOf = (
  mention: NumberMention,
  index: ReadonlyMap<string, readonly Candidate[]>,
): readonly Match[] => {
  const best = new Map<Candidate, Match>()
  // What stands behind a number may already belong to the next one, so it counts for less.
  for (const [words, factor] of [
    [mention.before, 1],
    [mention.after, 0.8],
  ] as const)
    for (const [candidate, shared] of countShared(words, index)) {
      const strength = strengthOf(candidate, mention, shared) * factor
      if (strength > (best.get(candidate)?.strength ?? 0))
        best.set(candidate, { candidate, mention, strength })
    }
  return [...best.values()]
}

/** Whether the words can mean the number: 近1700 is about 1692, 900余 is at least 900. */
const agrees = (mention: NumberMention, value: DecimalText): boolean => {
  const said = big(mention.value)
  const is = big(value)
  if (said.eq(is)) return true
  return mention.approximate && said.minus(is).abs().lte(is.abs().times('0.1'))
}

const tell = ({ candidate: { row, quantity, value }, mention }: Match, field: Field): Problem | null => {
  const at = indicatorCell(row.index, field)
  const params = { said: mention.text, name: row.label, value: formatTarget(quantity) }
  const vague = mention.approximate && !quantity.approximate && quantity.operator !== '>'
  if (agrees(mention, value)) {
    const same = big(mention.value).eq(value)
    return field === 'actual' && vague && same
      ? problem('warn', at, 'narrative-number-differs.vague', params)
      : null
  }
  return problem('warn', at, `narrative-number-differs.${field}`, params)
}

const compare = (text: string, rows: readonly Row[], field: Field): readonly Problem[] => {
  const mentions = rows.length === 0 ? [] : numberMentions(text).slice(0, mostMentions)
  if (mentions.length === 0) return []
  const index = byPair(candidates(rows, field))
  const strongest = new Map<Candidate, Match>()
  const settled = new Set<Candidate>()
  for (const mention of mentions) {
    const matches = matchesOf(mention, index)
    const top = Math.max(...matches.map(({ strength }) => strength))
    // A number that fits one of the rows it may be about is told about none of them.
    const exact = matches.filter(
      ({ candidate }) => !mention.approximate && big(mention.value).eq(candidate.value),
    )
    for (const { candidate } of exact) settled.add(candidate)
    if (exact.length > 0) continue
    for (const match of matches)
      if (match.strength === top && match.strength > (strongest.get(match.candidate)?.strength ?? 0))
        strongest.set(match.candidate, match)
  }
  return [...strongest.values()]
    .filter(({ candidate }) => !settled.has(candidate))
    .flatMap((match) => tell(match, field) ?? [])
}

const isOneYear = ({ startDate, endDate }: Project): boolean =>
  startDate !== null && endDate !== null && startDate.slice(0, 4) === endDate.slice(0, 4)

/** Which numbers a text is about; null for texts that speak about other years. */
const subjectOf = (
  at: ReturnType<typeof longTexts>[number]['at'],
  { project, annual, midterm }: Context,
): readonly [readonly Row[], Field] | null => {
  if (at.of === 'narrative')
    return (at.key === '总目标' || at.key === '实施计划') && isOneYear(project) ? [annual, 'target'] : null
  if (at.period === 'achieved') return [annual, 'actual']
  if (at.period === 'annual' || at.period === 'expected') return [annual, 'target']
  if (at.period === 'midterm') return [midterm, 'target']
  return isOneYear(project) ? [annual, 'target'] : null
}

/**
 * A number in a goal against the row it speaks about (published forms: 近1700次 / 1700次; ≥10个 app in words, ≥6次 in the
 * table; 99.9999 % / ≥99.99 %). Only names that the words nearly spell are compared: silence is better than noise.
 */
export const narrativeNumberDiffers: Rule = {
  id: 'narrative-number-differs',
  find: (context) =>
    longTexts(context.project).flatMap(({ at, text }) => {
      const subject = subjectOf(at, context)
      return subject === null ? [] : compare(text, ...subject)
    }),
}
