import type { Indicator } from '@biaochi/domain'

/** The indicators a project had a year earlier; null when there was no such project. */
export type YearBefore = readonly Indicator[] | null

/** A project as it was a year earlier, when it had another id. */
export interface EarlierProject {
  readonly id: string
  readonly indicators: readonly Indicator[]
}

/** What became of projects of the year before. */
export interface EarlierChange {
  readonly projectIds: readonly string[]
  /** Projects came, went or were renamed: any of this year's may have become another one's. */
  readonly pairsAnew: boolean
}

export interface LastYearOptions {
  readonly fetch: (projectIds: readonly string[]) => Promise<ReadonlyMap<string, EarlierProject | null>>
  /** What these projects were is known now. */
  readonly onarrive: (projectIds: readonly string[]) => void
}

/** As many projects as a page of the API holds. */
const atOnce = 100

/** Last year's indicators of the projects that are shown, read when somebody wants to see them and not before. */
export class LastYear {
  readonly #options: LastYearOptions
  readonly #known = new Map<string, EarlierProject | null>()
  /** Known, but another one by now; shown until it is read anew. */
  readonly #stale = new Set<string>()
  #wanted: readonly string[] = []
  #isReading = false

  constructor(options: LastYearOptions) {
    this.#options = options
  }

  /** Undefined as long as it was not read. */
  of(projectId: string): YearBefore | undefined {
    const project = this.#known.get(projectId)
    return project ? project.indicators : project
  }

  get isReading(): boolean {
    return this.#isReading
  }

  /** Reads what is not known of these projects, and forgets all others; what fails is tried again when it is asked for again. */
  async read(projectIds: readonly string[]): Promise<void> {
    this.#wanted = projectIds
    const wanted = new Set(projectIds)
    for (const id of this.#known.keys()) if (!wanted.has(id)) this.#known.delete(id)
    await this.#readMissing()
  }

  /** Reads anew what somebody changed. */
  async follow({ projectIds, pairsAnew }: EarlierChange): Promise<void> {
    const changed = new Set(projectIds)
    for (const [id, earlier] of this.#known)
      if (pairsAnew || (earlier !== null && changed.has(earlier.id))) this.#stale.add(id)
    await this.#readMissing()
  }

  /** Reads anew which projects these of the shown year were: they were renamed. */
  async pairAnew(projectIds: readonly string[]): Promise<void> {
    for (const id of projectIds) if (this.#known.has(id)) this.#stale.add(id)
    await this.#readMissing()
  }

  /** Nobody has followed it for a while: everything is read anew the next time. */
  distrust(): void {
    for (const id of this.#known.keys()) this.#stale.add(id)
  }

  async #readMissing(): Promise<void> {
    if (this.#isReading || this.#missing().length === 0) return
    this.#isReading = true
    try {
      for (let ids = this.#missing(); ids.length > 0; ids = this.#missing()) await this.#fetch(ids)
    } finally {
      this.#isReading = false
    }
  }

  #missing(): readonly string[] {
    const ids: string[] = []
    for (const id of this.#wanted) {
      if (this.#known.has(id) && !this.#stale.has(id)) continue
      ids.push(id)
      if (ids.length === atOnce) break
    }
    return ids
  }

  async #fetch(ids: readonly string[]): Promise<void> {
    const stale = ids.filter((id) => this.#stale.has(id))
    // Before asking: what changes from now on may be missing in the answer.
    for (const id of ids) this.#stale.delete(id)
    try {
      const found = await this.#options.fetch(ids)
      for (const id of ids) this.#known.set(id, found.get(id) ?? null)
    } catch (problem) {
      for (const id of stale) this.#stale.add(id)
      throw problem
    }
    this.#options.onarrive(ids)
  }
}
