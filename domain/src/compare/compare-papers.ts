import { equalDecimals, subtractDecimals } from '../decimal.ts'
import type { DecimalText } from '../decimal.ts'
import { normalizeText } from '../fold.ts'
import type { Indicator } from '../indicator.ts'
import type { Fund, Goal, Project } from '../project.ts'
import { compareTargets } from './compare-targets.ts'
import type { TargetChange } from './compare-targets.ts'
import { pairIndicators, pairPeriods } from './pair-indicators.ts'
import type { IndicatorPair, Likeness } from './pair-indicators.ts'

/** What stands on both papers and may differ, or on one only. */
export interface Beside<Value> {
  readonly before: Value | null
  readonly after: Value | null
  /** Whether both papers say it, and say something else. */
  readonly differs: boolean
}

/** A fund with how much more there is of it; null where one paper has none. */
export interface FundBeside extends Beside<Fund> {
  readonly difference: DecimalText | null
}

/** An indicator of both papers with what became of it, or of one of them. */
export type IndicatorBeside =
  | {
      readonly kind: 'both'
      readonly before: number
      readonly after: number
      readonly likeness: Likeness
      readonly target: TargetChange
      readonly weightDiffers: boolean
    }
  | { readonly kind: 'added'; readonly before: null; readonly after: number }
  | { readonly kind: 'dropped'; readonly before: number; readonly after: null }

/** Two papers side by side. */
export interface PaperComparison {
  readonly goals: readonly Beside<Goal>[]
  readonly funds: readonly FundBeside[]
  /** By their positions in the lists of the two papers. */
  readonly indicators: readonly IndicatorBeside[]
}

type Paper = Pick<Project, 'goals' | 'funds' | 'indicators'>

/** A declaration beside its self-evaluation, or a year beside the next; what only one of them can say is no difference. */
export const comparePapers = (before: Paper, after: Paper): PaperComparison => ({
  goals: goalsBeside(before.goals, after.goals, ({ period }) => (period === 'expected' ? 'annual' : period)),
  // What was asked for at first is what the year begins with.
  funds: fundsBeside(before.funds, after.funds, ({ period, source, stage }) =>
    [period, source, stage === 'requested' ? 'initial' : stage].join(' '),
  ),
  indicators: indicatorsBeside(pairIndicators(before.indicators, after.indicators), before, after),
})

/** The medium term beside the year on one paper. */
export const comparePeriods = (paper: Paper): PaperComparison => {
  const of = <Part extends Goal | Fund>(parts: readonly Part[], period: Part['period']): readonly Part[] =>
    parts.filter((part) => part.period === period)
  return {
    goals: goalsBeside(of(paper.goals, 'midterm'), of(paper.goals, 'annual'), () => ''),
    funds: fundsBeside(
      of(paper.funds, 'midterm'),
      of(paper.funds, 'annual'),
      ({ source, stage }) => `${source} ${stage}`,
    ),
    indicators: indicatorsBeside(pairPeriods(paper.indicators), paper, paper),
  }
}

/** Everything either side has, once: in the order of the first, then what only the second has. */
function beside<Value>(
  before: readonly Value[],
  after: readonly Value[],
  keyOf: (value: Value) => string,
): readonly { readonly before: Value | null; readonly after: Value | null }[] {
  const [first, second] = [before, after].map(
    (values) => new Map(values.map((value) => [keyOf(value), value])),
  )
  return [...new Set([...(first?.keys() ?? []), ...(second?.keys() ?? [])])].map((key) => ({
    before: first?.get(key) ?? null,
    after: second?.get(key) ?? null,
  }))
}

const goalsBeside = (
  before: readonly Goal[],
  after: readonly Goal[],
  keyOf: (goal: Goal) => string,
): readonly Beside<Goal>[] =>
  beside(before, after, keyOf).map((both) => ({
    ...both,
    differs:
      both.before !== null &&
      both.after !== null &&
      normalizeText(both.before.text) !== normalizeText(both.after.text),
  }))

const fundsBeside = (
  before: readonly Fund[],
  after: readonly Fund[],
  keyOf: (fund: Fund) => string,
): readonly FundBeside[] =>
  beside(before, after, keyOf).map((both) => {
    const difference =
      both.before === null || both.after === null
        ? null
        : subtractDecimals(both.after.amount, both.before.amount)
    return { ...both, difference, differs: difference !== null && !equalDecimals(difference, '0') }
  })

function indicatorsBeside(
  pairs: readonly IndicatorPair[],
  { indicators: before }: Paper,
  { indicators: after }: Paper,
): readonly IndicatorBeside[] {
  return pairs.flatMap((pair): IndicatorBeside[] => {
    if (pair.before === null) return [{ ...pair, kind: 'added' }]
    if (pair.after === null) return [{ ...pair, kind: 'dropped' }]
    const [from, to] = [before[pair.before], after[pair.after]]
    if (from === undefined || to === undefined) return []
    return [
      {
        ...pair,
        kind: 'both',
        target: compareTargets(from.target, to.target),
        weightDiffers: weightDiffers(from, to),
      },
    ]
  })
}

/** A declaration has no weights, which is no difference. */
const weightDiffers = ({ weight: before }: Indicator, { weight: after }: Indicator): boolean =>
  before !== null && after !== null && !equalDecimals(before, after)
