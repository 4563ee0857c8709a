import type { CellKey } from '../patch.ts'
import type { Draft } from '../cell-view.ts'
import type { History, HistoryBatch } from '../history.ts'
import type { OutgoingBatch } from '../outbox.ts'
import type { RowProblem } from '../row-problem.ts'

/** Typed text that was not taken, with the step of the history it was typed in. */
export interface KeptDraft {
  readonly draft: Draft
  readonly step: string
}

/** What is kept, by kind; `position` is the id of the newest step that is not taken back, '' for none. */
export interface Shelves {
  readonly batch: OutgoingBatch
  readonly draft: KeptDraft
  readonly problem: RowProblem
  readonly step: HistoryBatch
  readonly position: string
}

export type Shelf = keyof Shelves

/** What is somebody's to send or to decide, whoever has typed it; the history is its own tab's. */
export const isUnsaved = (shelf: Shelf): boolean => shelf !== 'step' && shelf !== 'position'

/** Puts one thing on its shelf, or takes it off (null). */
export type Keeping = {
  [S in Shelf]: { readonly shelf: S; readonly key: string; readonly value: Shelves[S] | null }
}[Shelf]

/** What a sheet begins with: all that was not over when its page ended. */
export interface KeptSheet {
  /** Oldest first, each with the key it may have been sent with already. */
  readonly batches: readonly OutgoingBatch[]
  readonly drafts: ReadonlyMap<CellKey, KeptDraft>
  readonly rowProblems: readonly RowProblem[]
  readonly history: History
}

/** Where a sheet's unanswered changes, refused texts and history outlive its page. */
export interface SheetMemory {
  readonly left: KeptSheet
  /** Hears of what a tab that is gone had left, as often as one is found to be. */
  readonly onInherit: (listener: (kept: KeptSheet) => void) => void
  /** Whether a closed page loses nothing; false where the browser refuses to store. */
  readonly isLasting: boolean
  /** Takes note at once and stores soon; what is handed over together is stored together. */
  readonly keep: (changes: readonly Keeping[]) => void
  /** Waits until all that was handed over is stored; null when it is. Nothing is sent before. */
  readonly settled: () => Promise<void> | null
}
