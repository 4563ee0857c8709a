import { SvelteSet } from 'svelte/reactivity'
import { m } from '#lib/i18n.ts'
import { LastYear } from '../compare/last-year.ts'
import type { LastYearOptions } from '../compare/last-year.ts'
import { RowComparison } from '../compare/row-comparison.ts'
import type { EditReport } from '../edit-report.ts'
import type { IndicatorModel } from '../sheet.svelte.ts'
import { planLastYear } from './plan-last-year.ts'
import type { LastYearPlan } from './plan-last-year.ts'

interface LastYearCopyOptions {
  readonly model: IndicatorModel
  readonly fetch: LastYearOptions['fetch']
  readonly report: (report: EditReport) => void
}

type LastYearState =
  | 'closed'
  | 'reading'
  | 'failed'
  | 'open'
  /** What is shown has changed meanwhile and is shown anew. */
  | 'changed'

/** Taking over last year's targets: what would change is shown first, and what a person leaves ticked is one step. */
export class LastYearCopy {
  readonly #options: LastYearCopyOptions
  /** Ids of the lines that are not to be taken over. */
  readonly #unticked = new SvelteSet<string>()
  #plan = $state.raw<LastYearPlan | null>(null)
  #state = $state<LastYearState>('closed')
  /** Makes the plan anew from the rows as they are. */
  #makePlan: (() => LastYearPlan) | null = null

  constructor(options: LastYearCopyOptions) {
    this.#options = options
  }

  get state(): LastYearState {
    return this.#state
  }
  get plan(): LastYearPlan | null {
    return this.#plan
  }
  get chosen(): LastYearPlan['lines'] {
    return this.#plan?.lines.filter(({ rowId }) => !this.#unticked.has(rowId)) ?? []
  }

  /** Names the project of a line; null where all lines are of one. */
  get titleOf(): ((projectId: string) => string) | null {
    const { lines = [], left = [] } = this.#plan ?? {}
    const [first, ...others] = [...lines, ...left].map(({ projectId }) => projectId)
    if (others.every((id) => id === first)) return null
    return (id) => this.#options.model.group(id)?.project.document.name ?? m.project_unnamed()
  }

  isTicked(rowId: string): boolean {
    return !this.#unticked.has(rowId)
  }

  tick(rowId: string, isTicked: boolean): void {
    if (isTicked) this.#unticked.delete(rowId)
    else this.#unticked.add(rowId)
  }

  /** Reads what the rows were a year earlier and shows it. */
  async open(rowIds: readonly string[]): Promise<void> {
    const { model, fetch } = this.#options
    const rowsNow = () => rowIds.flatMap((id) => model.row(id) ?? [])
    this.#state = 'reading'
    this.#plan = null
    this.#unticked.clear()
    // Rows of a project stand together.
    const projectIds = rowsNow()
      .map(({ groupId }) => groupId)
      .filter((id, at, all) => id !== all[at - 1])
    const lastYear = new LastYear({ fetch, onarrive: () => undefined })
    const isRead = await lastYear.read(projectIds).then(
      () => true,
      () => false,
    )
    if (this.state === 'closed') return
    if (!isRead) {
      this.#state = 'failed'
      return
    }
    const comparison = new RowComparison({
      rowsOf: (id) => model.rowsOf(id),
      lastYearOf: (id) => lastYear.of(id),
    })
    const isLocked = (rowId: string): boolean => model.lockOf(rowId, 'target') !== null
    this.#makePlan = () => planLastYear(rowsNow(), (row) => comparison.lastYear(row), isLocked)
    const plan = this.#makePlan()
    // Whether a similar name is the same indicator nobody but a person can say.
    for (const { rowId, similarTo } of plan.lines) if (similarTo !== null) this.#unticked.add(rowId)
    this.#plan = plan
    this.#state = 'open'
  }

  close(): void {
    this.#state = 'closed'
  }

  /** Writes the ticked targets as one step, unless one of them was changed while the list was read. */
  apply(): void {
    const { model, report } = this.#options
    const { chosen } = this
    const plan = this.#makePlan?.() ?? null
    const isAsShown = chosen.every(({ rowId, now }) =>
      plan?.lines.some((line) => line.rowId === rowId && line.now === now),
    )
    if (!isAsShown) {
      this.#plan = plan
      this.#state = 'changed'
      return
    }
    this.close()
    const edits = chosen.map(({ rowId, then }) => ({ rowId, field: 'target', text: then }))
    const { changed, refused } = model.change({ source: 'EDIT', title: m.command_copy_year(), edits })
    report({
      kind: 'done',
      what: 'last-year',
      changed,
      rows: 0,
      refused: refused.length,
      skipped: [],
      instead: null,
    })
  }
}
