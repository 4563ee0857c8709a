import type { Filters, FilterSubject, FilterSubjects } from './column-filter.ts'
import { countUnits, countValues } from './filter-values.ts'
import type { CountedValue } from './filter-values.ts'

/** What a filter's editor needs to know, whatever the rows are. */
export interface FilterDesk {
  readonly kindOf: (id: string) => FilterSubject<never>['kind'] | null
  readonly valuesOf: (id: string, filters: Filters) => readonly CountedValue[]
  readonly unitsOf: (id: string) => readonly CountedValue[]
  /** What is asked of a row as a whole rather than of one of its columns. */
  readonly ofRow: readonly string[]
  /** The name of a column, or of what is asked of the row. */
  readonly name: (id: string) => string
  /** What a value of a set is called. */
  readonly label: (id: string, value: string) => string
}

export interface FilterTable<R> extends Pick<FilterDesk, 'ofRow' | 'name' | 'label'> {
  /** Made anew for each question, so that it may look things up once. */
  readonly subjects: () => FilterSubjects<R>
  readonly rows: () => Iterable<R>
}

export const filterDesk = <R>({ subjects, rows, ofRow, name, label }: FilterTable<R>): FilterDesk => ({
  kindOf: (id) => subjects()[id]?.kind ?? null,
  valuesOf: (id, filters) => countValues(rows(), subjects(), filters, id),
  unitsOf: (id) => countUnits(rows(), subjects(), id),
  ofRow,
  name,
  label,
})
