import { averageDecimals, compareDecimals, sumDecimals } from '@biaochi/domain'
import type { DecimalText } from '@biaochi/domain'
import type { CellAt } from './cell-range.ts'

export interface SelectionSummary {
  readonly cells: number
  readonly filled: number
  readonly rows: number
  /** One for each unit, in the order they are met; what has several cannot be added up. */
  readonly numbers: readonly Numbers[]
  /** Rows whose target is met, and not; those without a score are neither. */
  readonly met: number
  readonly notMet: number
}

/** What several numbers of one unit come to. */
export interface Numbers {
  readonly count: number
  /** As printed behind each of them; empty for plain numbers. */
  readonly unit: string
  readonly sum: DecimalText
  /** Half-up to 2 decimals. */
  readonly average: DecimalText
  readonly min: DecimalText
  readonly max: DecimalText
}

export interface SummaryReader {
  readonly textOf: (at: CellAt) => string
  /** Whether a column's texts are to be read as numbers: a name may begin with one. */
  readonly isNumeric: (column: string) => boolean
  /** Null where it cannot be said. */
  readonly isMet: (rowId: string) => boolean | null
}

const cellsAtOnce = 500

/** Adds up cells, pausing every few hundred so that whoever asks can let the page breathe, or stop asking. */
export function* summarize(
  cells: Iterable<CellAt>,
  { textOf, isNumeric, isMet }: SummaryReader,
): Generator<void, SelectionSummary> {
  const counts = { cells: 0, filled: 0, rows: 0, met: 0, notMet: 0 }
  const tallies = new Map<string, NumberTally>()
  let row: string | null = null
  for (const at of cells) {
    counts.cells += 1
    if (at.rowId !== row) {
      row = at.rowId
      counts.rows += 1
      const met = isMet(row)
      if (met !== null) counts[met ? 'met' : 'notMet'] += 1
    }
    const text = textOf(at)
    if (text !== '') counts.filled += 1
    const number = isNumeric(at.column) ? readNumber(text) : null
    if (number !== null) tallyOf(tallies, number.unit).add(number.value)
    if (counts.cells % cellsAtOnce === 0) yield
  }
  return { ...counts, numbers: [...tallies].map(([unit, tally]) => ({ unit, ...tally.result() })) }
}

function tallyOf(tallies: Map<string, NumberTally>, unit: string): NumberTally {
  const tally = tallies.get(unit) ?? new NumberTally()
  tallies.set(unit, tally)
  return tally
}

/** A number with what is printed behind it; a target's operator, a date or a name make it none. */
export function readNumber(text: string): { readonly value: DecimalText; readonly unit: string } | null {
  // Amounts are shown with thousands separators.
  const plain = /^-?\d{1,3}(,\d{3})+(\.|$)/u.test(text) ? text.replaceAll(',', '') : text
  const [, value, unit] = /^(-?\d+(?:\.\d+)?)([^\d\s]{0,4})$/u.exec(plain) ?? []
  return value === undefined || unit === undefined ? null : { value, unit }
}

/** Sums numbers of one unit exactly, a batch at a time. */
class NumberTally {
  #batch: DecimalText[] = []
  #sum: DecimalText = '0'
  #count = 0
  #min: DecimalText = '0'
  #max: DecimalText = '0'

  add(value: DecimalText): void {
    if (this.#count === 0) this.#min = this.#max = value
    this.#count += 1
    this.#batch.push(value)
    if (this.#batch.length === cellsAtOnce) this.#flush()
    if (compareDecimals(value, this.#min) < 0) this.#min = value
    if (compareDecimals(value, this.#max) > 0) this.#max = value
  }

  result(): Omit<Numbers, 'unit'> {
    this.#flush()
    return {
      count: this.#count,
      sum: this.#sum,
      average: averageDecimals(this.#sum, this.#count) ?? '0',
      min: this.#min,
      max: this.#max,
    }
  }

  #flush(): void {
    this.#sum = sumDecimals([this.#sum, ...this.#batch])
    this.#batch = []
  }
}
