import type { GridApi, GridOptions } from 'ag-grid-community'
import { compareCells } from '../columns.ts'
import type { Column } from '../columns.ts'
import type { GridRow } from '../grid-row.ts'
import { SortMemory } from '../sort-memory.ts'
import { showColumn } from '../view/column-layout.ts'
import type { Columns } from '../view/column-layout.ts'
import { rowHeights } from '../view/density.ts'
import type { RowHeights } from '../view/density.ts'
import type { SheetView } from '../view/sheet-view.svelte.ts'
import { ColumnLabelRenderer } from './column-label.ts'
import { columnEvents, readColumns, readSort, showColumns } from './link-columns.ts'
import type { Absent } from './link-columns.ts'

/** Below this width, in pixels, three frozen columns would leave no room for what scrolls. */
const narrow = 720

export interface ViewLinkOptions {
  readonly view: SheetView
  readonly isAbsent: Absent
  /** Opens the menu of a column. */
  readonly onopen: (column: string) => void
}

/** The grid as the view wants it, and the view as a person changes it at the grid. */
export class ViewLink {
  readonly #options: ViewLinkOptions
  readonly #memory = new SortMemory(() => JSON.stringify(this.#grid === null ? [] : readSort(this.#grid)))
  #grid: GridApi<GridRow> | null = null

  constructor(options: ViewLinkOptions) {
    this.#options = options
  }

  get heights(): RowHeights {
    return rowHeights[this.#options.view.density]
  }

  /** What the grid is made with. */
  gridOptions(columns: readonly Column[]): GridOptions<GridRow> {
    const { view, isAbsent, onopen } = this.#options
    return {
      ...columnEvents(view, isAbsent),
      columnDefs: columns.map((column) => ({
        ...column,
        comparator: this.#memory.comparing(column.colId, compareCells),
        headerComponentParams: {
          innerHeaderComponent: ColumnLabelRenderer,
          innerHeaderComponentParams: { view, onopen },
        },
      })),
      headerHeight: this.heights.header,
      getRowHeight: ({ data }) => (data?.kind === 'group' ? this.heights.group : this.heights.row),
    }
  }

  attach(grid: GridApi<GridRow>, host: HTMLElement): void {
    this.#grid = grid
    const columns = readColumns(grid)
    this.#options.view.offerColumns(host.clientWidth < narrow ? freezeName(columns) : columns)
  }

  /** Brings the grid to what the view says. */
  showColumns(): void {
    const { view, isAbsent } = this.#options
    if (this.#grid !== null) showColumns(this.#grid, view.columns, view.sort, isAbsent)
  }

  /** Brings back a column somebody is led to. */
  unhide(column: string): void {
    const { view, isAbsent } = this.#options
    if (isAbsent(column)) return
    view.changeColumns((columns, id) => showColumn(columns, id, true), column)
    this.showColumns()
  }

  showDensity(): void {
    const { heights } = this
    if (this.#grid === null || this.#grid.getGridOption('headerHeight') === heights.header) return
    this.#grid.setGridOption('headerHeight', heights.header)
    this.#grid.resetRowHeights()
  }

  /** Ends a pass of the sort. */
  sorted(): void {
    this.#memory.sorted()
  }

  /** Rows that were edited since go where they belong, the next time the grid puts its rows in order. */
  sortAnew(): void {
    this.#memory.forget()
  }
}

/** Only the names stay, for a small screen. */
const freezeName = (columns: Columns): Columns =>
  columns.map((column) => ({ ...column, pinned: column.id === 'name' ? 'left' : null }))
