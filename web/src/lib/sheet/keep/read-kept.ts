import { cellKey } from '../patch.ts'
import { readHistory } from './keep-history.ts'
import { isBatch, isKeptDraft, isRowProblem, isStep } from './kept-shapes.ts'
import type { KeptSheet, Shelf } from './sheet-memory.ts'

/** A thing as it was stored; `at` is when it was first put there, and tells the order. */
export interface KeptEntry {
  readonly shelf: Shelf
  readonly at: number
  readonly value: unknown
}

/** What was stored, in the order it was put there; what this version cannot read stays where it is. */
export function readKept(entries: readonly KeptEntry[]): KeptSheet {
  const inOrder = entries.toSorted((a, b) => a.at - b.at)
  const on = <T>(shelf: Shelf, is: (value: unknown) => value is T): readonly T[] =>
    inOrder
      .filter((entry) => entry.shelf === shelf)
      .map(({ value }) => value)
      .filter(is)
  const [position = null] = on('position', (value) => typeof value === 'string')
  return {
    batches: on('batch', isBatch),
    drafts: new Map(
      on('draft', isKeptDraft).map((kept) => [cellKey(kept.draft.rowId, kept.draft.field), kept]),
    ),
    rowProblems: on('problem', isRowProblem),
    history: readHistory(on('step', isStep), position),
  }
}
