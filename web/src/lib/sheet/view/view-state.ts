import { sameFilters } from '../same-filters.ts'
import type { Filters } from '../column-filter.ts'
import { sameColumns } from './column-layout.ts'
import type { Columns } from './column-layout.ts'
import type { Density } from './density.ts'
import { sameSort } from './sort-key.ts'
import type { SortKey } from './sort-key.ts'

/** How a sheet is looked at: what of it, in which order, through which columns. */
export interface ViewState {
  readonly filters: Filters
  readonly sort: readonly SortKey[]
  readonly columns: Columns
  readonly density: Density
}

export const sameView = (a: ViewState, b: ViewState): boolean =>
  a.density === b.density &&
  sameSort(a.sort, b.sort) &&
  sameColumns(a.columns, b.columns) &&
  sameFilters(a.filters, b.filters)
