import type { Indicator, IndicatorField } from '@biaochi/domain'

/** The border between the sheet and whatever keeps its rows: the route hands a `Save` to the sheet. */
export type Save = (request: SaveRequest) => Promise<SaveAnswer>

export type ChangeSource = 'EDIT' | 'UNDO' | 'REDO'

export interface CellChange {
  readonly rowId: string
  readonly field: IndicatorField
  readonly value: string
}

export interface VersionedChange extends CellChange {
  readonly version: number
}

export interface SaveRequest {
  /** The same on every try: a request that arrived although its answer was lost is not applied twice. */
  readonly key: string
  readonly source: ChangeSource
  readonly changes: readonly VersionedChange[]
}

/** A row as the server knows it. */
export interface ServerRow {
  readonly id: string
  readonly projectId: string
  readonly version: number
  /** Line in the imported file. */
  readonly line: number | null
  readonly indicator: Indicator
}

export interface CellAnswer {
  readonly rowId: string
  readonly field: IndicatorField
  readonly accepted: boolean
  readonly code: string | null
  readonly reason: string | null
}

export type SaveAnswer =
  | { readonly kind: 'answered'; readonly cells: readonly CellAnswer[]; readonly rows: readonly ServerRow[] }
  /** Nobody answered, or not now: worth trying again. */
  | { readonly kind: 'unreachable'; readonly reason: string }
  /** The whole request was turned down: trying again would end the same. */
  | { readonly kind: 'refused'; readonly code: string | null; readonly reason: string }
