import { big, equalDecimals } from '../decimal.ts'
import type { DecimalText } from '../decimal.ts'
import type { Project } from '../project.ts'
import { formatTarget } from '../target.ts'
import type { Context, Row } from './context.ts'
import { byPair, candidates, matchesOf } from './number-matches.ts'
import type { Candidate, Match } from './number-matches.ts'
import { numberMentions } from './number-mentions.ts'
import type { NumberMention } from './number-mentions.ts'
import type { LongText } from './narrative-texts.ts'
import { indicatorCell, problem } from './rule.ts'
import type { Problem, Rule } from './rule.ts'

type Field = 'target' | 'actual'

// A goal states a few dozen numbers; a torn file with more is not worth the time.
const mostMentions = 200

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
    const same = equalDecimals(mention.value, value)
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
      ({ candidate }) => !mention.approximate && equalDecimals(mention.value, candidate.value),
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
  at: LongText['at'],
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
    context.texts.flatMap(({ at, text }) => {
      const subject = subjectOf(at, context)
      return subject === null ? [] : compare(text, ...subject)
    }),
}
