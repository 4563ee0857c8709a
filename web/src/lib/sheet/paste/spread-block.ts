import { heightOf, widthOf } from '../area.ts'
import type { Area, DisplayedColumn } from '../area.ts'
import { columnsOf } from '../clipboard/block.ts'
import type { PastePlan, PasteRequest, PlannedEdit, PlannedRow, SkippedText } from './plan-paste.ts'

/** Repeats a block over areas whose sizes it divides. */
export function spreadBlock(request: PasteRequest, areas: readonly Area[]): PastePlan {
  const { block, displayed } = request
  const width = columnsOf(block)
  const edits: PlannedEdit[] = []
  const creates: PlannedRow[] = []
  const skipped: SkippedText[] = []
  const covered = areas.map((area) => {
    const last = lastRow(request, area.top)
    const columns = Array.from({ length: widthOf(area) }, (_, at) => displayed.columns[area.left + at])
    for (let down = 0; down < heightOf(area); down += 1) {
      const row = area.top + down <= last ? displayed.rows[area.top + down] : undefined
      const { cells, lost } = layRow(block[down % block.length] ?? [], width, columns)
      for (const { column, text } of lost) skipped.push({ rowId: row?.id ?? null, column, text })
      if (row !== undefined) for (const { field, text } of cells) edits.push({ rowId: row.id, field, text })
      // Empty lines at the end of a block make no empty rows.
      else if (cells.some(({ text }) => text.trim() !== ''))
        creates.push(newRow(request, creates, displayed.rows[last]?.groupId ?? '', cells))
    }
    return { ...area, bottom: Math.min(area.bottom, last) }
  })
  return { kind: 'planned', edits, creates, skipped, areas: covered }
}

/** The last displayed row to be pasted over: the sheet's, or that of the group one begins in. */
function lastRow({ displayed: { rows }, below }: PasteRequest, top: number): number {
  if (below === 'next-group') return rows.length - 1
  const end = rows.findIndex((row, at) => at > top && row.groupId !== rows[top]?.groupId)
  return end < 0 ? rows.length - 1 : end - 1
}

interface LaidRow {
  readonly cells: readonly { readonly field: string; readonly text: string }[]
  readonly lost: readonly { readonly column: string | null; readonly text: string }[]
}

/** One row of the block over a row's columns, repeated every `width` columns. */
function layRow(
  texts: readonly string[],
  width: number,
  columns: readonly (DisplayedColumn | undefined)[],
): LaidRow {
  const cells: { field: string; text: string }[] = []
  const lost: { column: string | null; text: string }[] = []
  columns.forEach((column, at) => {
    const text = texts[at % width]
    if (text === undefined) return
    if (column?.isEditable === true) cells.push({ field: column.id, text })
    // An empty text that has no place is nothing lost.
    else if (text !== '') lost.push({ column: column?.id ?? null, text })
  })
  return { cells, lost }
}

function newRow(
  { endOf, newId }: PasteRequest,
  made: readonly PlannedRow[],
  groupId: string,
  cells: LaidRow['cells'],
): PlannedRow {
  const { after, seed } = endOf(groupId)
  const previous = made.findLast((row) => row.groupId === groupId)
  const texts = Object.fromEntries(cells.map(({ field, text }) => [field, text]))
  return { id: newId(), groupId, after: previous?.id ?? after, seed, cells: texts }
}
