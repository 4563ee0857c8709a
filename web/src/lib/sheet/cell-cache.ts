import { sameCell } from './cell-view.ts'
import type { CellView } from './cell-view.ts'
import type { ColumnId } from './sheet-table.ts'

interface CachedRow {
  /** Counts how often the row may have changed. */
  age: number
  readonly cells: Map<ColumnId, { readonly view: CellView; readonly age: number }>
}

/** Many times what is in sight at once: a row that is forgotten and looked at again costs a repainting. */
const mostRows = 5_000

/** The cells that were looked at lately; one that did not change stays the same object, which is what a grid compares. */
export class CellCache {
  readonly #rows = new Map<string, CachedRow>()

  get(rowId: string, column: ColumnId, make: () => CellView): CellView {
    const row = this.#rows.get(rowId) ?? this.#add(rowId)
    const known = row.cells.get(column)
    if (known !== undefined && known.age === row.age) return known.view
    const made = make()
    const view = known !== undefined && sameCell(made, known.view) ? known.view : made
    row.cells.set(column, { view, age: row.age })
    return view
  }

  #add(rowId: string): CachedRow {
    const [first] = this.#rows.keys()
    if (first !== undefined && this.#rows.size >= mostRows) this.#rows.delete(first)
    const row = { age: 0, cells: new Map() }
    this.#rows.set(rowId, row)
    return row
  }

  /** The row's cells may say something else now; they are asked when they are looked at. */
  expire(rowId: string): void {
    const row = this.#rows.get(rowId)
    if (row !== undefined) row.age += 1
  }

  clear(): void {
    this.#rows.clear()
  }
}
