import { SvelteMap } from 'svelte/reactivity'
import type { Indicator, RuleScore } from '@biaochi/domain'
import type { Draft } from './cell-view.ts'
import type { LoadedProject, ProjectView } from './project-view.ts'
import type { RowProblem } from './row-problem.ts'
import { SheetModel } from './sheet-model.ts'
import type { NextStep, SheetOptions } from './sheet-model.ts'
import type { LoadedGroup } from './sheet-table.ts'
import type { UndoQuestion } from './undo-question.ts'

interface Summary {
  readonly groupIds: readonly string[]
  readonly rowCount: number
  readonly pending: number
  /** Of these, how many a page before this one had left. */
  readonly left: number
  /** Whether a closed page loses nothing. */
  readonly isLasting: boolean
  readonly waitingFor: string | null
  readonly drafts: readonly Draft[]
  readonly rowProblems: readonly RowProblem[]
  readonly lastSaved: number | null
  readonly question: UndoQuestion | null
  readonly nextUndo: NextStep | null
  readonly nextRedo: NextStep | null
}

/** Milliseconds. */
const longestSlice = 4

/** The sheet as Svelte sees it: the model, and a picture of it that components may read. */
export class Sheet<R, Group extends LoadedGroup<R>, Computed, View> {
  readonly model: SheetModel<R, Group, Computed, View>
  /** How often each group changed: what it looks like is computed when somebody looks. */
  readonly #changes = new SvelteMap<string, number>()
  #waitsForIdle = false
  #summary = $state.raw<Summary>()

  constructor(options: SheetOptions<R, Group, Computed, View>) {
    this.model = new SheetModel(options)
    this.#summary = this.#summarize()
    this.model.onChange(({ groups }) => {
      for (const id of groups) this.#changes.set(id, (this.#changes.get(id) ?? 0) + 1)
      this.#summary = this.#summarize()
      this.#computeAhead()
    })
  }

  get summary(): Summary {
    return this.#summary ?? this.#summarize()
  }

  group(id: string): View | undefined {
    this.#changes.get(id)
    return this.model.group(id)
  }

  open(place: string): void {
    this.#changes.clear()
    this.model.open(place)
  }

  add(groups: readonly Group[]): void {
    this.model.add(groups)
  }

  /**
   * In idle moments what nobody has looked at yet: a sort or a filter by score then finds it ready. A moment of the browser's
   * is 50 ms, which neither a key nor a page of rows that arrives is to wait for.
   */
  #computeAhead(): void {
    if (this.#waitsForIdle) return
    this.#waitsForIdle = true
    requestIdleCallback((deadline) => {
      this.#waitsForIdle = false
      const until = performance.now() + longestSlice
      const hasTime = (): boolean => performance.now() < until && deadline.timeRemaining() > 1
      if (this.model.computeAhead(hasTime)) this.#computeAhead()
    })
  }

  #summarize(): Summary {
    const { model } = this
    return {
      groupIds: model.groupIds,
      rowCount: model.rowCount,
      pending: model.pendingCount,
      left: model.leftCount,
      isLasting: model.isLasting,
      waitingFor: model.waitingFor,
      drafts: model.drafts,
      rowProblems: model.rowProblems,
      lastSaved: model.lastSaved,
      question: model.question,
      nextUndo: model.nextUndo,
      nextRedo: model.nextRedo,
    }
  }
}

export type IndicatorSheet = Sheet<Indicator, LoadedProject, RuleScore, ProjectView>
export type IndicatorModel = IndicatorSheet['model']
