import { AuthorMarks } from './author-marks.ts'
import type { CellView, Draft } from './cell-view.ts'
import type { Clock } from './clock.ts'
import type { SheetMemory } from './keep/sheet-memory.ts'
import { Answers } from './model/answers.ts'
import { BatchWriter } from './model/batch-writer.ts'
import { CellViews } from './model/cell-views.ts'
import { Drafts } from './model/drafts.ts'
import { inherit } from './model/inherit.ts'
import { Locks } from './model/locks.ts'
import { Obstacles } from './model/obstacles.ts'
import { Painter } from './model/painter.ts'
import type { SheetChange } from './model/painter.ts'
import { RowAsks } from './model/row-asks.ts'
import { RowProblems } from './model/row-problems.ts'
import { RowTexts } from './model/row-texts.ts'
import { SeenVersions } from './model/seen-versions.ts'
import { ServerNews } from './model/server-news.ts'
import type { GroupAnswer, RestoreAnswer } from './model/server-news.ts'
import { Steps } from './model/steps.ts'
import type { NextStep } from './model/steps.ts'
import { Undoing } from './model/undoing.ts'
import type { UndoResult } from './model/undoing.ts'
import { WholeUndoing } from './model/whole-undoing.ts'
import { Outbox } from './outbox.ts'
import { cellKey } from './patch.ts'
import type { CellPatch } from './patch.ts'
import type { ChangeNotice } from './plan-notice.ts'
import { previewEdits } from './preview-edits.ts'
import type { EditPreview } from './preview-edits.ts'
import type { RowProblem } from './row-problem.ts'
import { RowStore } from './row-store.ts'
import type { FieldId, RowContent, Save, ServerRow } from './save.ts'
import { SavedMarks } from './saved-marks.ts'
import type { CellEdit, ChangeReport, SheetBatch } from './sheet-batch.ts'
import type { ColumnId, LoadedGroup, Row, SheetTable, ShownCell } from './sheet-table.ts'
import type { TakeBack } from './take-back.ts'
import type { UndoAnswer, UndoQuestion } from './undo-question.ts'

export type { NextStep, RestoreAnswer, SheetChange, UndoResult }

export interface SheetOptions<R, Group extends LoadedGroup<R>, Computed, View> {
  readonly table: SheetTable<R, Group, Computed, View>
  readonly save: Save<R>
  readonly takeBack: TakeBack
  readonly clock: Clock
  /** A UUIDv7: names rows, requests and steps alike. */
  readonly newKey: () => string
  /** Where all that is not over outlives the page. */
  readonly memory: SheetMemory
}

/** The rows, what is typed over them, and its way to the server; knows no grid, no framework and no network. */
export class SheetModel<R, Group extends LoadedGroup<R>, Computed, View> {
  readonly table: SheetTable<R, Group, Computed, View>
  readonly #options: SheetOptions<R, Group, Computed, View>
  readonly #store: RowStore<R, Group, Computed, View>
  readonly #outbox: Outbox<R>
  readonly #texts: RowTexts<R, Group, Computed, View>
  readonly #views: CellViews<R, Group, Computed, View>
  readonly #painter: Painter<R>
  readonly #drafts: Drafts
  readonly #problems: RowProblems
  readonly #locks: Locks<R, Group>
  readonly #seen: SeenVersions
  readonly #writer: BatchWriter<R, Group>
  readonly #steps: Steps
  readonly #undoing: Undoing<R, Group>
  readonly #news: ServerNews<R, Group>
  readonly #answers: Answers<R, Group>
  #place = ''
  #waiting = false

