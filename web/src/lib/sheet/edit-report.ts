import type { SkippedText } from './paste/plan-paste.ts'

/** What became of a change of many cells, to be told to a person. */
export type EditReport =
  /** A change so large that one sees nothing for a moment. */
  | { readonly kind: 'working'; readonly cells: number }
  /** It is done, and there is nothing more to say. */
  | { readonly kind: 'over' }
  | DoneReport
  /** One went away from what was cut: pasted now, it is only copied. */
  | { readonly kind: 'cut-lost' }
  | { readonly kind: 'not-done'; readonly why: NotDone; readonly cells: number }

export interface DoneReport {
  readonly kind: 'done'
  readonly what: 'paste' | 'move' | 'fill' | 'replace' | 'last-year'
  readonly changed: number
  readonly rows: number
  /** Texts that stay in their cells with the reason. */
  readonly refused: number
  /** Texts that had no place to go. */
  readonly skipped: readonly SkippedText[]
  /** What may be done instead: it takes the change back first. */
  readonly instead: { readonly what: 'series' | 'copy'; readonly run: () => void } | null
}

export type NotDone =
  | 'empty'
  | 'no-cell'
  | 'ranges-differ'
  | 'ranges-shape'
  | 'too-many'
  /** Rows are shown in another order than they have: a move would not be seen. */
  | 'sorted'
  /** Rows cannot go to another group. */
  | 'other-group'

/** From so many cells on one is told before that it takes a moment. */
const many = 3_000

/** Does a change of many cells after a word about it has been painted, a small one at once. */
export function applyPainted(cells: number, report: (report: EditReport) => void, apply: () => void): void {
  if (cells < many) return apply()
  report({ kind: 'working', cells })
  requestAnimationFrame(() => setTimeout(apply))
}

/** The same for what speaks for itself once it is done. */
export function doPainted(cells: number, report: (report: EditReport) => void, act: () => void): void {
  if (cells < many) return act()
  applyPainted(cells, report, () => {
    act()
    report({ kind: 'over' })
  })
}
