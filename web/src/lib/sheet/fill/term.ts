import type { Series } from './series.ts'

/** One text as a place in a row of texts: 第3期 is place 3 of the row 第…期. */
export interface Term {
  /** What the texts of one row share. */
  readonly frame: string
  readonly value: number
  /** How many there are before it begins anew: 4 quarters, 12 months; null where it does not. */
  readonly cycle: number | null
  readonly write: (value: number) => string | null
}

/** The series that terms begin: all of one row, and equally far apart. */
export function continueTerms(terms: readonly (Term | null)[]): Series | null {
  const [first, second] = terms
  if (!first) return null
  const step = second ? distance(first, second) : 1
  if (step === 0) return null
  for (const [index, term] of terms.entries()) {
    const previous = terms[index - 1]
    if (term === null || term.frame !== first.frame) return null
    if (previous && distance(previous, term) !== step) return null
  }
  return { goesOnAlone: true, at: (n) => first.write(wrap(first.value + n * step, first.cycle)) }
}

/** In a cycle the shorter way round: from the fourth quarter to the first it is one. */
function distance(from: Term, to: Term): number {
  const { cycle } = from
  const steps = wrap(to.value - from.value, cycle)
  return cycle !== null && steps > cycle / 2 ? steps - cycle : steps
}

const wrap = (value: number, cycle: number | null): number =>
  cycle === null ? value : ((value % cycle) + cycle) % cycle
