import { sameCell } from './cell-view.ts'
import type { CellView } from './cell-view.ts'
import type { ColumnId } from './sheet-table.ts'

/** The cells that were looked at; one that did not change stays the same object, which is what a grid compares. */
export class CellCache {
  readonly #rows = new Map<string, Map<ColumnId, CellView>>()

  get(rowId: string, column: ColumnId, make: () => CellView): CellView {
    const row = this.#rows.get(rowId)
    const known = row?.get(column)
    if (known !== undefined) return known
    const view = make()
    if (row === undefined) this.#rows.set(rowId, new Map([[column, view]]))
    else row.set(column, view)
    return view
  }

  refresh(rowId: string, make: (column: ColumnId) => CellView): void {
    const row = this.#rows.get(rowId)
    if (row === undefined) return
    for (const [column, known] of row) {
      const view = make(column)
      if (!sameCell(view, known)) row.set(column, view)
    }
  }

  clear(): void {
    this.#rows.clear()
  }
}
