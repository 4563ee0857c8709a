import type { FieldId } from '../save.ts'
import type { LoadedGroup, SheetTable } from '../sheet-table.ts'

interface GroupedRows<Group> {
  readonly row: (rowId: string) => { readonly groupId: string } | undefined
  readonly group: (id: string) => Group | undefined
}

type LockedTable<R, Group extends LoadedGroup<R>> = Pick<
  SheetTable<R, Group, never, never>,
  'fields' | 'lockOf' | 'rowLockOf' | 'describe'
>

/** Why cells cannot be changed: asked for every cell of a paste, found out once for all fields of a group. */
export class Locks<R, Group extends LoadedGroup<R>> {
  readonly #table: LockedTable<R, Group>
  readonly #rows: GroupedRows<Group>
  /** A group that is read anew is another one. */
  readonly #known = new WeakMap<Group, ReadonlyMap<FieldId, string>>()

  constructor(table: LockedTable<R, Group>, rows: GroupedRows<Group>) {
    this.#table = table
    this.#rows = rows
  }

  /** Null when the cell can be changed. */
  of(rowId: string, field: FieldId): string | null {
    const row = this.#rows.row(rowId)
    const group = row && this.#rows.group(row.groupId)
    return group === undefined ? null : (this.#ofGroup(group).get(field) ?? null)
  }

  /** Null when rows may come, go and move in the group. */
  ofRows(groupId: string): string | null {
    const group = this.#rows.group(groupId)
    const lock = group === undefined ? null : (this.#table.rowLockOf?.(group) ?? null)
    return lock === null ? null : this.#table.describe(lock)
  }

  #ofGroup(group: Group): ReadonlyMap<FieldId, string> {
    const known = this.#known.get(group)
    if (known !== undefined) return known
    const { fields, lockOf, describe } = this.#table
    const locks = new Map<FieldId, string>()
    for (const field of fields) {
      const lock = lockOf?.(group, field) ?? null
      if (lock !== null) locks.set(field, describe(lock))
    }
    this.#known.set(group, locks)
    return locks
  }
}
