import type { RowWriter } from './assemble-rows.ts'
import type { CellChange, CreateChange } from './save.ts'
import type { LoadedGroup, SheetTable } from './sheet-table.ts'

/** What writing asks of a table. */
type Editor<R> = Pick<SheetTable<R, LoadedGroup<R>, unknown, unknown>, 'blank' | 'edit'>

/** Writes changes into records, each text read once: a change that waits is put over its row again and again. */
export class CellWriter<R> implements RowWriter<R> {
  readonly #table: Editor<R>
  readonly #written = new WeakMap<CellChange, { readonly from: R; readonly to: R }>()
  readonly #made = new WeakMap<CreateChange, R>()

  constructor(table: Editor<R>) {
    this.#table = table
  }

  /** Takes what is known already from the moment the change was typed. */
  remember(change: CellChange, from: R, to: R): void {
    this.#written.set(change, { from, to })
  }

  readonly write = (record: R, change: CellChange): R => {
    const known = this.#written.get(change)
    if (known !== undefined && known.from === record) return known.to
    const result = this.#table.edit(record, change.field, change.value)
    const to = 'record' in result ? result.record : record
    this.remember(change, record, to)
    return to
  }

  readonly make = (change: CreateChange): R => {
    const known = this.#made.get(change)
    if (known !== undefined) return known
    const made = Object.entries(change.cells).reduce((record, [field, text]) => {
      const result = this.#table.edit(record, field, text)
      return 'record' in result ? result.record : record
    }, this.#table.blank(change.seed))
    this.#made.set(change, made)
    return made
  }
}
