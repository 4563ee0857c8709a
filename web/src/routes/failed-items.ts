import type { FailedItem } from '#lib/components/FailedList.svelte'
import { m } from '#lib/i18n.ts'
import type { Draft } from '#lib/sheet/cell-view.ts'
import { columnName } from '#lib/sheet/columns.ts'
import type { SkippedText } from '#lib/sheet/paste/plan-paste.ts'
import { cellKey } from '#lib/sheet/patch.ts'
import { rowProblemKey } from '#lib/sheet/row-problem.ts'
import type { RowProblem } from '#lib/sheet/row-problem.ts'

/** So many are listed; a paste may leave thousands, and nobody reads them all at once. */
const listed = 200

const rowWords = { create: m.row_create, move: m.row_move, delete: m.row_delete }

/** What was not taken, the first of it. */
export function failedItems(
  drafts: readonly Draft[],
  problems: readonly RowProblem[],
  isHere: (rowId: string) => boolean,
): readonly FailedItem[] {
  const cells = drafts.slice(0, listed).map(({ rowId, field, title, text, reason }) => ({
    key: cellKey(rowId, field),
    where: `${title} · ${columnName(field)}`,
    text,
    reason,
    isElsewhere: !isHere(rowId),
  }))
  const rows = problems.map((problem) => ({
    key: rowProblemKey(problem),
    where: problem.title,
    text: rowWords[problem.change.kind](),
    reason: problem.reason,
    isElsewhere: false,
  }))
  return [...cells, ...rows].slice(0, listed)
}

/** Pasted texts that had no place to go, the first of them. */
export const skippedItems = (
  skipped: readonly SkippedText[],
  titleOf: (rowId: string) => string,
): readonly FailedItem[] =>
  skipped.slice(0, listed).map(({ rowId, column, text }, index) => ({
    key: `skipped ${index}`,
    where: rowId === null ? m.failed_skipped_new_row() : titleOf(rowId),
    text,
    isElsewhere: false,
    reason:
      column === null ? m.failed_skipped_beyond() : m.failed_skipped_computed({ column: columnName(column) }),
  }))
