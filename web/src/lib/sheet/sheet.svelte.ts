import { SvelteMap } from 'svelte/reactivity'
import type { Indicator, RuleScore } from '@biaochi/domain'
import type { Draft } from './cell-view.ts'
import type { LoadedProject, ProjectView } from './project-view.ts'
import { SheetModel } from './sheet-model.ts'
import type { NextStep, RowProblem, SheetOptions } from './sheet-model.ts'
import type { LoadedGroup } from './sheet-table.ts'

interface Summary {
  readonly groupIds: readonly string[]
  readonly rowCount: number
  readonly pending: number
  readonly waitingFor: string | null
  readonly drafts: readonly Draft[]
  readonly rowProblems: readonly RowProblem[]
  readonly lastSaved: number | null
  readonly nextUndo: NextStep | null
  readonly nextRedo: NextStep | null
}

/** The sheet as Svelte sees it: the model, and a picture of it that components may read. */
export class Sheet<R, Group extends LoadedGroup<R>, Computed, View> {
  readonly model: SheetModel<R, Group, Computed, View>
  readonly #groups = new SvelteMap<string, View>()
  #summary = $state.raw<Summary>()

  constructor(options: SheetOptions<R, Group, Computed, View>) {
    this.model = new SheetModel(options)
    this.#summary = this.#summarize()
    this.model.onChange(({ groups }) => {
      for (const id of groups) {
        const view = this.model.group(id)
        if (view !== undefined) this.#groups.set(id, view)
      }
      this.#summary = this.#summarize()
    })
  }

  get summary(): Summary {
    return this.#summary ?? this.#summarize()
  }

  group(id: string): View | undefined {
    return this.#groups.get(id)
  }

  open(place: string): void {
    this.#groups.clear()
    this.model.open(place)
  }

  add(groups: readonly Group[]): void {
    this.model.add(groups)
  }

  #summarize(): Summary {
    const { model } = this
    return {
      groupIds: model.groupIds,
      rowCount: model.rowCount,
      pending: model.pendingCount,
      waitingFor: model.waitingFor,
      drafts: model.drafts,
      rowProblems: model.rowProblems,
      lastSaved: model.lastSaved,
      nextUndo: model.nextUndo,
      nextRedo: model.nextRedo,
    }
  }
}

export type IndicatorSheet = Sheet<Indicator, LoadedProject, RuleScore, ProjectView>
export type IndicatorModel = IndicatorSheet['model']
