import { compileFilters } from './column-filter.ts'
import type { Filters } from './column-filter.ts'
import { indicatorSubjects } from './indicator-filters.ts'
import type { IndicatorRow } from './indicator-table.ts'
import { searchWords } from './quick-filter.ts'
import { RowFinder } from './row-finder.ts'
import type { Search } from './row-finder.ts'
import type { SheetChange } from './sheet-model.ts'
import type { IndicatorModel } from './sheet.svelte.ts'

/** What words and filters leave. */
export interface Matches {
  readonly count: number
  /** Rows that were edited since and are shown though they no longer match, or the other way round. */
  readonly stale: number
}

/** The rows words and filters together let through, and what became of them since. */
export class SheetSearch {
  readonly #model: IndicatorModel
  readonly #finder: RowFinder<IndicatorRow>
  readonly #onmatches: (matches: Matches | null) => void
  readonly #edited = new Set<string>()
  #count = 0

  constructor(model: IndicatorModel, onmatches: (matches: Matches | null) => void) {
    this.#model = model
    this.#finder = new RowFinder<IndicatorRow>(model)
    this.#onmatches = onmatches
  }

  get isOn(): boolean {
    return this.#finder.isOn
  }

  has(id: string): boolean {
    return this.#finder.has(id)
  }

  find(text: string, filters: Filters): void {
    this.#finder.find(searchOf(this.#model, text, filters))
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

/** Made anew for each look, so that it sees what the rows say then; null when nothing is looked for. */
function searchOf(
  model: IndicatorModel,
  text: string,
  filters: Filters,
): (() => Search<IndicatorRow>) | null {
  const words = searchWords(model, text)
  const isFiltered = Object.keys(filters).length > 0
  if (!isFiltered) return words && (() => words)
  return () => {
    const passes = compileFilters(indicatorSubjects(model), filters)
    if (words === null) return () => ({ row: passes, alone: false })
    return (groupId) => {
      const { row: hasWords } = words(groupId)
      return { row: (row) => passes(row) && hasWords(row), alone: false }
    }
  }
}
