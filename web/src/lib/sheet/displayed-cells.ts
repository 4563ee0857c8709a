import type { Area, Displayed, DisplayedRow } from './area.ts'
import type { Box, CellRange, SheetLayout } from './cell-range.ts'
import type { EditingModel } from './editing-model.ts'

/** The shown cells without the headers of groups, and the way to and from places that count them. */
export interface DisplayedCells {
  readonly displayed: Displayed
  readonly areasOf: (boxes: readonly Box[]) => readonly Area[]
  readonly rangeOf: (area: Area) => CellRange | null
  readonly textAt: (row: number, column: number) => string
}

export function readDisplayed(layout: SheetLayout, model: EditingModel): DisplayedCells {
  const rows: DisplayedRow[] = []
  /** How many rows with cells stand above each shown row. */
  const above: number[] = []
  for (let index = 0; index < layout.rowCount; index += 1) {
    above.push(rows.length)
    const id = layout.rowIdAt(index)
    if (id !== null) rows.push({ id, groupId: model.groupOf(id) ?? '' })
  }
  above.push(rows.length)
  const columns = layout.columns.map((id) => ({ id, isEditable: model.fields.has(id) }))
  const at = (row: number, column: number): { rowId: string; column: string } | null => {
    const [rowId, id] = [rows[row]?.id, columns[column]?.id]
    return rowId === undefined || id === undefined ? null : { rowId, column: id }
  }
  return {
    displayed: { rows, columns },
    areasOf: (boxes) =>
      boxes.flatMap(({ top, bottom, left, right }) => {
        const area = { top: above[top] ?? 0, bottom: (above[bottom + 1] ?? 0) - 1, left, right }
        return area.bottom < area.top ? [] : [area]
      }),
    rangeOf: ({ top, left, bottom, right }) => {
      const anchor = at(top, left)
      const head = at(bottom, Math.min(right, columns.length - 1))
      return anchor === null || head === null ? null : { anchor, head }
    },
    textAt: (row, column) => {
      const cell = at(row, column)
      return cell === null ? '' : model.textAt(cell.rowId, cell.column)
    },
  }
}
