import { groupOf } from '../grid-row.ts'
import type { GridRow } from '../grid-row.ts'

/** Where rows of a group come to stand when they are let go between two shown rows; null where they do not belong. */
export function dropPlace(
  groupId: string,
  above: GridRow | null,
  below: GridRow | null,
): { readonly after: string | null } | null {
  if (above !== null && groupOf(above) === groupId) return { after: above.kind === 'row' ? above.id : null }
  // At the top of a sheet without headers.
  return above === null && below?.kind === 'row' && below.groupId === groupId ? { after: null } : null
}
