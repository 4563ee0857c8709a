import type { GridApi } from 'ag-grid-community'
import type { Filters } from '../column-filter.ts'
import { groupOf } from '../grid-row.ts'
import type { GridRow } from '../grid-row.ts'
import type { GridSearch } from '../sheet-search.ts'
import type { SheetChange } from '../sheet-model.ts'
import type { RowFolding } from './row-folding.ts'

interface ShownRowsOptions {
  readonly grid: () => GridApi<GridRow> | null
  readonly search: GridSearch
  readonly folding: RowFolding
  /** A row is shown that the words would hide: they go, as ever; filters that were set with care stay. */
  readonly onoutside: () => void
}

/** The rows that words and filters let through and nothing folds away. */
export class ShownRows {
  readonly #options: ShownRowsOptions
  /** A row that was gone to though no filter lets it through. */
  #revealed: GridRow | null = null

  constructor(options: ShownRowsOptions) {
    this.#options = options
  }

  get isSome(): boolean {
    const { search, folding } = this.#options
    return search.isOn || folding.isOn
  }

  has(row: GridRow): boolean {
    const { search, folding } = this.#options
    // What was searched for is shown, whatever is folded.
    return search.has(row.id) && (search.isOn || !folding.hides(row))
  }

  /** A row that was gone to stays in sight while the keyboard is in it, whatever the filters become. */
  find(text: string, filters: Filters, keyboardIn: string | null): void {
    const { search, grid } = this.#options
    search.find(text, filters)
    if (this.#revealed !== null && keyboardIn === this.#revealed.id)
      search.show(this.#revealed.id, groupOf(this.#revealed))
    else this.#revealed = null
    grid()?.onFilterChanged()
  }

  follow(change: SheetChange): void {
    if (!change.isTrial) this.#options.search.follow(change)
  }

  reveal(row: GridRow): void {
    const { search, folding, grid, onoutside } = this.#options
    if (this.has(row)) return
    if (!search.has(row.id)) {
      search.show(row.id, groupOf(row))
      this.#revealed = row
      onoutside()
    }
    folding.unfold(row)
    grid()?.onFilterChanged()
  }
}
