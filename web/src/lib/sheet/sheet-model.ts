import { editIndicator, formatCell } from '@biaochi/domain'
import type { IndicatorField } from '@biaochi/domain'
import { CellCache } from './cell-cache.ts'
import { viewCell } from './cell-view.ts'
import type { CellState, CellView, ColumnId, Draft, SheetWords } from './cell-view.ts'
import type { Clock } from './clock.ts'
import { isField } from './focused-cell.ts'
import {
  dropDone,
  dropUndone,
  forget,
  formatHistory,
  parseHistory,
  record,
  redoStep,
  undoStep,
} from './history.ts'
import type { History, HistoryBatch, HistoryStep } from './history.ts'
import { Outbox } from './outbox.ts'
import type { FinalAnswer } from './outbox.ts'
import { cellKey } from './patch.ts'
import type { CellKey, Patch } from './patch.ts'
import type { LoadedProject, ProjectView } from './project-view.ts'
import { RowStore } from './row-store.ts'
import type { Row } from './row-store.ts'
import type { CellAnswer, CellChange, ChangeSource, Save, SaveRequest } from './save.ts'

export interface SheetOptions {
  readonly save: Save
  readonly clock: Clock
  readonly newKey: () => string
  readonly words: SheetWords
  /** Where the undo history outlives a reload. */
  readonly memory: { readonly read: () => string | null; readonly write: (text: string) => void }
}

/** What changed, so that a view repaints that and nothing else. */
export interface SheetChange {
  readonly rows: boolean
  readonly projects: ReadonlySet<string>
}

/** What an undo did: the cell it happened at, or where one has to go first. */
export type UndoResult =
  | { readonly kind: 'applied'; readonly patch: Patch }
  | { readonly kind: 'discarded'; readonly draft: Draft }
  | { readonly kind: 'elsewhere'; readonly batch: HistoryBatch }
  | { readonly kind: 'overtaken'; readonly patch: Patch; readonly text: string }

export type NextStep =
  | { readonly kind: 'patches'; readonly batch: HistoryBatch; readonly patches: readonly Patch[] }
  | { readonly kind: 'draft'; readonly draft: Draft }

const savedShownFor = 2_000

/** The rows, what is typed over them, and its way to the server; knows no grid, no framework and no network. */
export class SheetModel {
  readonly #options: SheetOptions
  readonly #store = new RowStore()
  readonly #outbox: Outbox
  readonly #drafts = new Map<CellKey, Draft>()
  readonly #saved = new Map<CellKey, () => void>()
  readonly #cells = new CellCache()
  readonly #listeners = new Set<(change: SheetChange) => void>()
  /** Drafts typed since the last recorded step: an undo takes these back first. */
  #recentDrafts: CellKey[] = []
  #open: ReadonlySet<CellKey> = new Set()
  #waiting = false
  #history: History
  #place = ''
  #lastSaved: number | null = null

