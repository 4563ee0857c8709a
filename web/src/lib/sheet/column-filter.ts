import { compareDecimals, compareQuantities, differsInUnit, normalizeText } from '@biaochi/domain'
import type { DecimalText, Measure, Quantity } from '@biaochi/domain'

/** From and to belong to the range; null leaves that side open. */
export interface Range {
  readonly from: DecimalText | null
  readonly to: DecimalText | null
}

export type TextTest = 'contains' | 'equals' | 'empty' | 'not-empty'

/** What one column lets through. */
export type ColumnFilter =
  | { readonly kind: 'set'; readonly values: readonly string[] }
  | ({ readonly kind: 'range' } & Range)
  | ({ readonly kind: 'quantity'; readonly unit: string | null } & Range)
  | { readonly kind: 'text'; readonly test: TextTest; readonly text: string }

/** The filters that are on, by what they look at; rows pass all of them. */
export type Filters = Readonly<Record<string, ColumnFilter>>

/** What can be asked of a row: a column of it, or something about the row as a whole. */
export type FilterSubject<R> =
  | {
      readonly kind: 'set'
      readonly valuesOf: (row: R) => readonly string[]
      /** Values that are listed in this order, and even where no row has them. */
      readonly order?: readonly string[]
    }
  | { readonly kind: 'number'; readonly numberOf: (row: R) => DecimalText | null }
  | {
      readonly kind: 'measure'
      readonly measureOf: (row: R) => Measure
      readonly textOf: (row: R) => string
    }
  | { readonly kind: 'text'; readonly textOf: (row: R) => string }

export type FilterSubjects<R> = Readonly<Record<string, FilterSubject<R>>>

export type RowTest<R> = (row: R) => boolean

const always = (): boolean => true

/** One test for all filters; a filter for something these rows do not have lets everything through. */
export function compileFilters<R>(subjects: FilterSubjects<R>, filters: Filters): RowTest<R> {
  const tests = Object.entries(filters).flatMap(([id, filter]) => {
    const subject = subjects[id]
    return subject === undefined ? [] : [compileFilter(subject, filter)]
  })
  return tests.length === 0 ? always : (row) => tests.every((test) => test(row))
}

function compileFilter<R>(subject: FilterSubject<R>, filter: ColumnFilter): RowTest<R> {
  if (filter.kind === 'set' && subject.kind === 'set') {
    const wanted = new Set(filter.values)
    return (row) => subject.valuesOf(row).some((value) => wanted.has(value))
  }
  if (filter.kind === 'range' && subject.kind === 'number') {
    const fits = remember((text: string) => text, inRange(filter))
    return (row) => {
      const number = subject.numberOf(row)
      return number !== null && fits(number)
    }
  }
  if (filter.kind === 'quantity' && subject.kind === 'measure') {
    const fits = remember(
      ({ value, multiplier, unit }: Quantity) => `${value}|${multiplier}|${unit ?? ''}`,
      quantityIn(filter),
    )
    return (row) => {
      const measure = subject.measureOf(row)
      return measure.kind === 'quantitative' && fits(measure)
    }
  }
  if (filter.kind === 'text' && subject.kind !== 'set') {
    const fits = hasText(filter.test, filter.text)
    if (subject.kind === 'number') return (row) => fits(subject.numberOf(row) ?? '')
    return (row) => fits(subject.textOf(row))
  }
  return always
}

/** Exact arithmetic is slow and columns repeat their values: each value is decided once. */
function remember<T>(keyOf: (value: T) => string, decide: (value: T) => boolean): (value: T) => boolean {
  const known = new Map<string, boolean>()
  return (value) => {
    const key = keyOf(value)
    const before = known.get(key)
    if (before !== undefined) return before
    const answer = decide(value)
    known.set(key, answer)
    return answer
  }
}

const inRange =
  ({ from, to }: Range) =>
  (value: DecimalText): boolean =>
    (from === null || compareDecimals(value, from) >= 0) && (to === null || compareDecimals(value, to) <= 0)

/** With a unit it compares what converts (1.5小时 is 90分钟); without one, numbers whatever they count. */
function quantityIn({ from, to, unit }: Range & { readonly unit: string | null }) {
  const inUnit = remember(
    (other: Quantity) => other.unit ?? '',
    (other) => unit === null || isAskedFor(unit, other),
  )
  const reaches = (quantity: Quantity, bound: DecimalText | null, side: 1 | -1): boolean => {
    if (bound === null) return true
    const asked = unit === null ? { ...quantity, unit: null } : quantity
    const comparison = compareQuantities(quantityOf(bound, unit), asked)
    return (
      comparison.kind === 'comparable' && compareDecimals(comparison.actual, comparison.target) * side >= 0
    )
  }
  return (quantity: Quantity): boolean =>
    inUnit(quantity) && reaches(quantity, from, 1) && reaches(quantity, to, -1)
}

/** Scoring takes 家 for 个; a filter for one of them does not ask for the other. */
function isAskedFor(unit: string, quantity: Quantity): boolean {
  const asked = quantityOf('1', unit)
  return (
    quantity.unit !== null &&
    compareQuantities(asked, quantity).kind === 'comparable' &&
    !differsInUnit(asked, quantity)
  )
}

const quantityOf = (value: DecimalText, unit: string | null): Quantity => ({
  kind: 'quantitative',
  raw: value,
  operator: '=',
  value,
  multiplier: 1,
  unit,
  approximate: false,
  assumed: [],
})

function hasText(test: TextTest, wanted: string): (text: string) => boolean {
  const words = fold(wanted)
  switch (test) {
    case 'contains':
      return (text) => fold(text).includes(words)
    case 'equals':
      return (text) => fold(text) === words
    case 'empty':
      return (text) => text.trim() === ''
    case 'not-empty':
      return (text) => text.trim() !== ''
  }
}

/** As the search box compares: full width and half width, large and small letters are the same. */
const fold = (text: string): string => normalizeText(text).toLowerCase()
