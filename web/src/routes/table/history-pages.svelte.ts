import { ApiError } from '#lib/api/api-error.ts'
import type { HistoryPage } from '#lib/api/history.ts'

/** Whoever walks through the cells by arrow keys, or types, does not ask for the history at each step. */
const STAY_FOR = 150

/** The history of what is looked at (a cell, a project), page by page. */
export class HistoryPages<Subject, Line> {
  readonly #fetch: (subject: Subject, after: string | null) => Promise<HistoryPage<Line>>
  #turn = 0
  #subject: Subject | null = null
  #lines = $state.raw<readonly Line[]>([])
  #next = $state.raw<string | null>(null)
  #loading = $state(false)
  #problem = $state<string | null>(null)

  constructor(fetch: (subject: Subject, after: string | null) => Promise<HistoryPage<Line>>) {
    this.#fetch = fetch
  }

  get lines(): readonly Line[] {
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

  /** Shows it to whoever stays with it for a moment; answers how to go on. */
  showSoon(subject: Subject | null): () => void {
    const timer = setTimeout(() => void this.#show(subject), STAY_FOR)
    return () => clearTimeout(timer)
  }

  async #show(subject: Subject | null): Promise<void> {
    const isSame = JSON.stringify(subject) === JSON.stringify(this.#subject)
    this.#subject = subject
    // The same again: its lines stay until the new ones are here.
    if (!isSame) {
      this.#lines = []
      this.#next = null
    }
    await this.#read(null)
  }

  readonly more = async (): Promise<void> => {
    if (this.#next !== null) await this.#read(this.#next)
  }

  async #read(after: string | null): Promise<void> {
    const turn = (this.#turn += 1)
    this.#problem = null
    if (this.#subject === null) return
    this.#loading = true
    try {
      const { lines, next } = await this.#fetch(this.#subject, after)
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
