import type { Severity } from '@biaochi/domain'
import type { Author } from './plan-notice.ts'
import type { FieldId, Theirs } from './save.ts'
import type { CellFinding, ShownCell } from './sheet-table.ts'

/** Saying aloud where a typed value is on its way to the database. */
export type CellState = 'idle' | 'trial' | 'pending' | 'waiting' | 'saved' | 'failed' | 'conflict' | 'locked'

/** Typed text that was not taken: it stays in its cell with the reason. */
export interface Draft {
  readonly rowId: string
  readonly field: FieldId
  readonly text: string
  readonly reason: string
  readonly code: string
  /** What somebody else wrote into the cell meanwhile. */
  readonly theirs: Theirs | null
  readonly title: string
  readonly place: string
}

/** All there is to say about one cell; the grid compares these by identity. */
export interface CellView extends ShownCell {
  readonly state: CellState
  /** Why the text was not taken, or why none can be typed. */
  readonly reason: string | null
  readonly severity: Severity | null
  readonly findings: readonly string[]
  /** Who else changed it last, as far as this tab has heard. */
  readonly author: Author | null
  /** It has only just been changed by them. */
  readonly isNews: boolean
}

const severities: readonly Severity[] = ['block', 'explain', 'warn']

export const worstOf = (findings: readonly CellFinding[]): Severity | null =>
  severities.find((severity) => findings.some((at) => at.severity === severity)) ?? null

export const sameCell = (a: CellView, b: CellView): boolean =>
  a.text === b.text &&
  a.state === b.state &&
  a.reason === b.reason &&
  a.explanation === b.explanation &&
  a.severity === b.severity &&
  a.author === b.author &&
  a.isNews === b.isNews &&
  a.findings.length === b.findings.length &&
  a.findings.every((finding, index) => finding === b.findings[index])
