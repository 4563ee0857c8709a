import type { CellClassParams, ColDef, GridApi } from 'ag-grid-community'
import { hasCell } from '../cell-range.ts'
import type { Box } from '../cell-range.ts'
import type { GridRow } from '../grid-row.ts'
import type { Selection } from '../selection.ts'

/** Columns whose cells show whether they are selected, and where the edge of a range is. */
export function withRanges<Column extends ColDef<GridRow>>(
  columns: readonly Column[],
  selection: Selection,
): Column[] {
  const boxesNow = rememberForTask(() => (selection.isMany ? selection.boxes() : []))
  const when =
    (test: (box: Box, row: number, column: number) => boolean) => (params: CellClassParams<GridRow>) => {
      const boxes = boxesNow()
      if (boxes.length === 0 || params.node.rowIndex === null) return false
      const row = params.node.rowIndex
      const column = selection.layout.columns.indexOf(params.column.getColId())
      return boxes.some((box) => hasCell(box, row, column) && test(box, row, column))
    }
  const rules = {
    'in-range': when(() => true),
    'range-top': when((box, row) => row === box.top),
    'range-bottom': when((box, row) => row === box.bottom),
    'range-left': when((box, _row, column) => column === box.left),
    'range-right': when((box, _row, column) => column === box.right),
  }
  return columns.map((column) => ({ ...column, cellClassRules: { ...column.cellClassRules, ...rules } }))
}

/** Paints the selection over the rows that are shown, at most once a frame however often it changes. */
export function paintRanges(host: HTMLElement, grid: GridApi<GridRow>, selection: Selection): () => void {
  let frame: number | null = null
  const paint = (): void => {
    frame = null
    grid.refreshCells({ rowNodes: grid.getRenderedNodes() })
    tellSelected(host)
  }
  const later = (): void => {
    frame ??= requestAnimationFrame(paint)
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

/** Says what is selected to who cannot see it. */
function tellSelected(host: HTMLElement): void {
  for (const cell of host.querySelectorAll('.ag-cell.in-range:not([aria-selected])')) {
    cell.setAttribute('aria-selected', 'true')
  }
  for (const cell of host.querySelectorAll('.ag-cell[aria-selected]:not(.in-range)')) {
    cell.removeAttribute('aria-selected')
  }
}

/** Asked for every cell that is painted, and the same for all that are painted together. */
function rememberForTask<T>(read: () => T): () => T {
  let known: { readonly value: T } | null = null
  return () => {
    if (known === null) {
      known = { value: read() }
      queueMicrotask(() => (known = null))
    }
    return known.value
  }
}
