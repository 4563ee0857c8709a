import { ApiError } from '#lib/api/api-error.ts'
import type { Api } from '#lib/api/client.ts'
import { fetchCellHistory } from '#lib/api/history.ts'
import type { HistoryLine } from '#lib/api/history.ts'

/** The cell whose history is looked at. */
export interface HistoryCell {
  readonly rowId: string
  readonly field: string
}

/** The history of the one cell that is looked at, page by page. */
export class CellHistory {
  readonly #api: Api
  #turn = 0
  #cell: HistoryCell | null = null
  #lines = $state.raw<readonly HistoryLine[]>([])
  #next = $state.raw<string | null>(null)
  #loading = $state(false)
  #problem = $state<string | null>(null)

  constructor(api: Api) {
    this.#api = api
  }

  get lines(): readonly HistoryLine[] {
    return this.#lines
  }
  get hasMore(): boolean {
    return this.#next !== null
  }
  get loading(): boolean {
    return this.#loading
  }
  get problem(): string | null {
    return this.#problem
  }

  async show(cell: HistoryCell | null): Promise<void> {
    const isSame = cell?.rowId === this.#cell?.rowId && cell?.field === this.#cell?.field
    this.#cell = cell
    // The same cell again: its lines stay until the new ones are here.
    if (!isSame) {
      this.#lines = []
      this.#next = null
    }
    await this.#read(null)
  }

  async more(): Promise<void> {
    if (this.#next !== null) await this.#read(this.#next)
  }

  async #read(after: string | null): Promise<void> {
    const turn = (this.#turn += 1)
    this.#problem = null
    if (this.#cell === null) return
    this.#loading = true
    try {
      const { rowId, field } = this.#cell
      const { lines, next } = await fetchCellHistory(this.#api, rowId, field, after)
      if (turn !== this.#turn) return
      this.#lines = after === null ? lines : [...this.#lines, ...lines]
      this.#next = next
    } catch (problem) {
      if (!(problem instanceof ApiError)) throw problem
      if (turn === this.#turn) this.#problem = problem.message
    } finally {
      if (turn === this.#turn) this.#loading = false
    }
  }
}