  constructor(options: SheetOptions) {
    this.#options = options
    this.#history = parseHistory(options.memory.read())
    this.#outbox = new Outbox({
      save: options.save,
      clock: options.clock,
      newKey: options.newKey,
      versionOf: (rowId) => this.#store.versionOf(rowId),
      onAnswer: (request, answer) => this.#take(request, answer),
      onChange: () => this.#outboxChanged(),
    })
  }

  get projectIds(): readonly string[] {
    return this.#store.projectIds
  }
  get rowCount(): number {
    return this.#store.rowCount
  }
  get pendingCount(): number {
    return this.#open.size
  }
  get waitingFor(): string | null {
    return this.#outbox.waitingFor
  }
  get drafts(): readonly Draft[] {
    return [...this.#drafts.values()]
  }
  get lastSaved(): number | null {
    return this.#lastSaved
  }

  project(id: string): ProjectView | undefined {
    return this.#store.project(id)
  }

  row(id: string): Row | undefined {
    return this.#store.row(id)
  }

  onChange(listener: (change: SheetChange) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Empties the sheet for another selection; what is on its way or was refused stays. */
  open(place: string): void {
    this.#place = place
    this.#store.clear()
    this.#cells.clear()
    this.#emit({ rows: true, projects: new Set() })
  }

  add(projects: readonly LoadedProject[]): void {
    this.#store.add(projects, this.#outbox.changes)
    this.#emit({ rows: true, projects: new Set(projects.map((project) => project.id)) })
  }

  /** The view of one cell; the same object as long as nothing about the cell changed. */
  cell(rowId: string, column: ColumnId): CellView | null {
    const row = this.#store.row(rowId)
    return row === undefined ? null : this.#cells.get(rowId, column, () => this.#view(row, column))
  }

  /** One cell typed by a person: scored at once, sent, and kept in its cell when it cannot be taken. */
  edit(rowId: string, field: IndicatorField, text: string): void {
    const row = this.#store.row(rowId)
    if (row === undefined) return
    const before = formatCell(row.indicator, field)
    const draft = this.#drafts.get(cellKey(rowId, field))
    if (draft === undefined && text === before) return
    const patch: Patch = { rowId, field, before, after: text }
    if (this.#apply([patch], 'EDIT').length === 0) return
    this.#recentDrafts = []
    const title = row.indicator.name ?? ''
    this.#keep(record(this.#history, { patches: [patch], place: this.#place, title }))
  }

  /** Gives up typed text that was not taken; the cell shows its value again. */
  discard(rowId: string, field: IndicatorField): void {
    if (this.#drafts.delete(cellKey(rowId, field))) this.#repaint([rowId])
  }

  get nextUndo(): NextStep | null {
    const draft = this.#latestDraft()
    if (draft !== undefined) return { kind: 'draft', draft }
    const step = undoStep(this.#history)
    return step && { kind: 'patches', batch: step.batch, patches: step.patches }
  }

  get nextRedo(): NextStep | null {
    const step = redoStep(this.#history)
    return step && { kind: 'patches', batch: step.batch, patches: step.patches }
  }

  undo(): UndoResult | null {
    const draft = this.#latestDraft()
    if (draft === undefined) return this.#step(undoStep(this.#history), 'UNDO')
    this.discard(draft.rowId, draft.field)
    return { kind: 'discarded', draft }
  }

  redo(): UndoResult | null {
    return this.#step(redoStep(this.#history), 'REDO')
  }

  /** Tries again at once what could not be delivered. */
  retryNow(): void {
    this.#outbox.retryNow()
  }

  #latestDraft(): Draft | undefined {
    this.#recentDrafts = this.#recentDrafts.filter((key) => this.#drafts.has(key))
    const key = this.#recentDrafts.at(-1)
    return key && this.#drafts.get(key)
  }

  #step(step: HistoryStep | null, source: ChangeSource): UndoResult | null {
    const patch = step?.patches[0]
    if (step === null || patch === undefined) return null
    if (step.patches.some(({ rowId }) => this.#store.row(rowId) === undefined)) {
      return { kind: 'elsewhere', batch: step.batch }
    }
    const overtaken = step.patches.find((at) => !this.#stillHolds(at))
    if (overtaken !== undefined) {
      // Taking it back would destroy what somebody else wrote since; the step is spent.
      this.#keep(source === 'UNDO' ? dropDone(this.#history) : dropUndone(this.#history))
      const { rowId, field } = overtaken
      return { kind: 'overtaken', patch: overtaken, text: this.cell(rowId, field)?.text ?? '' }
    }
    this.#apply(step.patches, source)
    this.#keep(step.history)
    return { kind: 'applied', patch }
  }

  /** Whether the cell still says what the step left in it. */
  #stillHolds({ rowId, field, before }: Patch): boolean {
    const row = this.#store.row(rowId)
    if (row === undefined) return false
    const left = editIndicator(row.indicator, field, before)
    return 'indicator' in left && formatCell(left.indicator, field) === formatCell(row.indicator, field)
  }

  /** Answers the changes that were taken; the others stay as drafts, and what changes nothing is not sent. */
  #apply(patches: readonly Patch[], source: ChangeSource): readonly CellChange[] {
    const taken: CellChange[] = []
    for (const { rowId, field, after } of patches) {
      const row = this.#store.row(rowId)
      if (row === undefined) continue
      const result = editIndicator(row.indicator, field, after)
      if ('refused' in result) {
        this.#refuse(
          { rowId, field, value: after },
          'BAD_INPUT',
          this.#options.words.describe(result.refused),
        )
        continue
      }
      this.#drafts.delete(cellKey(rowId, field))
      const same = formatCell(result.indicator, field) === formatCell(row.indicator, field)
      if (!same) taken.push({ rowId, field, value: after })
    }
    this.#outbox.post(source, taken)
    this.#repaint(patches.map((patch) => patch.rowId))
    return taken
  }

  #take(request: SaveRequest, answer: FinalAnswer): void {
    this.#open = openKeys(this.#outbox)
    const touched = new Set(request.changes.map((change) => change.rowId))
    if (answer.kind === 'answered') {
      for (const row of answer.rows) this.#store.confirm(row)
      for (const cell of answer.cells) this.#takeCell(request, cell)
    } else {
      for (const change of request.changes) this.#takeBack(request, change, answer.code, answer.reason)
    }
    this.#repaint(touched)
  }

  #takeCell(request: SaveRequest, answer: CellAnswer): void {
    const change = request.changes.find((at) => at.rowId === answer.rowId && at.field === answer.field)
    if (change === undefined) return
    if (!answer.accepted) this.#takeBack(request, change, answer.code, answer.reason ?? '')
    else if (!this.#open.has(cellKey(answer.rowId, answer.field))) this.#showSaved(change)
  }

  /** What the server refused is out of the row already; the history forgets it, so that no undo repeats it. */
  #takeBack(request: SaveRequest, change: CellChange, code: string | null, reason: string): void {
    const { rowId, field, value } = change
    if (request.source === 'EDIT') this.#keep(forget(this.#history, { rowId, field, after: value }))
    // Something newer typed over it is still on its way and speaks for the cell.
    if (!this.#open.has(cellKey(rowId, field))) this.#refuse(change, code ?? 'INTERNAL', reason)
  }

  /** Keeps what was typed, with the reason. */
  #refuse({ rowId, field, value }: CellChange, code: string, reason: string): void {
    const key = cellKey(rowId, field)
    const title = this.#store.row(rowId)?.indicator.name ?? ''
    this.#drafts.set(key, { rowId, field, text: value, reason, code, title, place: this.#place })
    this.#recentDrafts = [...this.#recentDrafts.filter((at) => at !== key), key]
  }

  #showSaved({ rowId, field }: CellChange): void {
    const key = cellKey(rowId, field)
    const { clock } = this.#options
    this.#lastSaved = clock.now()
    this.#saved.get(key)?.()
    const hide = clock.after(savedShownFor, () => {
      this.#saved.delete(key)
      this.#repaint([rowId])
    })
    this.#saved.set(key, hide)
  }

  #outboxChanged(): void {
    this.#open = openKeys(this.#outbox)
    const waiting = this.#outbox.waitingFor !== null
    if (waiting === this.#waiting) return
    this.#waiting = waiting
    this.#repaint(this.#outbox.changes.map((change) => change.rowId))
  }

  #repaint(rowIds: Iterable<string>): void {
    const projects = this.#store.recompute(rowIds, this.#outbox.changes)
    for (const id of projects) {
      for (const { id: rowId } of this.#store.project(id)?.project.rows ?? []) {
        const row = this.#store.row(rowId)
        if (row !== undefined) this.#cells.refresh(rowId, (column) => this.#view(row, column))
      }
    }
    this.#emit({ rows: false, projects })
  }

  #view(row: Row, column: ColumnId): CellView {
    const { indicator, rule } = row
    const { words } = this.#options
    if (!isField(column)) {
      return viewCell(column, { indicator, rule, draft: undefined, state: 'idle', findings: [] }, words)
    }
    const key = cellKey(row.id, column)
    const draft = this.#drafts.get(key)
    const findings = this.#store.findingsAt(key)
    return viewCell(column, { indicator, rule, draft, state: this.#state(key, draft), findings }, words)
  }

  #state(key: CellKey, draft: Draft | undefined): CellState {
    if (draft !== undefined) return 'failed'
    if (this.#open.has(key)) return this.#outbox.waitingFor === null ? 'pending' : 'waiting'
    return this.#saved.has(key) ? 'saved' : 'idle'
  }

  #keep(history: History): void {
    this.#history = history
    this.#options.memory.write(formatHistory(history))
    this.#emit({ rows: false, projects: new Set() })
  }

  #emit(change: SheetChange): void {
    for (const listener of this.#listeners) listener(change)
  }
}

const openKeys = (outbox: Outbox): ReadonlySet<CellKey> =>
  new Set(outbox.changes.map((change) => cellKey(change.rowId, change.field)))
