import type { RowStore } from '../row-store.ts'
import type { FieldId, RowChange, RowContent } from '../save.ts'
import type { ColumnId, LoadedGroup, SheetTable, ShownCell } from '../sheet-table.ts'
import { CellWriter } from '../write-cells.ts'

/** What rows say, as text. */
export class RowTexts<R, Group extends LoadedGroup<R>, Computed, View> {
  readonly #table: SheetTable<R, Group, Computed, View>
  readonly #store: RowStore<R, Group, Computed, View>

  constructor(table: SheetTable<R, Group, Computed, View>, store: RowStore<R, Group, Computed, View>) {
    this.#table = table
    this.#store = store
  }

  /** What a person calls the row. */
  titleOf(rowId: string): string {
    const record = this.#store.recordOf(rowId)
    return record === undefined ? '' : this.#table.titleOf(record)
  }

  /** A row that was not made is named by what it would have been. */
  titleOfChange(change: RowChange): string {
    if (change.kind !== 'create') return this.titleOf(change.rowId)
    return this.#table.titleOf(new CellWriter(this.#table).make(change))
  }

  /** A field as it is kept. */
  textAt(rowId: string, field: FieldId): string {
    const row = this.#store.row(rowId)
    return row === undefined ? '' : this.#table.format(row.record, field)
  }

  /** What a cell shows, a text that was not taken left out. */
  shown(rowId: string, column: ColumnId): ShownCell | null {
    const row = this.#store.row(rowId)
    if (row === undefined) return null
    // A field says what it holds without anything being computed: there may be a million of them.
    if (!this.#table.fields.includes(column)) return this.#table.show(row, column)
    const { fieldText, format } = this.#table
    return { text: (fieldText ?? format)(row.record, column), explanation: null }
  }

  /** A row as text, and the row it stands under: all it takes to put it back. */
  contentOf(rowId: string): RowContent | null {
    const row = this.#store.row(rowId)
    if (row === undefined) return null
    const order = this.#store.rowsOf(row.groupId)
    const above = order[order.indexOf(row) - 1]
    const cells: { [field: FieldId]: string } = {}
    for (const field of this.#table.fields) {
      const text = this.#table.format(row.record, field)
      if (text !== '') cells[field] = text
    }
    return { after: above?.id ?? null, seed: this.#table.seedOf(row.record), cells }
  }
}
