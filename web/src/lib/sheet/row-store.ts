import { assembleRows, placeAfter } from './assemble-rows.ts'
import { ComputedGroups } from './computed-groups.ts'
import type { CellKey } from './patch.ts'
import type { CellChange, Change, RowChange, ServerRow } from './save.ts'
import type { CellFinding, LoadedGroup, PlainRow, Row, SheetTable } from './sheet-table.ts'
import { ShownRow } from './shown-row.ts'
import { CellWriter } from './write-cells.ts'

/** What a row would say. */
interface Trial<R> {
  readonly rowId: string
  readonly apply: (record: R) => R
}

/**
 * What the server confirmed, and over it what was done since: taking back a refused change is nothing more
 * than leaving it out when the group is put together again.
 */
export class RowStore<R, Group extends LoadedGroup<R>, Computed, View> {
  readonly #table: SheetTable<R, Group, Computed, View>
  readonly #groups = new Map<string, Group>()
  /** The rows of a group as the server has them, in its order. */
  readonly #confirmedOrder = new Map<string, readonly string[]>()
  /** The newest known state of every row seen in this tab, also of those not shown any more. */
  readonly #confirmed = new Map<string, ServerRow<R>>()
  /** The rows of a group as they are shown. */
  readonly #order = new Map<string, readonly Row<R, Computed>[]>()
  readonly #rows = new Map<string, Row<R, Computed>>()
  readonly #computed: ComputedGroups<R, Group, Computed, View>
  readonly #writer: CellWriter<R>
  /** Where the changes of rows that are gone, or not there yet, belong. */
  readonly #unconfirmedIn = new Map<string, string>()
  #groupIds: readonly string[] = []
  #trial: Trial<R> | null = null

