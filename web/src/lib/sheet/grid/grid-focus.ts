import type { GridApi } from 'ag-grid-community'
import type { FocusedCell } from '../focused-cell.ts'
import type { GridRow } from '../grid-row.ts'
import type { GridTable } from '../grid-table.ts'
import type { ColumnId } from '../sheet-table.ts'
import { readFocus } from './read-focus.ts'

interface Options {
  readonly grid: () => GridApi<GridRow> | null
  readonly table: GridTable
  /** Unfolds and unfilters a row that is gone to. */
  readonly reveal: (row: GridRow) => void
  /** Shows a column that is gone to. */
  readonly unhide: (column: ColumnId) => void
}

/** Which cell has the keyboard, or had it last: the grid remembers a position, and after a sort another row stands there. */
export class GridFocus {
  readonly #options: Options
  #last: FocusedCell | null = null

  constructor(options: Options) {
    this.#options = options
  }

  /** Where the keyboard is now; null when it is nowhere in the grid. */
  get cell(): FocusedCell | null {
    const grid = this.#options.grid()
    return grid && readFocus(grid)
  }

  /** The row's id, or its group's, in which the keyboard was last. */
  get lastRow(): string | null {
    return this.#last?.rowId ?? this.#last?.groupId ?? null
  }

  /** Remembers where the keyboard is. */
  remember(): FocusedCell | null {
    this.#last = this.cell ?? this.#last
    return this.cell
  }

  /** Shows a cell wherever it is: unfolds, unfilters, unhides, scrolls, and gives it the keyboard. */
  goTo(rowId: string, column: ColumnId): void {
    this.#go(rowId, column, () => this.#options.unhide(column), null)
  }

  goToGroup(groupId: string): void {
    this.#go(groupId, this.#options.table.nameColumn, () => undefined, 'top')
  }

  /** To the cell that had the keyboard last, else to the first one. */
  goBack(): void {
    const grid = this.#options.grid()
    const { table } = this.#options
    if (this.#last?.rowId && this.isLastShown)
      return this.goTo(this.#last.rowId, this.#last.column ?? table.startColumn)
    const first = table.drawGroup === null ? 0 : 1
    if (grid?.getDisplayedRowAtIndex(first)) grid.setFocusedCell(first, table.startColumn)
  }

  /** Whether the row of the cell that had the keyboard last is among those shown. */
  get isLastShown(): boolean {
    const node = this.#last?.rowId ? this.#options.grid()?.getRowNode(this.#last.rowId) : undefined
    return node !== undefined && node.rowIndex !== null
  }

  /** After rows moved the focus goes with its row, or nowhere: never to the row that took the place. */
  keep(): void {
    const grid = this.#options.grid()
    const cell = grid?.getFocusedCell()
    const id = this.lastRow
    if (!grid || !cell || id === null) return
    if (grid.getDisplayedRowAtIndex(cell.rowIndex)?.data?.id === id) return
    const index = grid.getRowNode(id)?.rowIndex ?? null
    if (index === null || !isKeyboardFree()) grid.clearFocusedCell()
    else grid.setFocusedCell(index, cell.column)
  }

  #go(id: string, column: ColumnId, prepare: () => void, place: 'top' | null): void {
    const grid = this.#options.grid()
    const node = grid?.getRowNode(id)
    if (!grid || !node?.data) return
    this.#options.reveal(node.data)
    if (node.rowIndex === null) return
    prepare()
    grid.ensureIndexVisible(node.rowIndex, place)
    if (place === null) grid.ensureColumnVisible(column)
    grid.setFocusedCell(node.rowIndex, column)
    // The grid tells its listeners a task later, and the rows may move before that.
    this.remember()
  }
}

/** Whether nobody types or moves elsewhere; a header that was clicked does not count. */
function isKeyboardFree(): boolean {
  const active = document.activeElement
  if (active === null || active === document.body || active.closest('.ag-row') !== null) return true
  return active.closest('.ag-header') !== null && !active.matches(':focus-visible')
}