  constructor(options: SheetOptions<R, Group, Computed, View>) {
    const { table, save, takeBack, clock, newKey, memory } = options
    const place = (): string => this.#place
    this.#options = options
    this.table = table
    const store = (this.#store = new RowStore(table))
    const texts = (this.#texts = new RowTexts(table, store))
    const locks = (this.#locks = new Locks(table, store))
    const outbox = (this.#outbox = new Outbox({
      save,
      clock,
      newKey,
      memory,
      onAnswer: (batch, answer) => this.#answers.take(batch, answer),
      onChange: () => this.#outboxChanged(),
    }))
    const painter = (this.#painter = new Painter({ store, changes: () => outbox.changes }))
    const drafts = (this.#drafts = new Drafts({ memory, titleOf: (id) => texts.titleOf(id) }))
    const problems = (this.#problems = new RowProblems(memory))
    const saved = new SavedMarks(clock, (rowIds) => painter.refresh(rowIds))
    const authors = new AuthorMarks(clock, (rowIds) => painter.refresh(rowIds))
    const seen = (this.#seen = new SeenVersions(authors, (id) => store.versionOf(id)))
    const steps = (this.#steps = new Steps({ memory, drafts, onChange: () => painter.refreshSummary() }))
    const rows = new RowAsks({ table, store, texts, drafts, problems, locks })
    const writer = (this.#writer = new BatchWriter({
      ...{ table, store, outbox, rows, drafts, locks, authors, seen, painter },
    }))
    const obstacles = new Obstacles({ table, store, texts, locks, authors })
    const news = (this.#news = new ServerNews({ table, store, texts, outbox, authors, painter }))
    const isSending = (): boolean => outbox.changes.length > 0
    const wholes = new WholeUndoing({ takeBack, steps, news, isSending })
    const undoing = (this.#undoing = new Undoing({ steps, obstacles, writer, painter, wholes, place }))
    this.#views = new CellViews({ table, store, outbox, drafts, locks, saved, authors, painter })
    this.#answers = new Answers({
      ...{ store, texts, outbox, news, drafts, problems, steps, undoing, saved, painter, clock },
    })
    const heirs = { store, outbox, drafts, problems, painter }
    inherit(memory.left, heirs)
    memory.onInherit((kept) => inherit(kept, heirs))
  }

  get groupIds(): readonly string[] {
    return this.#store.groupIds
  }
  /** The address whose rows are shown. */
  get place(): string {
    return this.#place
  }
  get rowCount(): number {
    return this.#store.rowCount
  }
  get pendingCount(): number {
    return this.#outbox.changes.length
  }
  /** Of these, how many a page before this one had left. */
  get leftCount(): number {
    return this.#outbox.leftCount
  }
  /** Whether a closed page loses nothing. */
  get isLasting(): boolean {
    return this.#options.memory.isLasting
  }
  /** Rows with something on its way to the server. */
  get unsavedRows(): readonly string[] {
    return this.#outbox.changes.map((change) => change.rowId)
  }
  get waitingFor(): string | null {
    return this.#outbox.waitingFor
  }
  get drafts(): readonly Draft[] {
    return this.#drafts.list
  }
  get rowProblems(): readonly RowProblem[] {
    return this.#problems.list
  }
  get lastSaved(): number | null {
    return this.#answers.lastSaved
  }
  /** Groups that others changed in a way that was not told in full: to be read anew. */
  get staleGroups(): ReadonlySet<string> {
    return this.#news.staleGroups
  }
  get nextUndo(): NextStep | null {
    return this.#steps.next('UNDO')
  }
  get nextRedo(): NextStep | null {
    return this.#steps.next('REDO')
  }
  /** What an undo or redo waits for. */
  get question(): UndoQuestion | null {
    return this.#undoing.question
  }

  group(id: string): View | undefined {
    return this.#store.view(id)
  }

  /** The rows of a group in order, with what was typed and is not answered yet. */
  rowsOf(groupId: string): readonly Row<R, Computed>[] {
    return this.#store.rowsOf(groupId)
  }

  row(id: string): Row<R, Computed> | undefined {
    return this.#store.row(id)
  }

  /** The row as the server has it, without what is on its way. */
  confirmedRow(rowId: string): ServerRow<R> | undefined {
    return this.#store.confirmedRow(rowId)
  }

  /** A row as text, and the row it stands under: all it takes to make it once more. */
  contentOf(rowId: string): RowContent | null {
    return this.#texts.contentOf(rowId)
  }

  titleOf(rowId: string): string {
    return this.#texts.titleOf(rowId)
  }

  /** The view of one cell; the same object as long as nothing about the cell changed. */
  cell(rowId: string, column: ColumnId): CellView | null {
    return this.#views.of(rowId, column)
  }

  /** What a cell holds, a text that was not taken left out; unlike `cell` it is not remembered for the next time. */
  shown(rowId: string, column: ColumnId): ShownCell | null {
    return this.#texts.shown(rowId, column)
  }

  draftAt(rowId: string, field: FieldId): Draft | null {
    return this.#drafts.at(cellKey(rowId, field))
  }

  /** Why a cell cannot be changed, null when it can. */
  lockOf(rowId: string, field: FieldId): string | null {
    return this.#locks.of(rowId, field)
  }

  /** Why rows may not come, go or move in a group, null when they may. */
  rowLockOf(groupId: string): string | null {
    return this.#locks.ofRows(groupId)
  }

  onChange(listener: (change: SheetChange) => void): () => void {
    return this.#painter.onChange(listener)
  }

  /** Empties the sheet for another selection; what is on its way or was refused stays. */
  open(place: string): void {
    this.#place = place
    this.#store.clear()
    this.#news.clear()
    this.#painter.clear()
  }

  add(groups: readonly Group[]): void {
    this.#store.add(groups, this.#outbox.changes)
    this.#painter.refreshGroups(new Set(groups.map((group) => group.id)), true)
  }

  /** Takes what somebody saved, below what was typed here and is not answered yet; own changes are known already. */
  receive(notice: ChangeNotice): void {
    this.#news.receive(notice)
  }

  /** Takes rows as the server has them, below what was typed here and is not answered yet. */
  receiveRows(rows: readonly ServerRow<R>[]): void {
    this.#news.receiveRows(rows)
  }

  /** Takes groups that were read anew: new ones come last, and what was asked for and is not there has gone. */
  receiveGroups(groups: readonly Group[], asked: readonly string[]): void {
    this.#news.receiveGroups(groups, asked)
  }

  /** Puts a cell back by way of `restore`, which answers with the rows as they are then: one step that can be undone. */
  async restoreCell(
    { rowId, field }: Pick<CellPatch, 'rowId' | 'field'>,
    restore: () => Promise<RestoreAnswer<R>>,
  ): Promise<RestoreAnswer<R>> {
    const { answer, before, after } = await this.#news.restoreCell(rowId, field, restore)
    if (before !== after) {
      const patches: readonly CellPatch[] = [{ kind: 'cell', rowId, field, before, after }]
      const title = this.titleOf(rowId)
      this.#steps.record({ id: this.#options.newKey(), patches, place: this.#place, title })
    }
    return answer
  }

  /** Has the server put a whole group back, which is read anew then: one step that can be undone, by the server as well. */
  async restoreGroup(
    groupId: string,
    title: string,
    restore: () => Promise<GroupAnswer>,
  ): Promise<GroupAnswer> {
    const place = this.#place
    const answer = await this.#news.changeGroup(groupId, restore)
    if (answer.kind === 'restored') {
      const whole = { changeSetId: answer.changeSetId, groupId }
      this.#steps.record({ id: this.#options.newKey(), patches: [], place, title, whole })
    }
    return answer
  }

  /** An editor was opened over a cell: what others save there from now on is not what its writer sees. */
  openEditor(rowId: string, field: FieldId): void {
    this.#seen.openEditor(cellKey(rowId, field))
  }

  /** What is being typed counts as if it were taken already, as far as it can be: scores move with every key. */
  tryText(rowId: string, field: FieldId, text: string): void {
    const apply = (record: R): R => {
      const result = this.table.edit(record, field, text)
      return 'refused' in result ? record : result.record
    }
    this.#store.tryRow({ rowId, apply })
    this.#painter.refreshTrial(rowId)
  }

  /** It was closed, whether its text was taken or not. */
  closeEditor(rowId: string, field: FieldId): void {
    this.#seen.closeEditor(cellKey(rowId, field))
    this.#endTrial(rowId)
  }

  /** One cell typed by a person: scored at once, sent, and kept in its cell when it cannot be taken. */
  edit(rowId: string, field: FieldId, text: string): void {
    const row = this.#store.row(rowId)
    if (row === undefined) return
    const title = this.table.titleOf(row.record)
    this.#endTrial(rowId)
    this.#change({ source: 'EDIT', title, edits: [{ rowId, field, text }] }, true)
    this.closeEditor(rowId, field)
  }

  /** Many cells and rows as one step: one request, one undo. What cannot be taken stays in its cell with the reason. */
  change(batch: SheetBatch): ChangeReport {
    return this.#change(batch, false)
  }

  /** What rows would say after edits that are not made. */
  preview(edits: readonly CellEdit[]): EditPreview {
    return previewEdits(
      this.table,
      {
        row: (id) => this.#store.row(id),
        rowsOf: (id) => this.#store.rowsOf(id),
        group: (id) => this.#store.group(id),
        lockOf: (rowId, field) => this.lockOf(rowId, field),
      },
      edits,
    )
  }

  /** The name of a row to be made. */
  newRowId(): string {
    return this.#options.newKey()
  }

  /** Computes ahead of being looked at what there is time for; false when all is computed. */
  computeAhead(hasTime: () => boolean): boolean {
    while (hasTime()) if (!this.#store.computeNext()) return false
    return true
  }

  /** Gives up typed text that was not taken; the cell shows its value again. */
  discard(rowId: string, field: FieldId): void {
    this.#drafts.drop(cellKey(rowId, field))
    this.#steps.forgetOver()
    this.#painter.refresh([rowId])
  }

  /** The cells show what they hold in another way, as amounts in another unit, or know more of what they are compared with. */
  showAnew(groupIds: readonly string[] = this.groupIds): void {
    this.#painter.refreshGroups(new Set(groupIds))
  }

  /** Sends refused texts once more, over whatever stands there now: one step for each address their rows are seen under. */
  insist(drafts: readonly Draft[], title: string): void {
    for (const [place, texts] of Map.groupBy(drafts, (draft) => draft.place)) {
      const edits = texts.map(({ rowId, field, text }) => ({ rowId, field, text }))
      this.#change({ source: 'EDIT', title, edits }, false, place)
    }
  }

  /** Whether a refused text can be sent again: of a row that was never here it is not known what it would be written over. */
  canInsist({ rowId }: Draft): boolean {
    return this.#store.recordOf(rowId) !== undefined
  }

  /** Asks once more: deletes a row although somebody changed it, or makes the one that was refused, at its end where it stood under one that has gone. */
  insistOnRow(problem: RowProblem): void {
    const { change, title } = problem
    this.dismissRowProblem(problem)
    if (change.kind === 'delete') this.change({ source: 'EDIT', title, deletes: [change.rowId] })
    if (change.kind !== 'create') return
    const { rowId: id, groupId, seed, cells } = change
    const order = this.rowsOf(groupId).map((row) => row.id)
    const after =
      change.after === null || order.includes(change.after) ? change.after : (order.at(-1) ?? null)
    this.change({ source: 'EDIT', title, creates: [{ id, groupId, after, seed, cells }] })
  }

  dismissRowProblem(problem: RowProblem): void {
    this.#problems.dismiss(problem)
    this.#painter.refreshSummary()
  }

  undo(): UndoResult | null {
    return this.#undoing.take('UNDO')
  }

  redo(): UndoResult | null {
    return this.#undoing.take('REDO')
  }

  /** Goes on with the undo or redo that asked. */
  decide(answer: UndoAnswer): UndoResult | null {
    return this.#undoing.decide(answer)
  }

  /** Tries again at once what could not be delivered. */
  retryNow(): void {
    this.#outbox.retryNow()
  }

  #endTrial(rowId: string): void {
    if (this.#store.triedRow !== rowId) return
    this.#store.tryRow(null)
    this.#painter.refresh([rowId])
  }

  #change(batch: SheetBatch, isTyped: boolean, place = this.#place): ChangeReport {
    const id = this.#options.newKey()
    const { patches, refused, refusedRows } = this.#writer.write(batch, { isTyped, step: id, place })
    if (patches.length + refused.length === 0) this.#steps.forgetOver()
    else this.#steps.record({ id, patches, place, title: batch.title })
    return { changed: patches.length, refused, refusedRows }
  }

  #outboxChanged(): void {
    // Nobody answered, and it may take long: others are not to wait for it.
    this.#news.drain()
    const waiting = this.#outbox.waitingFor !== null
    if (waiting === this.#waiting) return
    this.#waiting = waiting
    this.#painter.refresh(this.unsavedRows)
  }
}