  constructor(table: SheetTable<R, Group, Computed, View>) {
    this.#table = table
    this.#writer = new CellWriter(table)
    this.#computed = new ComputedGroups(table, (id) => {
      const group = this.#groups.get(id)
      return group === undefined ? null : { group, rows: this.#tried(this.rowsOf(id)) }
    })
  }

  /** The row that is computed as if it said something else. */
  get triedRow(): string | null {
    return this.#trial?.rowId ?? null
  }

  get groupIds(): readonly string[] {
    return this.#groupIds
  }

  get rowCount(): number {
    return this.#rows.size
  }

  group(id: string): Group | undefined {
    return this.#groups.get(id)
  }

  view(id: string): View | undefined {
    return this.#computed.view(id)
  }

  rowsOf(groupId: string): readonly Row<R, Computed>[] {
    return this.#order.get(groupId) ?? []
  }

  row(id: string): Row<R, Computed> | undefined {
    return this.#rows.get(id)
  }

  /** As far as it is known: as it is shown, else as the server had it last. */
  recordOf(id: string): R | undefined {
    return this.#rows.get(id)?.record ?? this.#confirmed.get(id)?.record
  }

  confirmedRow(id: string): ServerRow<R> | undefined {
    return this.#confirmed.get(id)
  }

  versionOf(rowId: string): number {
    return this.#confirmed.get(rowId)?.version ?? 0
  }

  findingsAt(rowId: string, key: CellKey): readonly CellFinding[] {
    const groupId = this.groupOf(rowId)
    return groupId === undefined ? [] : this.#computed.findingsAt(groupId, key)
  }

  /** Computes one group ahead of being looked at; false when all are. */
  computeNext(): boolean {
    return this.#computed.computeNext()
  }

  /** Computes a group as if one of its rows said something else, or as it is again; the rows themselves stay. */
  tryRow(trial: Trial<R> | null): void {
    for (const rowId of [this.#trial?.rowId, trial?.rowId]) {
      const groupId = rowId === undefined ? undefined : this.groupOf(rowId)
      if (groupId !== undefined) this.#computed.forget(groupId)
    }
    this.#trial = trial
  }

  /** Takes what typing has found out already. */
  remember(change: CellChange, from: R, to: R): void {
    this.#writer.remember(change, from, to)
  }

  clear(): void {
    this.#groups.clear()
    this.#confirmedOrder.clear()
    this.#order.clear()
    this.#rows.clear()
    this.#computed.clear()
    this.#groupIds = []
  }

  add(groups: readonly Group[], open: readonly Change[]): void {
    const added = groups.filter((group) => !this.#groups.has(group.id))
    this.#groupIds = [...this.#groupIds, ...added.map((group) => group.id)]
    this.#load(added, open)
  }

  /** Takes groups that were read anew; their rows come, go and move to where the server has them. */
  replace(groups: readonly Group[], open: readonly Change[]): ReadonlySet<string> {
    const known = groups.filter((group) => this.#groups.has(group.id))
    this.#load(known, open)
    return new Set(known.map((group) => group.id))
  }

  /** Forgets groups that are gone. */
  remove(groupIds: ReadonlySet<string>): void {
    if (groupIds.size === 0) return
    for (const id of groupIds) {
      for (const row of this.rowsOf(id)) this.#rows.delete(row.id)
      this.#groups.delete(id)
      this.#confirmedOrder.delete(id)
      this.#order.delete(id)
      this.#computed.forget(id)
    }
    this.#groupIds = this.#groupIds.filter((id) => !groupIds.has(id))
  }

  #tried(rows: readonly PlainRow<R>[]): readonly PlainRow<R>[] {
    const trial = this.#trial
    if (trial === null) return rows
    return rows.map(({ id, line, record }) =>
      id === trial.rowId ? { id, line, record: trial.apply(record) } : { id, line, record },
    )
  }

  #load(groups: readonly Group[], open: readonly Change[]): void {
    for (const group of groups) {
      this.#groups.set(group.id, group)
      this.#computed.forget(group.id)
      this.#confirmedOrder.set(
        group.id,
        group.rows.map((row) => row.id),
      )
      for (const row of group.rows) this.confirm(row)
    }
    this.#assembleAll(new Set(groups.map((group) => group.id)), open)
  }

  /** Takes a row from the server unless a newer one is known: answers and pages may overtake one another. */
  confirm(row: ServerRow<R>): void {
    const known = this.#confirmed.get(row.id)
    if (known === undefined || known.version <= row.version) this.#confirmed.set(row.id, row)
  }

  /** Takes a row's coming, going or move that the server accepted. */
  confirmPlace(change: RowChange): void {
    const groupId = this.groupOf(change.rowId)
    const order = groupId === undefined ? undefined : this.#confirmedOrder.get(groupId)
    if (groupId === undefined || order === undefined) return
    const others = order.filter((id) => id !== change.rowId)
    this.#confirmedOrder.set(
      groupId,
      change.kind === 'delete' ? others : placeAfter(others, change.rowId, change.after),
    )
    if (change.kind !== 'delete') return
    this.#confirmed.delete(change.rowId)
    this.expect(change.rowId, groupId)
  }

  /** Remembers where a row belongs before its group is put together again. */
  expect(rowId: string, groupId: string): void {
    this.#unconfirmedIn.set(rowId, groupId)
  }

  groupOf(rowId: string): string | undefined {
    return this.#confirmed.get(rowId)?.groupId ?? this.#unconfirmedIn.get(rowId)
  }

  /** Puts the groups of these rows together again: those that are shown, and whether rows came, went or moved. */
  recompute(
    rowIds: Iterable<string>,
    open: readonly Change[],
  ): { readonly groups: ReadonlySet<string>; readonly rows: boolean } {
    const touched = new Set<string>()
    for (const rowId of rowIds) {
      const groupId = this.groupOf(rowId)
      if (groupId !== undefined && this.#groups.has(groupId)) touched.add(groupId)
    }
    return { groups: touched, rows: this.#assembleAll(touched, open) }
  }

  #assembleAll(groupIds: ReadonlySet<string>, open: readonly Change[]): boolean {
    const byGroup = new Map<string, Change[]>()
    for (const change of open) {
      const groupId = this.groupOf(change.rowId)
      if (groupId === undefined || !groupIds.has(groupId)) continue
      const list = byGroup.get(groupId)
      if (list === undefined) byGroup.set(groupId, [change])
      else list.push(change)
    }
    let reordered = false
    for (const id of groupIds) reordered = this.#assemble(id, byGroup.get(id) ?? []) || reordered
    return reordered
  }

  /** Answers whether rows came, went or moved. */
  #assemble(groupId: string, changes: readonly Change[]): boolean {
    if (!this.#groups.has(groupId)) return false
    const before = this.rowsOf(groupId)
    const confirmed = (this.#confirmedOrder.get(groupId) ?? []).flatMap((id) => this.#confirmed.get(id) ?? [])
    const assembled = assembleRows(confirmed, changes, this.#writer).map((row) => this.#shown(groupId, row))
    const rows = this.#table.arrange?.(assembled) ?? assembled
    if (rows.length === before.length && rows.every((row, index) => row === before[index])) return false
    this.#computed.forget(groupId)
    for (const row of before) this.#rows.delete(row.id)
    for (const row of rows) this.#rows.set(row.id, row)
    this.#order.set(groupId, rows)
    return rows.length !== before.length || rows.some((row, index) => row.id !== before[index]?.id)
  }

  /** The row as it was before, if it still says the same: then neither it nor its group is computed again. */
  #shown(groupId: string, { id, line, record }: PlainRow<R>): Row<R, Computed> {
    const known = this.#rows.get(id)
    const isSame = known?.line === line && (known.record === record || this.#table.same(known.record, record))
    return isSame ? known : new ShownRow({ id, line, record }, groupId, this.#computed)
  }
}
