import type { ColumnId } from '../sheet-table.ts'
import type { ColumnFilter, Filters } from '../column-filter.ts'
import { completed, sameColumns } from './column-layout.ts'
import type { Columns } from './column-layout.ts'
import type { Density } from './density.ts'
import { parseView } from './parse-view.ts'
import {
  emptyShelf,
  formatShelf,
  overwriteView,
  parseShelf,
  readJson,
  removeView,
  renameView,
  saveView,
  setDefaultView,
  viewOf,
} from './saved-views.ts'
import type { SavedView, Shelf } from './saved-views.ts'
import type { SortKey } from './sort-key.ts'
import type { ViewMemory } from './view-memory.ts'
import { sameView } from './view-state.ts'
import type { ViewState } from './view-state.ts'

/** How one person looks at one table, and the views kept under names. */
export class SheetView {
  readonly #memory: ViewMemory
  #filters = $state.raw<Filters>({})
  #sort = $state.raw<readonly SortKey[]>([])
  /** Empty until the grid has told its own. */
  #columns = $state.raw<Columns>([])
  #standard: Columns = []
  #density = $state<Density>('normal')
  #shelf = $state.raw<Shelf>(emptyShelf)
  #activeId = $state<string | null>(null)

  constructor(memory: ViewMemory) {
    this.#memory = memory
    this.#shelf = parseShelf(memory.read('views'))
    const layout = parseView(readJson(memory.read('layout')))
    this.#columns = layout.columns
    this.#density = layout.density
    const first = viewOf(this.#shelf, this.#shelf.defaultId)
    if (first !== null) this.#show(first)
  }

  get filters(): Filters {
    return this.#filters
  }
  get sort(): readonly SortKey[] {
    return this.#sort
  }
  get columns(): Columns {
    return this.#columns
  }
  get density(): Density {
    return this.#density
  }
  get views(): readonly SavedView[] {
    return this.#shelf.views
  }
  get defaultId(): string | null {
    return this.#shelf.defaultId
  }
  /** The saved view that was chosen last, while it is there. */
  get active(): SavedView | null {
    return viewOf(this.#shelf, this.#activeId)
  }
  /** Whether something was changed since the saved view was chosen. */
  get isChanged(): boolean {
    return this.active !== null && !sameView(this.active.state, this.#state)
  }

  get #state(): ViewState {
    return { filters: this.#filters, sort: this.#sort, columns: this.#columns, density: this.#density }
  }

  setFilter(id: string, filter: ColumnFilter | null): void {
    const { [id]: _, ...others } = this.#filters
    this.#filters = filter === null ? others : { ...others, [id]: filter }
  }

  clearFilters(): void {
    this.#filters = {}
  }

  setSort(sort: readonly SortKey[]): void {
    this.#sort = sort
  }

  setColumns(columns: Columns): void {
    if (sameColumns(columns, this.#columns)) return
    this.#columns = columns
    this.#keepLayout()
  }

  changeColumns(change: (columns: Columns, id: ColumnId) => Columns, id: ColumnId): void {
    this.setColumns(change(this.#columns, id))
  }

  setDensity(density: Density): void {
    this.#density = density
    this.#keepLayout()
  }

  /** The table's own columns, to come back to; taken as they are by who never changed them. */
  offerColumns(standard: Columns): void {
    this.#standard = standard
    const known = this.#columns.filter(({ id }) => standard.some((column) => column.id === id))
    this.#columns = completed(known, standard)
  }

  resetColumns(): void {
    this.setColumns(this.#standard)
  }

  /** Looks through a saved view; an id nobody knows changes nothing. */
  apply(id: string): void {
    const view = viewOf(this.#shelf, id)
    if (view === null) return
    this.#show(view)
    this.#keepLayout()
  }

  /** Keeps what is seen under a name, over the view that has the name already. */
  saveAs(name: string): SavedView | null {
    if (name.trim() === '') return null
    this.#keepShelf(saveView(this.#shelf, { id: crypto.randomUUID(), name, state: this.#state }))
    const saved = this.#shelf.views.find((view) => view.name === name.trim().slice(0, 60)) ?? null
    this.#activeId = saved?.id ?? null
    return saved
  }

  overwrite(id: string): void {
    this.#keepShelf(overwriteView(this.#shelf, id, this.#state))
    this.#activeId = id
  }

  rename(id: string, name: string): void {
    this.#keepShelf(renameView(this.#shelf, id, name))
  }

  remove(id: string): void {
    this.#keepShelf(removeView(this.#shelf, id))
  }

  /** Puts a view back that was removed. */
  restore(saved: SavedView): void {
    this.#keepShelf(saveView(this.#shelf, saved))
  }

  setDefault(id: string | null): void {
    this.#keepShelf(setDefaultView(this.#shelf, id))
  }

  #show({ id, state }: SavedView): void {
    this.#activeId = id
    this.#filters = state.filters
    this.#sort = state.sort
    this.#density = state.density
    // A view kept before the table had a column shows that column where the table puts it.
    if (state.columns.length > 0) this.#columns = state.columns
    if (this.#standard.length > 0) this.offerColumns(this.#standard)
  }

  #keepLayout(): void {
    this.#memory.write('layout', JSON.stringify({ columns: this.#columns, density: this.#density }))
  }

  #keepShelf(shelf: Shelf): void {
    this.#shelf = shelf
    this.#memory.write('views', formatShelf(shelf))
  }
}
