/** A place that is not as the step had left it. */
export interface UndoLine {
  readonly key: string
  readonly where: string
  /** What stands there now. */
  readonly now: string
  /** Who wrote it and when, or why it stands in the way; empty as long as it is not known. */
  readonly why: string
  readonly then: string
}
