import type { ColumnState, GridApi, GridOptions } from 'ag-grid-community'
import type { GridRow } from '../grid-row.ts'
import { sameColumns } from '../view/column-layout.ts'
import type { ColumnLayout, Columns } from '../view/column-layout.ts'
import type { SheetView } from '../view/sheet-view.svelte.ts'
import { sameSort } from '../view/sort-key.ts'
import type { SortKey } from '../view/sort-key.ts'

type Grid = GridApi<GridRow>

const layoutOf = ({ colId, width, flex, pinned, hide }: ColumnState): ColumnLayout => ({
  id: colId,
  width: width ?? 100,
  flex: flex ?? null,
  pinned: pinned === 'left' || pinned === 'right' ? pinned : null,
  hidden: hide ?? false,
})

export const readColumns = (grid: Grid): Columns => grid.getColumnState().map(layoutOf)

export function readSort(grid: Grid): readonly SortKey[] {
  return grid
    .getColumnState()
    .flatMap(({ colId, sort, sortIndex }) =>
      sort ? [{ id: colId, direction: sort, at: sortIndex ?? 0 }] : [],
    )
    .sort((a, b) => a.at - b.at)
    .map(({ id, direction }) => ({ id, direction }))
}

/** Columns that cannot be seen at the moment, whatever a person wants of them. */
export type Absent = (column: string) => boolean

/** What a person does to the grid's columns goes to the view. */
export function columnEvents(view: SheetView, isAbsent: Absent): GridOptions<GridRow> {
  const take = ({ api }: { readonly api: Grid }): void => {
    const wanted = new Map(view.columns.map((column) => [column.id, column.hidden]))
    const columns = readColumns(api).map((column) =>
      isAbsent(column.id) ? { ...column, hidden: wanted.get(column.id) ?? false } : column,
    )
    view.setColumns(columns)
  }
  return {
    onColumnMoved: (event) => {
      if (event.finished) take(event)
    },
    onColumnResized: (event) => {
      if (event.finished && event.source !== 'flex') take(event)
    },
    onColumnPinned: take,
    onColumnVisible: take,
    onSortChanged: ({ api }) => view.setSort(readSort(api)),
  }
}

/** Shows the view's columns and order of rows, unless the grid has them already. */
export function showColumns(grid: Grid, columns: Columns, sort: readonly SortKey[], isAbsent: Absent): void {
  const wanted = columns.map((column) =>
    isAbsent(column.id) && !column.hidden ? { ...column, hidden: true } : column,
  )
  if (sameColumns(wanted, readColumns(grid)) && sameSort(sort, readSort(grid))) return
  grid.applyColumnState({
    state: wanted.map(({ id, width, flex, pinned, hidden }) => {
      const sortIndex = sort.findIndex((key) => key.id === id)
      return {
        colId: id,
        width,
        flex,
        pinned,
        hide: hidden,
        sort: sort[sortIndex]?.direction ?? null,
        sortIndex: sortIndex < 0 ? null : sortIndex,
      }
    }),
    applyOrder: true,
  })
}
