import type { Clock } from './clock.ts'
import type { CellKey } from './patch.ts'

const shownFor = 2_000

/** The cells that say for a moment that they were saved; one timer for all that one answer brought. */
export class SavedMarks {
  readonly #clock: Clock
  readonly #onGone: (rowIds: ReadonlySet<string>) => void
  readonly #marks = new Map<CellKey, symbol>()

  constructor(clock: Clock, onGone: (rowIds: ReadonlySet<string>) => void) {
    this.#clock = clock
    this.#onGone = onGone
  }

  has(key: CellKey): boolean {
    return this.#marks.has(key)
  }

  add(cells: readonly { readonly key: CellKey; readonly rowId: string }[]): void {
    if (cells.length === 0) return
    const answer = Symbol()
    for (const { key } of cells) this.#marks.set(key, answer)
    this.#clock.after(shownFor, () => {
      // A cell that was saved once more in between keeps its newer mark.
      const gone = cells.filter(({ key }) => this.#marks.get(key) === answer)
      for (const { key } of gone) this.#marks.delete(key)
      this.#onGone(new Set(gone.map(({ rowId }) => rowId)))
    })
  }
}
