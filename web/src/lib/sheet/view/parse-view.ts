import { parseDecimal } from '@biaochi/domain'
import type { ColumnFilter, Filters } from '../column-filter.ts'
import type { ColumnLayout, Columns } from './column-layout.ts'
import { isDensity } from './density.ts'
import type { SortKey } from './sort-key.ts'
import type { ViewState } from './view-state.ts'

// What a browser kept may be old, cut off or edited by hand: what cannot be read is left out, never an error.

type Kept = Readonly<Record<string, unknown>>

export const isKept = (value: unknown): value is Kept =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const listOf = (value: unknown): readonly Kept[] => (Array.isArray(value) ? value.filter(isKept) : [])

/** A view as it was kept, complete with what is missing in it. */
export function parseView(value: unknown): ViewState {
  const kept = isKept(value) ? value : {}
  return {
    filters: parseFilters(kept['filters']),
    sort: listOf(kept['sort']).flatMap(parseSortKey),
    columns: parseColumns(kept['columns']),
    density: isDensity(kept['density']) ? kept['density'] : 'normal',
  }
}

function parseSortKey({ id, direction }: Kept): SortKey[] {
  if (typeof id !== 'string' || (direction !== 'asc' && direction !== 'desc')) return []
  return [{ id, direction }]
}

function parseColumns(value: unknown): Columns {
  return listOf(value).flatMap(({ id, width, flex, pinned, hidden }): ColumnLayout[] => {
    if (typeof id !== 'string' || typeof width !== 'number' || !(width > 0 && width < 5_000)) return []
    return [
      {
        id,
        width,
        flex: typeof flex === 'number' && flex > 0 ? flex : null,
        pinned: pinned === 'left' || pinned === 'right' ? pinned : null,
        hidden: hidden === true,
      },
    ]
  })
}

function parseFilters(value: unknown): Filters {
  if (!isKept(value)) return {}
  const filters: Record<string, ColumnFilter> = {}
  for (const [id, kept] of Object.entries(value)) {
    const filter = isKept(kept) ? parseFilter(kept) : null
    if (filter !== null) filters[id] = filter
  }
  return filters
}

function parseFilter({ kind, values, from, to, unit, test, text }: Kept): ColumnFilter | null {
  const range = { from: parseBound(from), to: parseBound(to) }
  if (kind === 'set' && Array.isArray(values))
    return { kind, values: values.filter((at) => typeof at === 'string') }
  if (kind === 'range') return { kind, ...range }
  if (kind === 'quantity') return { kind, ...range, unit: typeof unit === 'string' ? unit : null }
  if (kind !== 'text' || typeof text !== 'string') return null
  const known = (['contains', 'equals', 'empty', 'not-empty'] as const).find((at) => at === test)
  return known === undefined ? null : { kind, test: known, text }
}

const parseBound = (value: unknown): string | null => (typeof value === 'string' ? parseDecimal(value) : null)
