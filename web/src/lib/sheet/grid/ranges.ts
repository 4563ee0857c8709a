import type { GridApi } from 'ag-grid-community'
import type { GridRow } from '../grid-row.ts'
import type { Selection } from '../selection.ts'
import { createLayout } from './grid-layout.ts'
import { listenToMouse } from './range-mouse.ts'
import { focusCellAt } from './cursor.ts'
import { paintRanges } from './range-view.ts'

/** Binds a selection to the grid that shows it: order of rows and columns, painting, mouse. */
export function attachRanges(host: HTMLElement, grid: GridApi<GridRow>, selection: Selection): () => void {
  selection.attach(createLayout(grid))
  grid.setGridAriaProperty('multiselectable', 'true')
  const moved = (): void => selection.layoutChanged()
  grid.addEventListener('modelUpdated', moved)
  grid.addEventListener('displayedColumnsChanged', moved)
  // What lay between two corners lies elsewhere after a sort: the rows between them now were never chosen.
  grid.addEventListener('sortChanged', () => {
    if (
      selection.ranges.some(({ anchor, head, whole }) => anchor.rowId !== head.rowId && whole !== 'sheet')
    ) {
      selection.collapse()
    }
  })
  const stops = [
    paintRanges(host, grid, selection),
    listenToMouse({
      host,
      selection,
      commit: () => grid.stopEditing(),
      focus: (at) => focusCellAt(grid, at),
    }),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}
