import { groupOf } from '../grid-row.ts'
import { rowIndexAt } from './row-places.ts'
import type { RowPlaces } from './row-places.ts'

/** The header that stays at the top, and how far the next one has pushed it out already. */
export interface StickyGroup {
  readonly id: string
  readonly pushed: number
}

/** The group the first row in sight stands in; null while its own header is whole in sight. */
export function stickyGroup(places: RowPlaces, scrolled: number, height: number): StickyGroup | null {
  const first = rowIndexAt(places, scrolled)
  const place = places.at(first)
  if (place === null || (place.row.kind === 'group' && place.top >= scrolled)) return null
  for (let index = first + 1; ; index += 1) {
    const next = places.at(index)
    if (next === null || next.top >= scrolled + height) return { id: groupOf(place.row), pushed: 0 }
    if (next.row.kind === 'group')
      return { id: groupOf(place.row), pushed: Math.max(0, scrolled + height - next.top) }
  }
}
