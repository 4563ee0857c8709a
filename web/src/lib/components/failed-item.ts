/** insist: send it again, over what stands there now · copy: take its texts elsewhere · discard: give it up. */
export interface FailedAction {
  readonly label: string
  /** For who cannot see what it stands beside. */
  readonly name: string
  readonly run: 'insist' | 'copy' | 'discard'
}

/** Something that was not saved. */
export interface FailedItem {
  readonly key: string
  readonly where: string
  readonly text: string
  readonly reason: string
  /** Its row is in the sheet of another year or agency. */
  readonly isElsewhere: boolean
  readonly actions: readonly FailedAction[]
}
