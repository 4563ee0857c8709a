/** One thing that happened to a cell, or to a project. */
export interface HistoryItem {
  readonly key: string
  readonly who: string
  readonly when: string
  /** Typed, pasted, imported … and how much with it. */
  readonly how: string
  /** What stood there before, null where nothing is known of it. */
  readonly from: string | null
  /** Null where it was more than one text can say. */
  readonly to: string | null
  /** What the button says that goes back to it, null where there is nothing to go back to. */
  readonly restore: string | null
}
