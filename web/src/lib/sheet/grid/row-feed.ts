import type { GridApi } from 'ag-grid-community'
import type { GridRow } from '../grid-row.ts'

export interface FedRows {
  readonly groupIds: readonly string[]
  readonly rowsOf: (groupId: string) => readonly { readonly id: string }[]
}

/** Tells the grid which rows there are: pages that arrive and rows that come or go, without giving it all of them again. */
export class RowFeed {
  readonly #grid: GridApi<GridRow>
  readonly #rows: FedRows
  /** Whether a row stands over every group. */
  readonly #hasHeaders: boolean
  readonly #fed = new Map<string, readonly string[]>()

  constructor(grid: GridApi<GridRow>, rows: FedRows, hasHeaders: boolean) {
    this.#grid = grid
    this.#rows = rows
    this.#hasHeaders = hasHeaders
    this.sync(new Set(rows.groupIds))
  }

  /** Follows these groups; places within a group are the business of the sort. */
  sync(groupIds: ReadonlySet<string>): void {
    const { groupIds: shown } = this.#rows
    if (this.#fed.size > shown.length || [...this.#fed.keys()].some((id, index) => shown[index] !== id)) {
      this.#fed.clear()
      this.#grid.setGridOption('rowData', [])
    }
    const add: GridRow[] = []
    const remove: GridRow[] = []
    for (const id of [...groupIds, ...shown.slice(this.#fed.size)]) {
      const known = this.#fed.get(id)
      const ids = this.#rows.rowsOf(id).map((row) => row.id)
      if (known === undefined && this.#hasHeaders) add.push({ kind: 'group', id })
      const before = new Set(known)
      const after = new Set(ids)
      for (const rowId of ids) if (!before.has(rowId)) add.push({ kind: 'row', id: rowId, groupId: id })
      for (const rowId of before) if (!after.has(rowId)) remove.push({ kind: 'row', id: rowId, groupId: id })
      this.#fed.set(id, ids)
    }
    if (add.length + remove.length > 0) this.#grid.applyTransaction({ add, remove })
    // Rows that only changed places are put in order by the sort.
    else this.#grid.refreshClientSideRowModel('sort')
  }
}
