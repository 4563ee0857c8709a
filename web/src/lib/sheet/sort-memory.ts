import type { CellView } from './cell-view.ts'
import type { ColumnId } from './sheet-table.ts'

type Cell = CellView | null | undefined
type RowRef = { readonly id?: string | undefined }

/**
 * What the cells said when the rows were sorted: an edit does not move its row until somebody sorts again, however
 * often the grid puts its rows in order meanwhile (it does so whenever a project is folded or a page arrives).
 */
export class SortMemory {
  readonly #sortNow: () => string
  readonly #columns = new Map<ColumnId, Map<string, Cell>>()
  #sort = ''
  #isSorting = false

  /** `sortNow` names the columns the rows are sorted by and their directions. */
  constructor(sortNow: () => string) {
    this.#sortNow = sortNow
  }

  /** The comparison of a column, of its cells as they were. */
  comparing(column: ColumnId, compare: (a: Cell, b: Cell) => number) {
    return (a: Cell, b: Cell, rowA: RowRef, rowB: RowRef): number => {
      if (!this.#isSorting) this.#begin()
      const known = this.#columns.get(column) ?? new Map<string, Cell>()
      this.#columns.set(column, known)
      return compare(recall(known, rowA.id, a), recall(known, rowB.id, b))
    }
  }

  /** Ends one pass over the rows. */
  sorted(): void {
    this.#isSorting = false
  }

  /** Lets the next pass sort by what the cells say now. */
  forget(): void {
    this.#columns.clear()
  }

  #begin(): void {
    this.#isSorting = true
    const sort = this.#sortNow()
    if (sort !== this.#sort) this.forget()
    this.#sort = sort
  }
}

function recall(known: Map<string, Cell>, id: string | undefined, now: Cell): Cell {
  if (id === undefined) return now
  if (!known.has(id)) known.set(id, now)
  return known.get(id)
}
