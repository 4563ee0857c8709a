import { SvelteMap } from 'svelte/reactivity'
import type { Draft } from './cell-view.ts'
import type { LoadedProject, ProjectView } from './project-view.ts'
import { SheetModel } from './sheet-model.ts'
import type { NextStep, SheetOptions } from './sheet-model.ts'

interface Summary {
  readonly projectIds: readonly string[]
  readonly rowCount: number
  readonly pending: number
  readonly waitingFor: string | null
  readonly drafts: readonly Draft[]
  readonly lastSaved: number | null
  readonly nextUndo: NextStep | null
  readonly nextRedo: NextStep | null
}

/** The sheet as Svelte sees it: the model, and a picture of it that components may read. */
export class Sheet {
  readonly model: SheetModel
  readonly #projects = new SvelteMap<string, ProjectView>()
  #summary = $state.raw<Summary>()
  #midterm = $state.raw(false)

  constructor(options: SheetOptions) {
    this.model = new SheetModel(options)
    this.#summary = summarize(this.model)
    this.model.onChange(({ projects }) => {
      for (const id of projects) {
        const view = this.model.project(id)
        if (view !== undefined) this.#projects.set(id, view)
      }
      this.#summary = summarize(this.model)
    })
  }

  get summary(): Summary {
    return this.#summary ?? summarize(this.model)
  }

  /** Whether any row is a mid-term one: only then its column is worth its width. */
  get hasMidterm(): boolean {
    return this.#midterm
  }

  project(id: string): ProjectView | undefined {
    return this.#projects.get(id)
  }

  open(place: string): void {
    this.#projects.clear()
    this.#midterm = false
    this.model.open(place)
  }

  add(projects: readonly LoadedProject[]): void {
    this.model.add(projects)
    this.#midterm ||= projects.some(({ rows }) => rows.some((row) => row.indicator.period === 'midterm'))
  }
}

const summarize = (model: SheetModel): Summary => ({
  projectIds: model.projectIds,
  rowCount: model.rowCount,
  pending: model.pendingCount,
  waitingFor: model.waitingFor,
  drafts: model.drafts,
  lastSaved: model.lastSaved,
  nextUndo: model.nextUndo,
  nextRedo: model.nextRedo,
})
