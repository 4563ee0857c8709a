import { readDateByMonths, readDay, readDayOfYear, readMonth, readQuarter, readYear } from './date-terms.ts'
import { readCycle } from './cycle-terms.ts'
import { readNumberSeries } from './number-series.ts'
import { readOrdinal } from './ordinal-terms.ts'
import { continueTerms } from './term.ts'

/** How texts go on: what stands `n` places behind the first of them, backwards for negative n. */
export interface Series {
  /** Null where the series ends (there is no 第0期). */
  readonly at: (n: number) => string | null
  /** Whether one text alone goes on without being asked to: 第1期 does, 10 is copied. */
  readonly goesOnAlone: boolean
}

const readTerms = [readDay, readQuarter, readMonth, readYear, readDayOfYear, readCycle, readOrdinal]

/** Digits of the input method count as any others. */
const narrow = (text: string): string =>
  text.replace(/[０-９]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))

/** The series that texts begin; null when they are best copied. */
export function readSeries(texts: readonly string[]): Series | null {
  const seeds = texts.map(narrow)
  if (seeds.length === 0) return null
  const byMonths = readDateByMonths(seeds)
  if (byMonths !== null) return byMonths
  for (const read of readTerms) {
    const series = continueTerms(seeds.map(read))
    if (series !== null) return series
  }
  return readNumberSeries(seeds)
}
