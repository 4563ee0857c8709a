import type { GridApi } from 'ag-grid-community'
import { SvelteSet } from 'svelte/reactivity'
import type { GridRow } from '../grid-row.ts'
import type { Folding, GridTable } from '../grid-table.ts'

/** What is folded: groups, or rows that hide those below them. */
export class RowFolding implements Folding {
  readonly #table: GridTable
  readonly #grid: () => GridApi<GridRow> | null
  readonly #folded = new SvelteSet<string>()

  constructor(table: GridTable, grid: () => GridApi<GridRow> | null) {
    this.#table = table
    this.#grid = grid
  }

  get isOn(): boolean {
    return this.#folded.size > 0
  }

  readonly isFolded = (id: string): boolean => this.#folded.has(id)

  hides(row: GridRow): boolean {
    return this.#table.foldersOf(row).some(this.isFolded)
  }

  readonly toggle = (id: string): void => {
    if (!this.#folded.delete(id)) this.#folded.add(id)
    this.#show([id])
  }

  /** Folds everything; where everything is folded already, unfolds it. */
  toggleAll(): void {
    const folders = this.#table.folders()
    const isOpen = this.#folded.size < folders.length
    this.#folded.clear()
    if (isOpen) for (const id of folders) this.#folded.add(id)
    this.#show(folders)
  }

  /** Unfolds what hides a row; the grid is told by whoever shows it. */
  unfold(row: GridRow): void {
    for (const id of this.#table.foldersOf(row)) this.#folded.delete(id)
  }

  #show(ids: readonly string[]): void {
    const grid = this.#grid()
    grid?.onFilterChanged()
    // A row that folds others says so in its cell, whose text is the same as before.
    const rowNodes = ids.flatMap((id) => grid?.getRowNode(id) ?? [])
    if (this.#table.drawGroup === null)
      grid?.refreshCells({ rowNodes, columns: [this.#table.nameColumn], force: true })
  }
}
