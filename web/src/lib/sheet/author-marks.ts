import type { Clock } from './clock.ts'
import type { CellKey } from './patch.ts'
import type { Author, AuthoredCell } from './plan-notice.ts'

const freshFor = 8_000
/** As many cells as anybody will still ask about. */
const most = 20_000

/** Who changed which cell: for some seconds the cell shows it by itself, afterwards it tells who asks. */
export class AuthorMarks {
  readonly #clock: Clock
  readonly #onFaded: (rowIds: ReadonlySet<string>) => void
  readonly #authors = new Map<CellKey, Author>()
  readonly #fresh = new Set<Author>()

  constructor(clock: Clock, onFaded: (rowIds: ReadonlySet<string>) => void) {
    this.#clock = clock
    this.#onFaded = onFaded
  }

  of(key: CellKey): Author | null {
    return this.#authors.get(key) ?? null
  }

  isFresh(author: Author): boolean {
    return this.#fresh.has(author)
  }

  add(cells: readonly AuthoredCell[]): void {
    if (cells.length === 0) return
    if (this.#authors.size + cells.length > most) this.#authors.clear()
    for (const { key, author } of cells) {
      this.#authors.set(key, author)
      this.#fresh.add(author)
    }
    this.#clock.after(freshFor, () => {
      for (const { author } of cells) this.#fresh.delete(author)
      this.#onFaded(new Set(cells.map(({ rowId }) => rowId)))
    })
  }

  /** What one wrote oneself needs no name. */
  forget(keys: Iterable<CellKey>): void {
    for (const key of keys) this.#authors.delete(key)
  }
}
