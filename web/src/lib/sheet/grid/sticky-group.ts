import { groupOf } from '../grid-row.ts'
import type { GridRow } from '../grid-row.ts'

/** The displayed rows with their places, in pixels from the top of the first one. */
export interface RowPlaces {
  readonly count: number
  readonly at: (
    index: number,
  ) => { readonly top: number; readonly height: number; readonly row: GridRow } | null
}

/** The header that stays at the top, and how far the next one has pushed it out already. */
export interface StickyGroup {
  readonly id: string
  readonly pushed: number
}

/** The group the first row in sight stands in; null while its own header is whole in sight. */
export function stickyGroup(places: RowPlaces, scrolled: number, height: number): StickyGroup | null {
  const first = firstInSight(places, scrolled)
  const place = places.at(first)
  if (place === null || (place.row.kind === 'group' && place.top >= scrolled)) return null
  for (let index = first + 1; ; index += 1) {
    const next = places.at(index)
    if (next === null || next.top >= scrolled + height) return { id: groupOf(place.row), pushed: 0 }
    if (next.row.kind === 'group')
      return { id: groupOf(place.row), pushed: Math.max(0, scrolled + height - next.top) }
  }
}

/** Rows have different heights, so that the place is searched for by halves. */
function firstInSight({ count, at }: RowPlaces, scrolled: number): number {
  let low = 0
  let high = count - 1
  while (low < high) {
    const middle = (low + high) >> 1
    const place = at(middle)
    if (place !== null && place.top + place.height <= scrolled) low = middle + 1
    else high = middle
  }
  return low
}
