import type { PlannedEdit } from '../paste/plan-paste.ts'

/** A cell in which something was found. */
export interface FoundCell {
  readonly rowId: string
  readonly column: string
  readonly before: string
  readonly after: string | null
  /** Not computed: a replacement can go there. */
  readonly isEditable: boolean
}

/** What a row is worth with some of its cells replaced, and which of them would be refused. */
export interface RowPreview {
  readonly scoreBefore: string
  readonly scoreAfter: string
  /** Reasons by column. */
  readonly refused: ReadonlyMap<string, string>
}

export type PreviewRow = (rowId: string, edits: readonly PlannedEdit[]) => RowPreview

export interface Replacement {
  readonly rowId: string
  readonly field: string
  readonly before: string
  readonly after: string
}

/** What replacing changes: not the computed cells, and not the texts that stay what they are. */
export const planReplacement = (found: readonly FoundCell[]): readonly Replacement[] =>
  found.flatMap(({ rowId, column, before, after, isEditable }) =>
    isEditable && after !== null && after !== before ? [{ rowId, field: column, before, after }] : [],
  )

export interface PreviewedReplacement extends Replacement {
  readonly scoreBefore: string
  readonly scoreAfter: string
  readonly refused: string | null
}

/** Replacements with the score of their row before and after all of them, for as many as are shown. */
export function previewReplacements(
  shown: readonly Replacement[],
  all: readonly Replacement[],
  preview: PreviewRow,
): readonly PreviewedReplacement[] {
  const wanted = new Set(shown.map(({ rowId }) => rowId))
  const edits = new Map<string, PlannedEdit[]>()
  for (const { rowId, field, after } of all)
    if (wanted.has(rowId)) edits.set(rowId, [...(edits.get(rowId) ?? []), { rowId, field, text: after }])
  const rows = new Map([...edits].map(([rowId, list]) => [rowId, preview(rowId, list)]))
  return shown.map((replacement) => {
    const row = rows.get(replacement.rowId)
    return {
      ...replacement,
      scoreBefore: row?.scoreBefore ?? '',
      scoreAfter: row?.scoreAfter ?? '',
      refused: row?.refused.get(replacement.field) ?? null,
    }
  })
}
