import type { CellClassParams, ColDef } from 'ag-grid-community'
import { hasCell } from '../cell-range.ts'
import type { Box } from '../cell-range.ts'
import type { GridRow } from '../grid-row.ts'
import type { Selection } from '../selection.ts'
import { alsoWearing } from './cell-classes.ts'
import { rememberForTask } from './remember-for-task.ts'

/** What the tools show on the cells. */
export interface ToolMarks {
  readonly isCut: (rowId: string, column: string) => boolean
  /** Where letting go of the handle would fill to. */
  readonly fillTarget: () => Box | null
}

interface MarkedCell {
  readonly rowId: string | undefined
  readonly row: number
  readonly columnId: string
  readonly column: number
}

type Mark = (cell: MarkedCell) => boolean

/** Which cells are marked at the moment. */
function marksNow(
  selection: Selection,
  { isCut, fillTarget }: ToolMarks,
): readonly (readonly [name: string, mark: Mark])[] {
  const [box, ...others] = selection.boxes()
  const target = fillTarget()
  return [
    ['is-cut', ({ rowId, columnId }) => rowId !== undefined && isCut(rowId, columnId)],
    [
      'has-fill-handle',
      ({ row, column }) =>
        box !== undefined && others.length === 0 && row === box.bottom && column === box.right,
    ],
    ['is-fill-target', ({ row, column }) => target !== null && hasCell(target, row, column)],
  ]
}

/** Columns whose cells come marked when the grid makes them, as while one scrolls. */
export function withToolMarks<Column extends ColDef<GridRow>>(
  columns: readonly Column[],
  selection: Selection,
  marks: ToolMarks,
): Column[] {
  const now = rememberForTask(() => marksNow(selection, marks))
  const worn = ({ data, node, column }: CellClassParams<GridRow>): readonly string[] => {
    if (data?.kind !== 'row' || node.rowIndex === null) return []
    const columnId = column.getColId()
    const at = {
      rowId: data.id,
      row: node.rowIndex,
      columnId,
      column: selection.layout.columns.indexOf(columnId),
    }
    return now().flatMap(([name, mark]) => (mark(at) ? [name] : []))
  }
  return columns.map((column) => ({ ...column, cellClass: alsoWearing(column.cellClass, worn) }))
}

/** Paints the marks over the cells that are there, past the grid: a drag paints at every move. */
export function paintToolMarks(host: HTMLElement, selection: Selection, marks: ToolMarks): void {
  const now = marksNow(selection, marks)
  const columns = new Map(selection.layout.columns.map((id, index) => [id, index]))
  for (const row of host.querySelectorAll('.ag-row')) {
    const index = Number(row.getAttribute('row-index'))
    const rowId = row.getAttribute('row-id') ?? undefined
    for (const cell of row.querySelectorAll('.ag-cell')) {
      const columnId = cell.getAttribute('col-id') ?? ''
      const at = { rowId, row: index, columnId, column: columns.get(columnId) ?? -1 }
      for (const [name, mark] of now) cell.classList.toggle(name, mark(at))
    }
  }
}
