import type { ColumnFilter, Filters } from './column-filter.ts'

/** Whether both let the same rows through, in whatever order they were set. */
export function sameFilters(a: Filters, b: Filters): boolean {
  const ids = Object.keys(a)
  return ids.length === Object.keys(b).length && ids.every((id) => sameFilter(a[id], b[id]))
}

function sameFilter(a: ColumnFilter | undefined, b: ColumnFilter | undefined): boolean {
  if (a === undefined || b === undefined) return a === b
  if (a.kind === 'set' && b.kind === 'set') return sameValues(a.values, b.values)
  if (a.kind === 'range' && b.kind === 'range') return a.from === b.from && a.to === b.to
  if (a.kind === 'quantity' && b.kind === 'quantity')
    return a.from === b.from && a.to === b.to && a.unit === b.unit
  return a.kind === 'text' && b.kind === 'text' && a.test === b.test && a.text === b.text
}

const sameValues = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((value) => b.includes(value))
