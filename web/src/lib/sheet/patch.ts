import type { IndicatorField } from '@biaochi/domain'

/** One cell's change, as typed text on both sides: the unit of optimism, rollback and undo. */
export interface Patch {
  readonly rowId: string
  readonly field: IndicatorField
  readonly before: string
  readonly after: string
}

export type CellKey = `${string}/${IndicatorField}`

export const cellKey = (rowId: string, field: IndicatorField): CellKey => `${rowId}/${field}`

export const invertPatch = (patch: Patch): Patch => ({ ...patch, before: patch.after, after: patch.before })

/** What takes a whole batch back: every patch inverted, the last one first. */
export const invertPatches = (patches: readonly Patch[]): readonly Patch[] =>
  patches.map(invertPatch).reverse()
