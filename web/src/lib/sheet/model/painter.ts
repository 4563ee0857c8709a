import { CellCache } from '../cell-cache.ts'
import type { CellView } from '../cell-view.ts'
import type { RowStore } from '../row-store.ts'
import type { Change } from '../save.ts'
import type { ColumnId, LoadedGroup } from '../sheet-table.ts'

/** What changed, so that a view repaints that and nothing else. */
export interface SheetChange {
  /** Rows came or went, or stand elsewhere. */
  readonly rows: boolean
  readonly groups: ReadonlySet<string>
  /** Only as long as somebody types: what is shown stays where it is, whatever it says meanwhile. */
  readonly isTrial: boolean
}

interface PainterOptions<R> {
  readonly store: Pick<RowStore<R, LoadedGroup<R>, unknown, unknown>, 'row' | 'rowsOf' | 'recompute'>
  /** What was done and is not answered yet. */
  readonly changes: () => readonly Change[]
}

const none: ReadonlySet<string> = new Set()

/** Remembers how cells look, and tells views which of them may look different now. */
export class Painter<R> {
  readonly #options: PainterOptions<R>
  readonly #cells = new CellCache()
  readonly #listeners = new Set<(change: SheetChange) => void>()

  constructor(options: PainterOptions<R>) {
    this.#options = options
  }

  onChange(listener: (change: SheetChange) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** The same object as long as nothing about the cell changed. */
  cell(rowId: string, column: ColumnId, make: () => CellView): CellView {
    return this.#cells.get(rowId, column, make)
  }

  /** Other rows are to be shown. */
  clear(): void {
    this.#cells.clear()
    this.#tell({ rows: true, groups: none, isTrial: false })
  }

  /** Puts the groups of these rows together again: scores, totals, findings. */
  recompute(rowIds: Iterable<string>): void {
    const { groups, rows } = this.#options.store.recompute(rowIds, this.#options.changes())
    this.refreshGroups(groups, rows)
  }

  /** Only what the cells of these rows say about themselves. */
  refresh(rowIds: Iterable<string>): void {
    const { store } = this.#options
    const groups = new Set<string>()
    for (const rowId of rowIds) {
      const groupId = store.row(rowId)?.groupId
      if (groupId !== undefined) groups.add(groupId)
    }
    this.refreshGroups(groups)
  }

  /** The group of a row in which somebody types counts what is typed. */
  refreshTrial(rowId: string): void {
    const groupId = this.#options.store.row(rowId)?.groupId
    if (groupId !== undefined) this.#refresh({ rows: false, groups: new Set([groupId]), isTrial: true })
  }

  /** `rows`: some of theirs came, went or stand elsewhere. */
  refreshGroups(groups: ReadonlySet<string>, rows = false): void {
    this.#refresh({ rows, groups, isTrial: false })
  }

  /** What is said of the sheet as a whole changed: its steps, what was not saved. */
  refreshSummary(): void {
    this.#tell({ rows: false, groups: none, isTrial: false })
  }

  #refresh(change: SheetChange): void {
    for (const id of change.groups)
      for (const row of this.#options.store.rowsOf(id)) this.#cells.expire(row.id)
    this.#tell(change)
  }

  #tell(change: SheetChange): void {
    for (const listener of this.#listeners) listener(change)
  }
}
