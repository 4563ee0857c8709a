import { realValue } from '../check-actual.ts'
import type { DecimalText } from '../decimal.ts'
import type { Quantity } from '../quantity.ts'
import { bigrams } from './bigrams.ts'
import type { Row } from './context.ts'
import type { NumberMention } from './number-mentions.ts'
import { isPerPeriod, sameUnit, unitKind } from './unit-kinds.ts'

/** A row with a number that a text may speak about. */
export interface Candidate {
  readonly row: Row
  readonly quantity: Quantity
  readonly value: DecimalText
  readonly pairs: ReadonlySet<string>
}

/** A number of a text and the row its words nearly spell; `strength` is above 0 and at most 1. */
export interface Match {
  readonly candidate: Candidate
  readonly mention: NumberMention
  readonly strength: number
}

const minimumShare = 0.5

/** The rows whose target or actual is a number with a unit, and whose name says something. */
export const candidates = (rows: readonly Row[], field: 'target' | 'actual'): readonly Candidate[] =>
  rows.flatMap((row) => {
    const quantity = row.indicator[field]
    if (quantity.kind !== 'quantitative' || quantity.unit === null || isPerPeriod(quantity.unit)) return []
    const pairs = bigrams(row.name)
    return pairs.size === 0 ? [] : [{ row, quantity, value: realValue(quantity), pairs }]
  })

/** Candidates by the pairs of characters in their names. */
export const byPair = (list: readonly Candidate[]): ReadonlyMap<string, readonly Candidate[]> => {
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

/** The rows a number may be about. */
export const matchesOf = (
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
