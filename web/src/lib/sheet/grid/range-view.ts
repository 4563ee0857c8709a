import type { CellClassParams, ColDef, GridApi } from 'ag-grid-community'
import { hasCell } from '../cell-range.ts'
import type { Box } from '../cell-range.ts'
import type { GridRow } from '../grid-row.ts'
import type { Selection } from '../selection.ts'
import { alsoWearing } from './cell-classes.ts'
import { rememberForTask } from './remember-for-task.ts'

type Mark = (box: Box, row: number, column: number) => boolean

/** What a selected cell wears: that it is, and where the edge of its range is. */
const marks: Readonly<Record<string, Mark>> = {
  'in-range': () => true,
  'range-top': (box, row) => row === box.top,
  'range-bottom': (box, row) => row === box.bottom,
  'range-left': (box, _row, column) => column === box.left,
  'range-right': (box, _row, column) => column === box.right,
}

/** Columns whose cells come marked when the grid makes them, as while one scrolls. */
export function withRanges<Column extends ColDef<GridRow>>(
  columns: readonly Column[],
  selection: Selection,
): Column[] {
  const boxesNow = rememberForTask(() => boxesOf(selection))
  const worn = ({ node, column }: CellClassParams<GridRow>): readonly string[] => {
    const row = node.rowIndex
    const near = boxesNow().filter(({ top, bottom }) => row !== null && row >= top && row <= bottom)
    if (row === null || near.length === 0) return []
    const at = selection.layout.columns.indexOf(column.getColId())
    const around = near.filter((box) => hasCell(box, row, at))
    return Object.keys(marks).filter((name) => around.some((box) => marks[name]?.(box, row, at)))
  }
  return columns.map((column) => ({ ...column, cellClass: alsoWearing(column.cellClass, worn) }))
}

/** Paints the selection over the cells that are there, at most once a frame however often it changes. */
export function paintRanges(host: HTMLElement, grid: GridApi<GridRow>, selection: Selection): () => void {
  let frame: number | null = null
  const later = (): void => {
    frame ??= requestAnimationFrame(() => {
      frame = null
      paint(host, selection)
    })
  }
  const stop = selection.onChange(later)
  grid.addEventListener('viewportChanged', () => {
    if (selection.isMany) later()
  })
  return () => {
    stop()
    if (frame !== null) cancelAnimationFrame(frame)
  }
}

const boxesOf = (selection: Selection): readonly Box[] => (selection.isMany ? selection.boxes() : [])

/** Past the grid, which would ask every value and every rule of a cell again: a drag paints at every move. */
function paint(host: HTMLElement, selection: Selection): void {
  const boxes = boxesOf(selection)
  const columns = new Map(selection.layout.columns.map((id, index) => [id, index]))
  for (const row of host.querySelectorAll('.ag-row')) {
    const index = Number(row.getAttribute('row-index'))
    const near = boxes.filter(({ top, bottom }) => index >= top && index <= bottom)
    for (const cell of row.querySelectorAll('.ag-cell')) {
      if (near.length === 0 && !cell.classList.contains('in-range')) continue
      const column = columns.get(cell.getAttribute('col-id') ?? '') ?? -1
      const around = near.filter((box) => hasCell(box, index, column))
      for (const [name, mark] of Object.entries(marks)) {
        cell.classList.toggle(
          name,
          around.some((box) => mark(box, index, column)),
        )
      }
      if (around.length > 0) cell.setAttribute('aria-selected', 'true')
      else cell.removeAttribute('aria-selected')
    }
  }
}
