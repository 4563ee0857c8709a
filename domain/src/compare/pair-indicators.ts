import { bigrams } from '../findings/bigrams.ts'
import { plainName } from '../findings/plain-name.ts'
import { normalizeText } from '../fold.ts'
import { canonicalLevel2 } from '../framework.ts'
import type { Indicator } from '../indicator.ts'
import { remembering } from '../remembering.ts'

/** What two lists of indicators are matched by. */
export type Named = Pick<Indicator, 'period' | 'level2' | 'name'>

/** Written alike, the same name under another level 2, or only a similar name under the same level 2. */
export type Likeness = 'same' | 'moved' | 'renamed'

/** One indicator in both lists, or in one of them: positions in the lists. */
export type IndicatorPair =
  | { readonly before: number; readonly after: number; readonly likeness: Likeness }
  | { readonly before: number; readonly after: null }
  | { readonly before: null; readonly after: number }

/** How much two names have to share to be one that was changed. */
const similar = 0.6

const level2Of = remembering((text) => canonicalLevel2(text) ?? normalizeText(text))
const levelKey = ({ period, level2 }: Named): string => `${period}\n${level2Of(level2 ?? '')}`
const nameKey = ({ period, name }: Named): string => `${period}\n${plainName(name).toLowerCase()}`

/** Which indicator of one list is which of the other; one at most. */
class Matching {
  readonly #before: readonly Named[]
  readonly #after: readonly Named[]
  /** From a position after to its partner. */
  readonly found = new Map<number, { readonly before: number; readonly likeness: Likeness }>()
  readonly #taken = new Set<number>()

  constructor(before: readonly Named[], after: readonly Named[]) {
    this.#before = before
    this.#after = after
  }

  join(before: number, after: number, likeness: Likeness): void {
    if (this.#taken.has(before) || this.found.has(after)) return
    this.#taken.add(before)
    this.found.set(after, { before, likeness })
  }

  /** Those still without a partner that have a name. */
  get openBefore(): readonly (readonly [number, Named])[] {
    return [...this.#before.entries()].filter(([at, row]) => !this.#taken.has(at) && hasName(row))
  }
  get openAfter(): readonly (readonly [number, Named])[] {
    return [...this.#after.entries()].filter(([at, row]) => !this.found.has(at) && hasName(row))
  }

  /** Joins what has the same key, the first with the first, the second with the second. */
  joinBy(keyOf: (row: Named) => string, likeness: Likeness): void {
    const waiting = Map.groupBy(this.openBefore, ([, row]) => keyOf(row))
    for (const [after, row] of this.openAfter) {
      const partner = waiting.get(keyOf(row))?.shift()
      if (partner !== undefined) this.join(partner[0], after, likeness)
    }
  }

  /** Joins the most similar names of one level 2 first. */
  joinSimilar(): void {
    const byLevel = Map.groupBy(this.openBefore, ([, row]) => levelKey(row))
    const candidates = this.openAfter.flatMap(([after, row]) =>
      (byLevel.get(levelKey(row)) ?? []).flatMap(([before, other]) => {
        const shared = likenessOf(plainName(other.name), plainName(row.name))
        return shared >= similar ? [{ before, after, shared }] : []
      }),
    )
    for (const { before, after } of candidates.toSorted((a, b) => b.shared - a.shared))
      this.join(before, after, 'renamed')
  }
}

const hasName = ({ name }: Named): boolean => plainName(name) !== ''

/** The share of the pairs of characters that two names have in common. */
function likenessOf(a: string, b: string): number {
  const [left, right] = [bigrams(a), bigrams(b)]
  if (left.size === 0 || right.size === 0) return 0
  const shared = [...left].filter((pair) => right.has(pair)).length
  return (2 * shared) / (left.size + right.size)
}

/**
 * The same indicators of two papers: same period, level 2 and name (width, white space, capitals and 指标 do not count), then
 * what seems to be the same one moved or renamed. In the order of the later paper; what it dropped stands where it stood.
 * Where only one paper has a medium term, nothing of it was added or dropped.
 */
export function pairIndicators(before: readonly Named[], after: readonly Named[]): readonly IndicatorPair[] {
  const matching = new Matching(before, after)
  matching.joinBy((row) => `${levelKey(row)}\n${nameKey(row)}`, 'same')
  matching.joinBy(nameKey, 'moved')
  matching.joinSimilar()
  const pairs = after.map((_, at): IndicatorPair => {
    const partner = matching.found.get(at)
    return partner === undefined ? { before: null, after: at } : { ...partner, after: at }
  })
  const hasMidterm = [before, after].every((paper) => paper.some(isMidterm))
  return withDropped(pairs, before.length).filter((pair) => {
    const alone =
      pair.before === null ? after[pair.after] : pair.after === null ? before[pair.before] : undefined
    return hasMidterm || alone === undefined || !isMidterm(alone)
  })
}

const isMidterm = ({ period }: Named): boolean => period === 'midterm'

function withDropped(pairs: readonly IndicatorPair[], count: number): readonly IndicatorPair[] {
  const kept = new Set(pairs.map(({ before }) => before))
  const droppedAfter = new Map<number | null, IndicatorPair[]>()
  let last: number | null = null
  for (let before = 0; before < count; before += 1) {
    if (kept.has(before)) last = before
    else droppedAfter.set(last, [...(droppedAfter.get(last) ?? []), { before, after: null }])
  }
  return [
    ...(droppedAfter.get(null) ?? []),
    ...pairs.flatMap((pair) => [
      pair,
      ...(pair.before === null ? [] : (droppedAfter.get(pair.before) ?? [])),
    ]),
  ]
}

/** The mid-term indicators of one project beside its annual ones, as positions in its list. */
export function pairPeriods(indicators: readonly Named[]): readonly IndicatorPair[] {
  const of = (period: Named['period']): readonly (readonly [number, Named])[] =>
    [...indicators.entries()].filter(([, row]) => row.period === period)
  const [midterm, annual] = [of('midterm'), of('annual')]
  const asAnnual = midterm.map(([, { level2, name }]): Named => ({ period: 'annual', level2, name }))
  const placeOf = (list: readonly (readonly [number, Named])[], at: number): number => list[at]?.[0] ?? at
  return pairIndicators(
    asAnnual,
    annual.map(([, row]) => row),
  ).map((pair): IndicatorPair => {
    if (pair.before === null) return { before: null, after: placeOf(annual, pair.after) }
    if (pair.after === null) return { before: placeOf(midterm, pair.before), after: null }
    return { ...pair, before: placeOf(midterm, pair.before), after: placeOf(annual, pair.after) }
  })
}
