import type { StepSource } from './model/steps.ts'
import type { FieldId, Theirs } from './save.ts'

/** A change the server made of a whole group (an older state put back), by the name it has among everybody's changes. */
export interface WholeChange {
  readonly changeSetId: string
  readonly groupId: string
}

export interface TakeBackRequest {
  readonly source: StepSource
  readonly change: WholeChange
  /** What becomes of places somebody changed since: nothing is done at all, they stay, or they are written over. */
  readonly onConflict: 'REFUSE' | 'KEEP' | 'OVERWRITE'
}

/** A place of such a change that is in the way: a cell of a row or of the group itself, or a row (`row`, `position`). */
export interface RefusedPlace {
  readonly rowId: string
  readonly field: FieldId
  readonly code: string
  readonly reason: string
  /** What stands there now, and what would have come back. */
  readonly now: string | null
  readonly then: string | null
  readonly theirs: Theirs | null
}

export type TakeBackAnswer =
  | { readonly kind: 'done'; readonly changeSetId: string }
  /** Nothing was done: these are in the way, of so many places. */
  | { readonly kind: 'blocked'; readonly blocked: readonly RefusedPlace[]; readonly places: number }
  /** Asking again would end the same. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** Nobody answered. */
  | { readonly kind: 'unreachable'; readonly reason: string }

/** Has the server take such a change back, or do it again; it knows all that belongs to it. */
export type TakeBack = (request: TakeBackRequest) => Promise<TakeBackAnswer>
