import { ApiError } from '#lib/api/api-error.ts'
import type { Api } from '#lib/api/client.ts'
import { fetchProjects } from '#lib/api/projects.ts'
import type { ProjectPage, Selection } from '#lib/api/projects.ts'
import { route } from '#lib/route.ts'
import type { IndicatorSheet } from '#lib/sheet/sheet.svelte.ts'

const pageSize = 100

/** Fills the sheet page by page; a new selection ends the old one's loading. */
export class PageFeed {
  readonly #api: Api
  readonly #sheet: IndicatorSheet
  #turn = 0
  #selection: Selection | null = null
  #next: string | null = null
  #loaded = $state(0)
  #total = $state(0)
  #problem = $state<string | null>(null)
  #hasMidterm = $state(false)

  constructor(api: Api, sheet: IndicatorSheet) {
    this.#api = api
    this.#sheet = sheet
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
    return this.#loaded < this.#total
  }

  /** Whether any row is a mid-term one: only then its column is worth its width. */
  get hasMidterm(): boolean {
    return this.#hasMidterm
  }

  async show(selection: Selection, first: ProjectPage): Promise<void> {
    this.#turn += 1
    this.#selection = selection
    this.#sheet.open(route.sheet({ year: selection.year, agency: selection.agencyId }))
    this.#loaded = 0
    this.#hasMidterm = false
    this.#take(first)
    await this.loadRest()
  }

  async loadRest(): Promise<void> {
    const turn = this.#turn
    this.#problem = null
    try {
      while (this.#next !== null && this.#selection !== null) {
        const page = await fetchProjects(this.#api, this.#selection, pageSize, this.#next)
        if (turn !== this.#turn) return
        this.#take(page)
      }
    } catch (problem) {
      if (!(problem instanceof ApiError)) throw problem
      if (turn === this.#turn) this.#problem = problem.message
    }
  }

  #take(page: ProjectPage): void {
    this.#sheet.add(page.projects)
    this.#hasMidterm ||= page.projects.some(({ rows }) => rows.some((row) => row.record.period === 'midterm'))
    this.#loaded += page.projects.length
    this.#total = page.next === null ? this.#loaded : Math.max(page.total, this.#loaded)
    this.#next = page.next
  }
}
