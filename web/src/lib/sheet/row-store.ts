import { assembleRows, placeAfter } from './assemble-rows.ts'
import { cellKey } from './patch.ts'
import type { CellKey } from './patch.ts'
import type { Change, FieldId, RowChange, RowContent, ServerRow } from './save.ts'
import type { CellFinding, LoadedGroup, PlainRow, Row, SheetTable } from './sheet-table.ts'

/**
 * What the server confirmed, and over it what was done since: taking back a refused change is nothing more
 * than leaving it out when the group is put together again.
 */
export class RowStore<R, Group extends LoadedGroup<R>, Computed, View> {
  readonly #table: SheetTable<R, Group, Computed, View>
  readonly #groups = new Map<string, Group>()
  readonly #views = new Map<string, View>()
  /** The group as it was when its view was computed. */
  readonly #computedOf = new Map<string, Group>()
  /** The rows of a group as the server has them, in its order. */
  readonly #confirmedOrder = new Map<string, readonly string[]>()
  /** The newest known state of every row seen in this tab, also of those not shown any more. */
  readonly #confirmed = new Map<string, ServerRow<R>>()
  /** The rows of a group as they are shown. */
  readonly #order = new Map<string, readonly Row<R, Computed>[]>()
  readonly #rows = new Map<string, Row<R, Computed>>()
  readonly #findings = new Map<CellKey, CellFinding[]>()
  /** Where the changes of rows that are gone, or not there yet, belong. */
  readonly #groupOf = new Map<string, string>()
  #groupIds: readonly string[] = []

  constructor(table: SheetTable<R, Group, Computed, View>) {
    this.#table = table
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
    return this.#views.get(id)
  }

  rowsOf(groupId: string): readonly Row<R, Computed>[] {
    return this.#order.get(groupId) ?? []
  }

  row(id: string): Row<R, Computed> | undefined {
    return this.#rows.get(id)
  }

  confirmedRow(id: string): ServerRow<R> | undefined {
    return this.#confirmed.get(id)
  }

  versionOf(rowId: string): number {
    return this.#confirmed.get(rowId)?.version ?? 0
  }

  findingsAt(key: CellKey): readonly CellFinding[] {
    return this.#findings.get(key) ?? []
  }

  /** A row as text, and the row it stands under: all it takes to put it back. */
  contentOf(rowId: string): RowContent | null {
    const row = this.#rows.get(rowId)
    if (row === undefined) return null
    const order = this.rowsOf(row.groupId)
    const above = order[order.indexOf(row) - 1]
    const cells: { [field: FieldId]: string } = {}
    for (const field of this.#table.fields) {
      const text = this.#table.format(row.record, field)
      if (text !== '') cells[field] = text
    }
    return { after: above?.id ?? null, seed: this.#table.seedOf(row.record), cells }
  }

  clear(): void {
    this.#groups.clear()
    this.#views.clear()
    this.#computedOf.clear()
    this.#confirmedOrder.clear()
    this.#order.clear()
    this.#rows.clear()
    this.#findings.clear()
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

  #load(groups: readonly Group[], open: readonly Change[]): void {
    for (const group of groups) {
      this.#groups.set(group.id, group)
      this.#confirmedOrder.set(
        group.id,
        group.rows.map((row) => row.id),
      )
      for (const row of group.rows) this.confirm(row)
    }
    this.#computeAll(new Set(groups.map((group) => group.id)), open)
  }

  /** Takes a row from the server unless a newer one is known: answers and pages may overtake one another. */
  confirm(row: ServerRow<R>): void {
    const known = this.#confirmed.get(row.id)
    if (known === undefined || known.version <= row.version) this.#confirmed.set(row.id, row)
    this.#groupOf.set(row.id, row.groupId)
  }

  /** Takes a row's coming, going or move that the server accepted. */
  confirmPlace(change: RowChange): void {
    const groupId = this.#groupOf.get(change.rowId)
    const order = groupId === undefined ? undefined : this.#confirmedOrder.get(groupId)
    if (groupId === undefined || order === undefined) return
    const others = order.filter((id) => id !== change.rowId)
    this.#confirmedOrder.set(
      groupId,
      change.kind === 'delete' ? others : placeAfter(others, change.rowId, change.after),
    )
    if (change.kind === 'delete') this.#confirmed.delete(change.rowId)
  }

  /** Remembers where a row belongs before its group is put together again. */
  expect(rowId: string, groupId: string): void {
    this.#groupOf.set(rowId, groupId)
  }

  groupOf(rowId: string): string | undefined {
    return this.#groupOf.get(rowId)
  }

  /** Puts the groups of these rows together again: those that are shown, and whether rows came, went or moved. */
  recompute(
    rowIds: Iterable<string>,
    open: readonly Change[],
  ): { readonly groups: ReadonlySet<string>; readonly rows: boolean } {
    const touched = new Set<string>()
    for (const rowId of rowIds) {
      const groupId = this.#groupOf.get(rowId)
      if (groupId !== undefined && this.#groups.has(groupId)) touched.add(groupId)
    }
    return { groups: touched, rows: this.#computeAll(touched, open) }
  }

  #computeAll(groupIds: ReadonlySet<string>, open: readonly Change[]): boolean {
    const byGroup = new Map<string, Change[]>()
    for (const change of open) {
      const groupId = this.#groupOf.get(change.rowId)
      if (groupId === undefined || !groupIds.has(groupId)) continue
      const list = byGroup.get(groupId)
      if (list === undefined) byGroup.set(groupId, [change])
      else list.push(change)
    }
    let reordered = false
    for (const id of groupIds) reordered = this.#compute(id, byGroup.get(id) ?? []) || reordered
    return reordered
  }

  /** Answers whether rows came, went or moved. */
  #compute(groupId: string, changes: readonly Change[]): boolean {
    const group = this.#groups.get(groupId)
    if (group === undefined) return false
    const before = this.rowsOf(groupId)
    const confirmed = (this.#confirmedOrder.get(groupId) ?? []).flatMap((id) => this.#confirmed.get(id) ?? [])
    const rows = assembleRows(confirmed, changes, this.#table).map((row) => this.#knownAs(row))
    const isSame = rows.length === before.length && rows.every((row, index) => row === before[index])
    if (isSame && this.#computedOf.get(groupId) === group) return false
    this.#computedOf.set(groupId, group)
    const { view, rows: computed, findings } = this.#table.compute(group, rows)
    for (const row of before) {
      this.#rows.delete(row.id)
      for (const field of this.#table.fields) this.#findings.delete(cellKey(row.id, field))
    }
    for (const finding of findings) {
      if (finding.rowId === null || finding.field === null) continue
      const key = cellKey(finding.rowId, finding.field)
      this.#findings.set(key, [...this.findingsAt(key), finding])
    }
    const shown = rows.flatMap(({ id, line, record }, index): Row<R, Computed>[] => {
      const at = computed[index]
      return at === undefined ? [] : [{ id, groupId, line, record, computed: at }]
    })
    this.#views.set(groupId, view)
    this.#order.set(groupId, shown)
    for (const row of shown) this.#rows.set(row.id, row)
    return shown.length !== before.length || shown.some((row, index) => row.id !== before[index]?.id)
  }

  /** The row object of before, if it still says the same: then neither it nor its group is computed again. */
  #knownAs(row: PlainRow<R>): PlainRow<R> {
    const known = this.#rows.get(row.id)
    if (known === undefined || known.line !== row.line) return row
    return known.record === row.record || this.#table.same(known.record, row.record) ? known : row
  }
}
