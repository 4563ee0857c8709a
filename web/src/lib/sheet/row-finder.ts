import type { RowTest } from './column-filter.ts'

/** Rows under their groups, as the model has them. */
export interface FinderSource<R> {
  readonly groupIds: readonly string[]
  readonly rowsOf: (groupId: string) => readonly R[]
}

/** What is looked for; the group's own words are read once for all of its rows. */
export interface GroupTest<R> {
  readonly row: RowTest<R>
  /** Whether the group is shown though no row of it is. */
  readonly alone: boolean
}

export type Search<R> = (groupId: string) => GroupTest<R>

/**
 * The rows that are shown. Found when what is looked for changes and not while editing: a row never vanishes
 * under the hands of who edits it, and a row that was just made is there.
 */
export class RowFinder<R extends { readonly id: string }> {
  readonly #source: FinderSource<R>
  #makeSearch: (() => Search<R>) | null = null
  readonly #found = new Set<string>()
  /** The groups and rows that were looked at; a row that is a group of its own has the same id as it. */
  readonly #knownGroups = new Set<string>()
  readonly #known = new Set<string>()

  constructor(source: FinderSource<R>) {
    this.#source = source
  }

  /** Whether anything is looked for at all. */
  get isOn(): boolean {
    return this.#makeSearch !== null
  }

  /** How many rows are left, of those that are still there. */
  get count(): number {
    let count = 0
    for (const id of this.#source.groupIds)
      for (const row of this.#source.rowsOf(id)) if (this.#found.has(row.id)) count += 1
    return count
  }

  has(id: string): boolean {
    return this.#makeSearch === null || this.#found.has(id)
  }

  /** Looks for something else, or for nothing; a search is made anew for each look, of what the rows say then. */
  find(makeSearch: (() => Search<R>) | null): void {
    this.#makeSearch = makeSearch
    this.#found.clear()
    this.#knownGroups.clear()
    this.#known.clear()
    this.extend()
  }

  /** Looks at groups that came since; a row that came into a group seen before was made by hand, and stays. */
  extend(): void {
    if (this.#makeSearch === null) return
    const search = this.#makeSearch()
    for (const id of this.#source.groupIds) {
      const test = this.#knownGroups.has(id) ? null : search(id)
      if (test?.alone) this.#found.add(id)
      this.#knownGroups.add(id)
      for (const row of this.#source.rowsOf(id)) {
        if (this.#known.has(row.id)) continue
        this.#known.add(row.id)
        if (test !== null && !test.row(row)) continue
        this.#found.add(row.id).add(id)
      }
    }
  }

  /** Shows a row though it is not what is looked for. */
  show(rowId: string, groupId: string): void {
    this.#found.add(rowId).add(groupId)
  }

  /** How many rows of these groups are shown without being what is looked for, or the other way round. */
  stale(groupIds: Iterable<string>): number {
    if (this.#makeSearch === null) return 0
    const search = this.#makeSearch()
    let count = 0
    for (const id of groupIds) {
      const { row: passes } = search(id)
      for (const row of this.#source.rowsOf(id)) if (passes(row) !== this.#found.has(row.id)) count += 1
    }
    return count
  }
}
