import type { Filters } from './column-filter.ts'
import { RowFinder } from './row-finder.ts'
import type { FinderSource, Search } from './row-finder.ts'
import type { SheetChange } from './sheet-model.ts'

/** What words and filters leave. */
export interface Matches {
  readonly count: number
  /** Rows that were edited since and are shown though they no longer match, or the other way round. */
  readonly stale: number
}

/** What the grid asks of a search, whatever the rows are. */
export type GridSearch = Pick<SheetSearch<never>, 'isOn' | 'has' | 'find' | 'follow' | 'show'>

/** Made anew for each look, so that it sees what the rows say then; null when nothing is looked for. */
export type MakeSearch<R> = (text: string, filters: Filters) => (() => Search<R>) | null

/** The rows words and filters together let through, and what became of them since. */
export class SheetSearch<R extends { readonly id: string }> {
  readonly #searchOf: MakeSearch<R>
  readonly #finder: RowFinder<R>
  readonly #onmatches: (matches: Matches | null) => void
  readonly #edited = new Set<string>()
  #count = 0

  constructor(
    source: FinderSource<R>,
    searchOf: MakeSearch<R>,
    onmatches: (matches: Matches | null) => void,
  ) {
    this.#searchOf = searchOf
    this.#finder = new RowFinder<R>(source)
    this.#onmatches = onmatches
  }

  get isOn(): boolean {
    return this.#finder.isOn
  }

  has(id: string): boolean {
    return this.#finder.has(id)
  }

  find(text: string, filters: Filters): void {
    this.#finder.find(this.#searchOf(text, filters))
    this.#edited.clear()
    this.#report(true)
  }

  /** Rows that come are looked at; rows that change stay as they were found, and are counted. */
  follow({ rows, groups }: SheetChange): void {
    if (!this.#finder.isOn) return
    if (rows) this.#finder.extend()
    else for (const id of groups) this.#edited.add(id)
    this.#report(rows)
  }

  /** Lets one row through, whatever is looked for, until something else is. */
  show(rowId: string, groupId: string): void {
    this.#finder.show(rowId, groupId)
    this.#report(true)
  }

  #report(rows: boolean): void {
    if (rows) this.#count = this.#finder.count
    this.#onmatches(
      this.#finder.isOn ? { count: this.#count, stale: this.#finder.stale(this.#edited) } : null,
    )
  }
}
