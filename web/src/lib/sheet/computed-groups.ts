import { cellKey } from './patch.ts'
import type { CellKey } from './patch.ts'
import type { CellFinding, LoadedGroup, PlainRow, SheetTable } from './sheet-table.ts'

/** Of most groups only the view is ever asked; rows and cells are looked up once somebody looks at one. */
interface Known<Computed, View> {
  readonly view: View
  readonly rows: () => ReadonlyMap<string, Computed>
  readonly findings: () => ReadonlyMap<CellKey, readonly CellFinding[]>
}

export interface PlainGroup<R, Group> {
  readonly group: Group
  readonly rows: readonly PlainRow<R>[]
}

/** Scores, totals and findings, computed when they are looked at: a paste over a thousand projects costs what is in sight. */
export class ComputedGroups<R, Group extends LoadedGroup<R>, Computed, View> {
  readonly #table: SheetTable<R, Group, Computed, View>
  readonly #read: (groupId: string) => PlainGroup<R, Group> | null
  readonly #known = new Map<string, Known<Computed, View>>()
  readonly #stale = new Set<string>()

  constructor(
    table: SheetTable<R, Group, Computed, View>,
    read: (groupId: string) => PlainGroup<R, Group> | null,
  ) {
    this.#table = table
    this.#read = read
  }

  view(groupId: string): View | undefined {
    return this.#fresh(groupId)?.view
  }

  of(groupId: string, rowId: string): Computed | undefined {
    return this.#fresh(groupId)?.rows().get(rowId)
  }

  findingsAt(groupId: string, key: CellKey): readonly CellFinding[] {
    return this.#fresh(groupId)?.findings().get(key) ?? []
  }

  /** The group changed: what is known of it holds no more. */
  forget(groupId: string): void {
    this.#known.delete(groupId)
    this.#stale.add(groupId)
  }

  clear(): void {
    this.#known.clear()
    this.#stale.clear()
  }

  /** Computes one group that nobody has looked at yet; false when there is none. */
  computeNext(): boolean {
    for (const groupId of this.#stale) {
      this.#fresh(groupId)
      this.#stale.delete(groupId)
      return true
    }
    return false
  }

  #fresh(groupId: string): Known<Computed, View> | undefined {
    const known = this.#known.get(groupId)
    if (known !== undefined) return known
    const plain = this.#read(groupId)
    if (plain === null) return undefined
    const { view, rows, findings } = this.#table.compute(plain.group, plain.rows)
    const fresh = { view, rows: once(() => byRow(plain.rows, rows)), findings: once(() => byCell(findings)) }
    this.#known.set(groupId, fresh)
    this.#stale.delete(groupId)
    return fresh
  }
}

function once<Made>(make: () => Made): () => Made {
  let made: Made | null = null
  return () => (made ??= make())
}

const byRow = <Computed>(
  rows: readonly PlainRow<unknown>[],
  computed: readonly Computed[],
): ReadonlyMap<string, Computed> =>
  new Map(
    rows.flatMap(({ id }, index) => {
      const at = computed[index]
      return at === undefined ? [] : [[id, at]]
    }),
  )

function byCell(findings: readonly CellFinding[]): ReadonlyMap<CellKey, readonly CellFinding[]> {
  const cells = new Map<CellKey, CellFinding[]>()
  for (const finding of findings) {
    if (finding.rowId === null || finding.field === null) continue
    const key = cellKey(finding.rowId, finding.field)
    const known = cells.get(key)
    if (known === undefined) cells.set(key, [finding])
    else known.push(finding)
  }
  return cells
}
