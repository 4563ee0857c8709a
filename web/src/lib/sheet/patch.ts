import type { FieldId, RowContent } from './save.ts'

/** One cell's change, as typed text on both sides: the unit of optimism, rollback and undo. */
export interface CellPatch {
  readonly kind: 'cell'
  readonly rowId: string
  readonly field: FieldId
  readonly before: string
  readonly after: string
}

/** A row that came (nothing before), went (nothing after) or stands elsewhere, with all it takes to put it back. */
export interface RowPatch {
  readonly kind: 'row'
  readonly rowId: string
  readonly groupId: string
  readonly before: RowContent | null
  readonly after: RowContent | null
}

export type Patch = CellPatch | RowPatch

export type CellKey = `${string}/${FieldId}`

export const cellKey = (rowId: string, field: FieldId): CellKey => `${rowId}/${field}`

export function invertPatch(patch: Patch): Patch {
  // Spelled out by kind: a spread over both would forget which of the two it is.
  return patch.kind === 'cell'
    ? { ...patch, before: patch.after, after: patch.before }
    : { ...patch, before: patch.after, after: patch.before }
}

/** What takes a whole step back: every patch inverted, the last one first. */
export const invertPatches = (patches: readonly Patch[]): readonly Patch[] =>
  patches.map(invertPatch).reverse()
