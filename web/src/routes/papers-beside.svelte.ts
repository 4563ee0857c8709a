import { ApiError } from '#lib/api/api-error.ts'
import type { Api } from '#lib/api/client.ts'
import { fetchOtherPapers } from '#lib/api/other-papers.ts'
import type { OtherPapers } from '#lib/api/other-papers.ts'

const nothing: OtherPapers = { otherForm: null, previousYear: null }

/** What the one project that is looked at can be compared with. */
export class PapersBeside {
  readonly #api: Api
  #turn = 0
  #projectId = $state<string | null>(null)
  #papers = $state.raw<OtherPapers>(nothing)
  #loading = $state(false)
  #problem = $state<string | null>(null)

  constructor(api: Api) {
    this.#api = api
  }

  /** The project whose papers these are. */
  get projectId(): string | null {
    return this.#projectId
  }
  get papers(): OtherPapers {
    return this.#papers
  }
  get loading(): boolean {
    return this.#loading
  }
  get problem(): string | null {
    return this.#problem
  }

  async show(projectId: string | null): Promise<void> {
    const turn = (this.#turn += 1)
    this.#problem = null
    this.#loading = projectId !== null
    try {
      const papers = projectId === null ? nothing : await fetchOtherPapers(this.#api, projectId)
      if (turn !== this.#turn) return
      this.#projectId = projectId
      this.#papers = papers
    } catch (problem) {
      if (!(problem instanceof ApiError)) throw problem
      if (turn === this.#turn) this.#problem = problem.message
    } finally {
      if (turn === this.#turn) this.#loading = false
    }
  }
}
