import type { PlannedEdit } from '../paste/plan-paste.ts'
import { cellKey } from '../patch.ts'
import type { EditPreview } from '../preview-edits.ts'

/** A cell in which something was found. */
export interface FoundCell {
  readonly rowId: string
  readonly column: string
  readonly before: string
  /** Null when one only looks. */
  readonly after: string | null
}

export interface Replacement {
  readonly rowId: string
  readonly field: string
  readonly before: string
  readonly after: string
}

/** What replacing changes: not the texts that stay what they are. */
export const planReplacement = (found: readonly FoundCell[]): readonly Replacement[] =>
  found.flatMap(({ rowId, column, before, after }) =>
    after !== null && after !== before ? [{ rowId, field: column, before, after }] : [],
  )

export interface PreviewedReplacement extends Replacement {
  /** What the cell will show, and what there is to say of it: an amount in 元 where 万元 are shown. */
  readonly shown: string
  readonly note: string | null
  readonly scoreBefore: string
  readonly scoreAfter: string
  /** Why the text would not be taken. */
  readonly refused: string | null
}

export interface Previewing {
  readonly preview: (edits: readonly PlannedEdit[]) => EditPreview
  readonly scoreOf: (rowId: string) => string
  /** The computed column that says what a row is worth; null where none does. */
  readonly scoreColumn: string | null
}

/** Replacements with the score of their row before and after all of its replacements, for as many as are shown. */
export function previewReplacements(
  shown: readonly Replacement[],
  all: readonly Replacement[],
  { preview, scoreOf, scoreColumn }: Previewing,
): readonly PreviewedReplacement[] {
  const wanted = new Set(shown.map(({ rowId }) => rowId))
  const edits = all
    .filter(({ rowId }) => wanted.has(rowId))
    .map(({ rowId, field, after }) => ({ rowId, field, text: after }))
  const { shownAt, refused } = preview(edits)
  return shown.map((replacement) => {
    const { rowId, field, after } = replacement
    const reason = refused.get(cellKey(rowId, field)) ?? null
    // What is refused stays in its cell as it was typed.
    const cell = reason === null ? shownAt(rowId, field) : null
    return {
      ...replacement,
      shown: cell?.text ?? after,
      note: cell?.explanation ?? null,
      scoreBefore: scoreOf(rowId),
      scoreAfter: scoreColumn === null ? '' : (shownAt(rowId, scoreColumn)?.text ?? ''),
      refused: reason,
    }
  })
}
