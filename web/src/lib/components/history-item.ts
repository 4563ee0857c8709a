/** One thing that happened to the cell. */
export interface HistoryItem {
  readonly key: string
  readonly who: string
  readonly when: string
  /** Typed, pasted, imported … and how much with it. */
  readonly how: string
  /** What stood there before, null where nothing is known of it. */
  readonly from: string | null
  readonly to: string
  /** What the cell would be again, null when it is that already. */
  readonly restoresTo: string | null
}
