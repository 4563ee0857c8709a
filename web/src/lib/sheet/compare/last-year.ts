import type { Indicator } from '@biaochi/domain'

/** The indicators a project had a year earlier; null when there was no such project. */
export type YearBefore = readonly Indicator[] | null

export interface LastYearOptions {
  readonly fetch: (projectIds: readonly string[]) => Promise<ReadonlyMap<string, YearBefore>>
  /** What these projects were is known now. */
  readonly onarrive: (projectIds: readonly string[]) => void
}

/** As many projects as a page of the API holds. */
const atOnce = 100

/** Last year's indicators of the projects that are shown, read when somebody wants to see them and not before. */
export class LastYear {
  readonly #options: LastYearOptions
  readonly #known = new Map<string, YearBefore>()
  #wanted: readonly string[] = []
  #isReading = false

  constructor(options: LastYearOptions) {
    this.#options = options
  }

  /** Undefined as long as it was not read. */
  of(projectId: string): YearBefore | undefined {
    return this.#known.get(projectId)
  }

  get isReading(): boolean {
    return this.#isReading
  }

  /** Reads what is not known of these projects, and forgets all others; what fails is tried again when it is asked for again. */
  async read(projectIds: readonly string[]): Promise<void> {
    this.#wanted = projectIds
    const wanted = new Set(projectIds)
    for (const id of this.#known.keys()) if (!wanted.has(id)) this.#known.delete(id)
    if (this.#isReading || this.#missing().length === 0) return
    this.#isReading = true
    try {
      for (let ids = this.#missing(); ids.length > 0; ids = this.#missing())
        this.#take(ids, await this.#options.fetch(ids))
    } finally {
      this.#isReading = false
    }
  }

  #missing(): readonly string[] {
    const ids: string[] = []
    for (const id of this.#wanted) {
      if (this.#known.has(id)) continue
      ids.push(id)
      if (ids.length === atOnce) break
    }
    return ids
  }

  #take(asked: readonly string[], found: ReadonlyMap<string, YearBefore>): void {
    for (const id of asked) this.#known.set(id, found.get(id) ?? null)
    this.#options.onarrive(asked)
  }
}
