import type { PlainRow, Row } from './sheet-table.ts'

/** What is computed of rows together with their groups. */
interface ComputedRows<Computed> {
  readonly of: (groupId: string, rowId: string) => Computed | undefined
}

/** A row of the sheet; what is computed of it is asked of its group. A class, because there are 100,000 of them. */
export class ShownRow<R, Computed> implements Row<R, Computed> {
  readonly id: string
  readonly groupId: string
  readonly line: number | null
  readonly record: R
  readonly #computed: ComputedRows<Computed>

  constructor({ id, line, record }: PlainRow<R>, groupId: string, computed: ComputedRows<Computed>) {
    this.id = id
    this.groupId = groupId
    this.line = line
    this.record = record
    this.#computed = computed
  }

  get computed(): Computed {
    const at = this.#computed.of(this.groupId, this.id)
    if (at === undefined) throw new Error(`a row that is not in the sheet any more: ${this.id}`)
    return at
  }
}
