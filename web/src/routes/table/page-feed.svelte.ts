import { ApiError } from '#lib/api/api-error.ts'
import type { Selection } from '#lib/api/project-page.ts'

const pageSize = 100

interface FeedPage<Group> {
  readonly projects: readonly Group[]
  readonly total: number
  /** Where the next page begins, null after the last one. */
  readonly next: string | null
}

export interface PageFeedOptions<Group> {
  readonly fetch: (selection: Selection, first: number, after: string) => Promise<FeedPage<Group>>
  /** Empties the sheet for another selection. */
  readonly open: (selection: Selection) => void
  readonly add: (groups: readonly Group[]) => void
}

/**
 * Fills the sheet page by page; a new selection ends the old one's loading. Rows that come cost a look at all that are there,
 * so the sheet gets them as soon as they are as many again: a hundred pages are handed over in seven times.
 */
export class PageFeed<Group> {
  readonly #options: PageFeedOptions<Group>
  #turn = 0
  #selection: Selection | null = null
  #next: string | null = null
  /** What came and is not in the sheet yet. */
  #waiting: Group[] = []
  #shown = $state(0)
  #loaded = $state(0)
  #total = $state(0)
  #problem = $state<string | null>(null)

  constructor(options: PageFeedOptions<Group>) {
    this.#options = options
  }

  get loaded(): number {
    return this.#loaded
  }
  get total(): number {
    return this.#total
  }
  /** Why the rest did not come. */
  get problem(): string | null {
    return this.#problem
  }
  get isLoading(): boolean {
    return this.#shown < this.#total
  }

  async show(selection: Selection, first: FeedPage<Group>): Promise<void> {
    this.#turn += 1
    this.#selection = selection
    // Who hears of the new place is to know that its rows are still to come.
    this.#shown = this.#loaded = 0
    this.#total = 1
    this.#waiting = []
    this.#options.open(selection)
    this.#take(first)
    await this.loadRest()
  }

  async loadRest(): Promise<void> {
    const turn = this.#turn
    this.#problem = null
    try {
      let coming = this.#ask(this.#next)
      while (coming !== null) {
        const page = await coming
        if (turn !== this.#turn) return
        // The server is at the next page while this one goes into the sheet.
        coming = this.#ask(page.next)
        this.#take(page)
      }
    } catch (problem) {
      if (!(problem instanceof ApiError)) throw problem
      if (turn !== this.#turn) return
      this.#problem = problem.message
      this.#handOver()
    }
  }

  #ask(after: string | null): Promise<FeedPage<Group>> | null {
    return after === null || this.#selection === null
      ? null
      : this.#options.fetch(this.#selection, pageSize, after)
  }

  #take({ projects, total, next }: FeedPage<Group>): void {
    this.#loaded += projects.length
    this.#total = next === null ? this.#loaded : Math.max(total, this.#loaded)
    this.#next = next
    this.#waiting.push(...projects)
    if (next === null || this.#waiting.length >= this.#shown) this.#handOver()
  }

  #handOver(): void {
    const groups = this.#waiting
    this.#waiting = []
    this.#shown = this.#loaded
    this.#options.add(groups)
  }
}
