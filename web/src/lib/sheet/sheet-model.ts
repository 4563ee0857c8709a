import { AuthorMarks } from './author-marks.ts'
import { CellCache } from './cell-cache.ts'
import { worstOf } from './cell-view.ts'
import type { CellState, CellView, Draft } from './cell-view.ts'
import type { Clock } from './clock.ts'
import { forget, putBack, record, redoStep, stepWith, undoStep } from './history.ts'
import type { History, HistoryBatch, HistoryStep } from './history.ts'
import { keepHistory } from './keep/keep-history.ts'
import type { KeptDraft, SheetMemory } from './keep/sheet-memory.ts'
import { Outbox } from './outbox.ts'
import type { FinalAnswer, OutgoingBatch } from './outbox.ts'
import { cellKey, invertPatches } from './patch.ts'
import type { CellKey, CellPatch, Patch, RowPatch } from './patch.ts'
import { planNotice } from './plan-notice.ts'
import type { Author, ChangeNotice } from './plan-notice.ts'
import { previewEdits } from './preview-edits.ts'
import type { EditPreview } from './preview-edits.ts'
import { rebaseOn } from './rebase-change.ts'
import { rowProblemKey } from './row-problem.ts'
import type { RowProblem } from './row-problem.ts'
import { ReceivedChanges } from './received-changes.ts'
import { RowStore } from './row-store.ts'
import { SavedMarks } from './saved-marks.ts'
import type {
  CellChange,
  Change,
  ChangeSource,
  CreateChange,
  FieldId,
  RowChange,
  RowContent,
  Save,
  ServerRow,
  Theirs,
} from './save.ts'
import { rowPatches } from './sheet-batch.ts'
import type { CellEdit, ChangeReport, NewRow, SheetBatch } from './sheet-batch.ts'
import type { ColumnId, LoadedGroup, Row, SheetTable, ShownCell } from './sheet-table.ts'
import { askAbout, patchKey } from './undo-question.ts'
import type { BlockedPatch, UndoAnswer, UndoQuestion } from './undo-question.ts'
import { CellWriter } from './write-cells.ts'

export interface SheetOptions<R, Group extends LoadedGroup<R>, Computed, View> {
  readonly table: SheetTable<R, Group, Computed, View>
  readonly save: Save<R>
  readonly clock: Clock
  /** A UUIDv7: names rows, requests and steps alike. */
  readonly newKey: () => string
  /** Where all that is not over outlives the page. */
  readonly memory: SheetMemory
}

/** What changed, so that a view repaints that and nothing else. */
export interface SheetChange {
  /** Rows came or went, or stand elsewhere. */
  readonly rows: boolean
  readonly groups: ReadonlySet<string>
}

/** What an undo did: the cell it happened at, or where one has to go first. */
export type UndoResult =
  | { readonly kind: 'applied'; readonly patch: Patch }
  | { readonly kind: 'discarded'; readonly draft: Draft }
  | { readonly kind: 'elsewhere'; readonly batch: HistoryBatch }
  /** Something is not as the step had left it; nothing was done before a person decides. */
  | { readonly kind: 'asks'; readonly question: UndoQuestion }

export interface NextStep {
  readonly batch: HistoryBatch
  readonly patches: readonly Patch[]
  /** Texts of the step that were not taken; an undo drops them as well. */
  readonly drafts: readonly Draft[]
}

interface CellPlace {
  readonly rowId: string
  readonly field: FieldId
}

export type RestoreAnswer<R> =
  | { readonly kind: 'restored'; readonly changeSetId: string; readonly rows: readonly ServerRow<R>[] }
  | { readonly kind: 'refused'; readonly reason: string }

interface Applied {
  readonly patches: readonly Patch[]
  readonly refused: readonly Draft[]
}

/** The rows, what is typed over them, and its way to the server; knows no grid, no framework and no network. */
export class SheetModel<R, Group extends LoadedGroup<R>, Computed, View> {
  readonly table: SheetTable<R, Group, Computed, View>
  readonly #options: SheetOptions<R, Group, Computed, View>
  readonly #store: RowStore<R, Group, Computed, View>
  readonly #outbox: Outbox<R>
  readonly #saved: SavedMarks
  readonly #authors: AuthorMarks
  readonly #received: ReceivedChanges
  readonly #cells = new CellCache()
  readonly #listeners = new Set<(change: SheetChange) => void>()
  readonly #drafts: Map<CellKey, KeptDraft>
  #draftList: readonly Draft[] | null = null
  #rowProblems: readonly RowProblem[]
  #open: ReadonlySet<CellKey> = new Set()
  #waiting = false
  #history: History
  #question: UndoQuestion | null = null
  /** Steps whose undo or redo is not answered yet. */
  readonly #underway = new Map<string, HistoryBatch>()
  #place = ''
  #lastSaved: number | null = null
  #staleGroups: ReadonlySet<string> = new Set()
  /** Restorings whose answer is awaited. */
  #restoring = 0
  /** The cell whose editor is open, and who had changed it last when it was opened. */
  #editing: { readonly key: CellKey; readonly author: Author | null } | null = null

  constructor(options: SheetOptions<R, Group, Computed, View>) {
    this.#options = options
    this.table = options.table
    this.#store = new RowStore(options.table)
    const { left } = options.memory
    this.#history = left.history
    this.#drafts = new Map(left.drafts)
    this.#rowProblems = left.rowProblems
    this.#saved = new SavedMarks(options.clock, (rowIds) => this.#refresh(rowIds))
    this.#authors = new AuthorMarks(options.clock, (rowIds) => this.#refresh(rowIds))
    this.#received = new ReceivedChanges(
      () => this.#outbox.isSending || this.#restoring > 0,
      (notice) => this.#takeNotice(notice),
    )
    this.#outbox = new Outbox({
      save: options.save,
      clock: options.clock,
      newKey: options.newKey,
      memory: options.memory,
      onAnswer: (batch, answer) => this.#take(batch, answer),
      onChange: () => this.#outboxChanged(),
    })
    for (const change of this.#outbox.changes)
      if (change.kind === 'create') this.#store.expect(change.rowId, change.groupId)
    this.#open = openKeys(this.#outbox.changes)
    this.#outbox.start()
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
    this.#draftList ??= [...this.#drafts.values()].map(({ draft }) => draft)
    return this.#draftList
  }
  /** Rows the server did not let come, go or move, until they are dismissed. */
  get rowProblems(): readonly RowProblem[] {
    return this.#rowProblems
  }
  get lastSaved(): number | null {
    return this.#lastSaved
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

  /** A row as text, and the row it stands under: all it takes to make it once more. */
  contentOf(rowId: string): RowContent | null {
    return this.#store.contentOf(rowId)
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
    this.#received.clear()
    this.#staleGroups = new Set()
    this.#emit({ rows: true, groups: new Set() })
  }

  add(groups: readonly Group[]): void {
    this.#store.add(groups, this.#outbox.changes)
    this.#emit({ rows: true, groups: new Set(groups.map((group) => group.id)) })
  }

  /** Takes what somebody saved, below what was typed here and is not answered yet; own changes are known already. */
  receive(notice: ChangeNotice): void {
    this.#received.receive(notice)
  }

  /** Takes rows as the server has them, below what was typed here and is not answered yet. */
  receiveRows(rows: readonly ServerRow<R>[]): void {
    for (const row of rows) this.#store.confirm(row)
    this.#repaint(rows.map((row) => row.id))
  }

  /** Groups that others changed in a way that was not told in full: to be read anew. */
  get staleGroups(): ReadonlySet<string> {
    return this.#staleGroups
  }

  /** Takes groups that were read anew: new ones come last, and what was asked for and is not there has gone. */
  receiveGroups(groups: readonly Group[], asked: readonly string[]): void {
    const found = new Set(groups.map((group) => group.id))
    this.#staleGroups = new Set([...this.#staleGroups].filter((id) => !asked.includes(id)))
    this.#store.remove(new Set(asked.filter((id) => !found.has(id))))
    const changes = this.#outbox.changes
    this.#store.replace(groups, changes)
    this.#store.add(groups, changes)
    this.#refreshGroups(found)
    this.#emit({ rows: true, groups: new Set([...asked, ...found]) })
  }

  /** Puts a cell back by way of `restore`, which answers with the rows as they are then: one step that can be undone. */
  async restoreCell(
    { rowId, field }: CellPlace,
    restore: () => Promise<RestoreAnswer<R>>,
  ): Promise<RestoreAnswer<R>> {
    const before = this.#textAt(rowId, field)
    this.#restoring += 1
    const answer = await restore().finally(() => (this.#restoring -= 1))
    if (answer.kind === 'restored') {
      this.#received.isOwn(answer.changeSetId)
      this.#authors.forget([cellKey(rowId, field)])
      this.receiveRows(answer.rows)
      const patch: CellPatch = { kind: 'cell', rowId, field, before, after: this.#textAt(rowId, field) }
      const title = this.titleOf(rowId)
      const step = { id: this.#options.newKey(), patches: [patch], place: this.#place, title }
      if (patch.before !== patch.after) this.#keep(record(this.#history, step))
    }
    this.#received.drain()
    return answer
  }

  /** The row as the server has it, without what is on its way. */
  confirmedRow(rowId: string): ServerRow<R> | undefined {
    return this.#store.confirmedRow(rowId)
  }

  /** The view of one cell; the same object as long as nothing about the cell changed. */
  cell(rowId: string, column: ColumnId): CellView | null {
    const row = this.#store.row(rowId)
    return row === undefined ? null : this.#cells.get(rowId, column, () => this.#view(row, column))
  }

  /** An editor was opened over a cell: what others save there from now on is not what its writer sees. */
  openEditor(rowId: string, field: FieldId): void {
    const key = cellKey(rowId, field)
    this.#editing = { key, author: this.#authors.of(key) }
  }

  /** It was closed, whether its text was taken or not. */
  closeEditor(rowId: string, field: FieldId): void {
    if (this.#editing?.key === cellKey(rowId, field)) this.#editing = null
  }

  /** What a cell holds, a text that was not taken left out; unlike `cell` it is not remembered for the next time. */
  shown(rowId: string, column: ColumnId): ShownCell | null {
    const row = this.#store.row(rowId)
    if (row === undefined) return null
    // A field says what it holds without anything being computed: there may be a million of them.
    if (!this.table.fields.includes(column)) return this.table.show(row, column)
    const { fieldText, format } = this.table
    return { text: (fieldText ?? format)(row.record, column), explanation: null }
  }

  /** What a person calls the row. */
  titleOf(rowId: string): string {
    const record = this.#store.row(rowId)?.record ?? this.#store.confirmedRow(rowId)?.record
    return record === undefined ? '' : this.table.titleOf(record)
  }

  /** One cell typed by a person: scored at once, sent, and kept in its cell when it cannot be taken. */
  edit(rowId: string, field: FieldId, text: string): void {
    const row = this.#store.row(rowId)
    if (row === undefined) return
    const title = this.table.titleOf(row.record)
    this.#change({ source: 'EDIT', title, edits: [{ rowId, field, text }] }, true)
    this.#editing = null
  }

  /** Many cells and rows as one step: one request, one undo. What cannot be taken stays in its cell with the reason. */
  change(batch: SheetBatch): ChangeReport {
    return this.#change(batch, false)
  }

  /** What rows would say after edits that are not made. */
  preview(edits: readonly CellEdit[]): EditPreview {
    return previewEdits(this.table, this.#store, edits)
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
    if (!this.#drafts.has(cellKey(rowId, field))) return
    this.#dropDraft(cellKey(rowId, field))
    this.#refresh([rowId])
  }

  /** The cells show what they hold in another way, as amounts in another unit. */
  showAnew(): void {
    const groups = new Set(this.groupIds)
    this.#refreshGroups(groups)
    this.#emit({ rows: false, groups })
  }

  draftAt(rowId: string, field: FieldId): Draft | null {
    return this.#drafts.get(cellKey(rowId, field))?.draft ?? null
  }

  /** Sends refused texts once more, over whatever stands there now: one step. */
  insist(drafts: readonly Draft[], title: string): ChangeReport {
    return this.change({
      source: 'EDIT',
      title,
      edits: drafts.map(({ rowId, field, text }) => ({ rowId, field, text })),
    })
  }

  /** Deletes a row although somebody changed it. */
  insistOnRow(problem: RowProblem): void {
    this.dismissRowProblem(problem)
    if (problem.change.kind !== 'delete') return
    this.change({ source: 'EDIT', title: problem.title, deletes: [problem.change.rowId] })
  }

  /** Why a cell cannot be changed, null when it can. */
  lockOf(rowId: string, field: FieldId): string | null {
    const groupId = this.#store.row(rowId)?.groupId
    const group = groupId === undefined ? undefined : this.#store.group(groupId)
    if (group === undefined || !this.table.fields.includes(field)) return null
    const lock = this.table.lockOf?.(group, field) ?? null
    return lock === null ? null : this.table.describe(lock)
  }

  dismissRowProblem(problem: RowProblem): void {
    this.#rowProblems = this.#rowProblems.filter((other) => other !== problem)
    this.#options.memory.keep([{ shelf: 'problem', key: rowProblemKey(problem), value: null }])
    this.#emit({ rows: false, groups: new Set() })
  }

  get nextUndo(): NextStep | null {
    const step = undoStep(this.#history)
    return step && { batch: step.batch, patches: step.patches, drafts: this.#draftsOf(step.batch) }
  }

  get nextRedo(): NextStep | null {
    const step = redoStep(this.#history)
    return step && { batch: step.batch, patches: step.patches, drafts: [] }
  }

  /** What an undo or redo waits for. */
  get question(): UndoQuestion | null {
    return this.#question
  }

  undo(): UndoResult | null {
    return this.#step(undoStep(this.#history), 'UNDO')
  }

  redo(): UndoResult | null {
    return this.#step(redoStep(this.#history), 'REDO')
  }

  /** Goes on with the undo or redo that asked. */
  decide(answer: UndoAnswer): UndoResult | null {
    const question = this.#question
    if (question === null) return null
    this.#question = null
    this.#emit({ rows: false, groups: new Set() })
    const { source, batch, blocked } = question
    const step = source === 'UNDO' ? undoStep(this.#history) : redoStep(this.#history)
    if (answer === 'leave' || step?.batch.id !== batch.id) return null
    if (answer === 'overwrite') return this.#perform(step, source)
    const inTheWay = new Set(blocked.map(({ patch }) => patchKey(patch)))
    return this.#perform(
      stepWith(step, source, (patch) => !inTheWay.has(patchKey(patch))),
      source,
    )
  }

  /** Tries again at once what could not be delivered. */
  retryNow(): void {
    this.#outbox.retryNow()
  }

  #change(asked: SheetBatch, isTyped: boolean): ChangeReport {
    const batch = this.table.spellOut?.(asked) ?? asked
    const step = this.#options.newKey()
    const made = (batch.creates ?? []).map((row) => this.#make(row, step))
    const typed = (batch.edits ?? []).map(({ rowId, field, text }): CellPatch => ({
      kind: 'cell',
      rowId,
      field,
      before: '',
      after: text,
    }))
    const patches = [...made.map(({ patch }) => patch), ...typed, ...rowPatches(batch, this.#store)]
    const applied = this.#apply(patches, { source: batch.source, isTyped, step })
    const refused = [...made.flatMap((row) => row.refused), ...applied.refused]
    if (applied.patches.length + refused.length > 0) {
      const { title } = batch
      this.#keep(record(this.#history, { id: step, patches: applied.patches, place: this.#place, title }))
    }
    return { changed: applied.patches.length, refused }
  }

  /** A new row with the cells that can be read; the others stay in it as they were typed. */
  #make({ id, groupId, after, seed, cells }: NewRow, step: string): Applied & { readonly patch: RowPatch } {
    const taken: { [field: FieldId]: string } = {}
    const refused: Draft[] = []
    let made = this.table.blank(seed)
    for (const [field, text] of Object.entries(cells)) {
      const result = this.table.edit(made, field, text)
      if ('refused' in result) {
        const reason = this.table.describe(result.refused)
        refused.push(
          this.#refuse({ rowId: id, field, value: text }, { code: 'BAD_INPUT', reason, theirs: null }, step),
        )
      } else {
        made = result.record
        taken[field] = text
      }
    }
    const patch: RowPatch = {
      kind: 'row',
      rowId: id,
      groupId,
      before: null,
      after: { after, seed, cells: taken },
    }
    return { patch, patches: [patch], refused }
  }

  #textAt(rowId: string, field: FieldId): string {
    const row = this.#store.row(rowId)
    return row === undefined ? '' : this.table.format(row.record, field)
  }

  #takeNotice(notice: ChangeNotice): void {
    const { rows, authored, stale } = planNotice(notice, {
      table: this.table,
      confirmedRow: (id) => this.#store.confirmedRow(id),
    })
    for (const row of rows) this.#store.confirm(row)
    // Where something of one's own is on its way it stands above theirs.
    this.#authors.add(authored.filter(({ key }) => !this.#open.has(key)))
    if (stale.size > 0) this.#staleGroups = new Set([...this.#staleGroups, ...stale])
    this.#repaint(authored.map(({ rowId }) => rowId))
  }

  #step(step: HistoryStep | null, source: 'UNDO' | 'REDO'): UndoResult | null {
    if (step === null) return null
    const { batch, patches } = step
    if (batch.place !== this.#place && patches.some((at) => !this.#isShown(at)))
      return { kind: 'elsewhere', batch }
    const blocked = patches.flatMap((patch) => this.#obstacle(patch) ?? [])
    if (blocked.length === 0) return this.#perform(step, source)
    this.#question = askAbout(source, batch, blocked)
    this.#emit({ rows: false, groups: new Set() })
    return { kind: 'asks', question: this.#question }
  }

  #perform(step: HistoryStep, source: 'UNDO' | 'REDO'): UndoResult | null {
    const { batch, patches, history } = step
    const [patch] = patches
    const drafts = source === 'UNDO' ? this.#draftsOf(batch) : []
    if (patch !== undefined) {
      this.#underway.set(batch.id, batch)
      this.#apply(patches, { source, isTyped: false, step: batch.id })
    }
    this.#keep(history)
    for (const { rowId, field } of drafts) this.#dropDraft(cellKey(rowId, field))
    this.#refresh(drafts.map((draft) => draft.rowId))
    if (patch !== undefined) return { kind: 'applied', patch }
    const [draft] = drafts
    return draft === undefined ? null : { kind: 'discarded', draft }
  }

  /** What keeps a patch from being taken back without a word. */
  #obstacle(patch: Patch): BlockedPatch | null {
    const { rowId } = patch
    const blocked = { patch, title: this.titleOf(rowId), reason: null, theirs: null }
    if (!this.#isShown(patch)) return { ...blocked, text: null, code: 'NOT_FOUND' }
    if (patch.kind === 'row') return null
    const text = this.#textAt(rowId, patch.field)
    const lock = this.lockOf(rowId, patch.field)
    if (lock !== null) return { ...blocked, text, code: 'LOCKED', reason: lock }
    if (this.#stillHolds(patch)) return null
    const author = this.#authors.of(cellKey(rowId, patch.field))
    const theirs = author && { value: text, by: author.name, at: author.at }
    return { ...blocked, text, code: 'CONFLICT', theirs }
  }

  #isShown(patch: Patch): boolean {
    if (patch.kind === 'row' && patch.before === null) return this.#store.group(patch.groupId) !== undefined
    return this.#store.row(patch.rowId) !== undefined
  }

  /** Whether the cell still says what the step left in it. */
  #stillHolds({ rowId, field, before }: CellPatch): boolean {
    const row = this.#store.row(rowId)
    if (row === undefined) return false
    if (this.table.format(row.record, field) === before) return true
    const left = this.table.edit(row.record, field, before)
    return 'record' in left && this.table.format(left.record, field) === this.table.format(row.record, field)
  }

  /** Answers what was taken, with what stood there before; the rest stays as drafts, and what changes nothing is not sent. */
  #apply(
    patches: readonly Patch[],
    {
      source,
      isTyped,
      step,
    }: { readonly source: ChangeSource; readonly isTyped: boolean; readonly step: string },
  ): Applied {
    const taken: Patch[] = []
    const refused: Draft[] = []
    const changes: Change[] = []
    /** Rows as the patches before have left them: a later cell may depend on an earlier one. */
    const records = new Map<string, R>()
    for (const patch of patches) {
      if (patch.kind === 'row') {
        this.#store.expect(patch.rowId, patch.groupId)
        changes.push(this.#rowChange(patch))
        taken.push(patch)
        continue
      }
      const { rowId, field, after } = patch
      const record = records.get(rowId) ?? this.#store.row(rowId)?.record
      if (record === undefined) continue
      const before = this.table.format(record, field)
      const key = cellKey(rowId, field)
      if (before === after && !this.#drafts.has(key)) continue
      const lock = this.lockOf(rowId, field)
      const result = this.table.edit(record, field, after)
      if (lock !== null || 'refused' in result) {
        const [code, reason] =
          'refused' in result ? ['BAD_INPUT', this.table.describe(result.refused)] : ['LOCKED', lock ?? '']
        refused.push(this.#refuse({ rowId, field, value: after }, { code, reason, theirs: null }, step))
        continue
      }
      this.#dropDraft(key)
      const version = this.#seenVersion(rowId, key)
      this.#authors.forget([key])
      records.set(rowId, result.record)
      if (this.table.format(result.record, field) === before) continue
      const change: CellChange = { kind: 'cell', rowId, field, value: after, version }
      this.#store.remember(change, record, result.record)
      changes.push(change)
      taken.push({ ...patch, before })
    }
    this.#outbox.post({ source, changes, isTyped, place: this.#place, step })
    this.#repaint(patches.map((patch) => patch.rowId))
    return { patches: taken, refused }
  }

  /** The version the writer saw: not the one that came under an open editor. */
  #seenVersion(rowId: string, key: CellKey): number {
    const author = this.#authors.of(key)
    const isUnseen = author !== null && this.#editing?.key === key && this.#editing.author !== author
    return isUnseen ? author.version - 1 : this.#store.versionOf(rowId)
  }

  #rowChange({ rowId, groupId, before, after }: RowPatch): RowChange {
    const version = this.#store.versionOf(rowId)
    if (after === null) return { kind: 'delete', rowId, version }
    return before === null
      ? { kind: 'create', rowId, groupId, ...after }
      : { kind: 'move', rowId, after: after.after, version }
  }

  #take(request: OutgoingBatch, answer: FinalAnswer<R>): void {
    this.#open = openKeys(this.#outbox.changes)
    const touched = new Set(request.changes.map((change) => change.rowId))
    if (answer.kind === 'refused') {
      const verdict = { code: answer.code ?? 'INTERNAL', reason: answer.reason, theirs: null }
      this.#takeBack(
        request,
        request.changes.map((change) => ({ change, ...verdict })),
      )
    } else {
      this.#received.isOwn(answer.changeSetId)
      this.#takeAnswer(request, answer)
    }
    this.#repaint(touched)
    this.#received.drain()
  }

  #takeAnswer(
    request: OutgoingBatch,
    { cells, rowAnswers, rows }: FinalAnswer<R> & { kind: 'answered' },
  ): void {
    const sentCells = new Map<CellKey, CellChange>()
    const sentRows = new Map<string, RowChange>()
    for (const change of request.changes) {
      if (change.kind === 'cell') sentCells.set(cellKey(change.rowId, change.field), change)
      else sentRows.set(`${change.kind} ${change.rowId}`, change)
      // A row may be made without all of its cells: each that is answered for speaks for itself.
      if (change.kind === 'create') for (const cell of cellsOfCreate(change)) sentCells.set(...cell)
    }
    const before = new Map(rows.map((row) => [row.id, this.#store.versionOf(row.id)]))
    // Rows that are not here (the changes are an earlier page's) were as new as their changes say.
    for (const change of request.changes)
      if (change.kind !== 'create')
        before.set(change.rowId, Math.max(before.get(change.rowId) ?? 0, change.version))
    for (const row of rows) this.#store.confirm(row)
    const refused: Refused[] = []
    const saved: CellChange[] = []
    for (const { rowId, field, accepted, code, reason, theirs } of cells) {
      const change = sentCells.get(cellKey(rowId, field))
      if (change === undefined) continue
      if (accepted) saved.push(change)
      else refused.push({ change, code: code ?? 'INTERNAL', reason: reason ?? '', theirs })
    }
    for (const { kind, rowId, accepted, code, reason } of rowAnswers) {
      const change = sentRows.get(`${kind} ${rowId}`)
      if (change === undefined) continue
      if (accepted) this.#store.confirmPlace(change)
      else refused.push({ change, code: code ?? 'INTERNAL', reason: reason ?? '', theirs: null })
    }
    const isSaved = new Set(saved.map((change) => cellKey(change.rowId, change.field)))
    const created = new Set(
      request.changes.flatMap((change) => (change.kind === 'create' ? [change.rowId] : [])),
    )
    this.#outbox.rebase(rebaseOn({ before, now: (id) => this.#store.versionOf(id), isSaved, created }))
    this.#showSaved(saved)
    if (saved.length + rowAnswers.length > 0) this.#lastSaved = this.#options.clock.now()
    // The cells of a row that was not made have no place; the row itself says why.
    const unmade = new Set(refused.flatMap(({ change }) => (change.kind === 'create' ? [change.rowId] : [])))
    this.#takeBack(
      request,
      refused.filter(({ change }) => change.kind !== 'cell' || !unmade.has(change.rowId)),
    )
  }

  /** What the server refused is out of the rows already; the history forgets it, so that no undo repeats it. */
  #takeBack(request: OutgoingBatch, refused: readonly Refused[]): void {
    const { source } = request
    if (source === 'UNDO' || source === 'REDO') return this.#takeStepBack(request, source, refused)
    if (refused.length === 0) return
    const problems: RowProblem[] = []
    const cells = refused.flatMap(({ change, reason, ...verdict }) => {
      if (change.kind === 'cell') return [{ change, reason, ...verdict }]
      problems.push({ change, reason, code: verdict.code, title: this.#titleOfChange(change) })
      return []
    })
    const renewed = new Set(problems.map(rowProblemKey))
    this.#rowProblems = [...this.#rowProblems.filter((at) => !renewed.has(rowProblemKey(at))), ...problems]
    this.#options.memory.keep(
      problems.map((value) => ({ shelf: 'problem', key: rowProblemKey(value), value })),
    )
    const texts = cells.map(({ change: { rowId, field, value } }) => ({ rowId, field, after: value }))
    const rows = problems.map(({ change }) => change.rowId)
    const { history, steps } = forget(this.#history, texts, rows)
    const undone = new Set(history.undone.map(({ id }) => id))
    for (const { id } of this.#history.undone) if (!undone.has(id)) this.#underway.delete(id)
    for (const { change, ...verdict } of cells) {
      const key = cellKey(change.rowId, change.field)
      // Something newer typed over it is still on its way and speaks for the cell.
      if (!this.#open.has(key)) this.#refuse(change, verdict, steps.get(key) ?? '', request.place)
    }
    // A step of which nothing is left, not even a text in its cell, is none.
    const isOver = (step: HistoryBatch): boolean =>
      step.patches.length === 0 && this.#draftsOf(step).length === 0
    this.#keep({ ...history, done: history.done.filter((step) => !isOver(step)) })
  }

  /** An undo the server refused was none: the step is the next one again, and a person is asked. */
  #takeStepBack(request: OutgoingBatch, source: 'UNDO' | 'REDO', refused: readonly Refused[]): void {
    const steps = source === 'UNDO' ? this.#history.undone : this.#history.done
    const batch = steps.find(({ id }) => id === request.step) ?? this.#underway.get(request.step)
    this.#underway.delete(request.step)
    if (refused.length === 0 || batch === undefined) return
    this.#keep(putBack(this.#history, batch, source))
    const applied = source === 'UNDO' ? invertPatches(batch.patches) : batch.patches
    const patches = new Map(applied.map((patch) => [patchKey(patch), patch]))
    const blocked = refused.flatMap(({ change, code, reason, theirs }): readonly BlockedPatch[] => {
      const { rowId } = change
      const patch = patches.get(change.kind === 'cell' ? cellKey(rowId, change.field) : rowId)
      // The others were only given up together with these.
      if (patch === undefined || code === 'ABORTED') return []
      const confirmed = this.#store.confirmedRow(rowId)
      const text =
        patch.kind === 'row' || confirmed === undefined
          ? null
          : this.table.format(confirmed.record, patch.field)
      return [{ patch, title: this.titleOf(rowId), text, code, reason, theirs }]
    })
    if (blocked.length > 0) this.#question = askAbout(source, batch, blocked)
  }

  /** Keeps what was typed, with the reason. */
  #refuse(
    { rowId, field, value }: Pick<CellChange, 'rowId' | 'field' | 'value'>,
    verdict: Pick<Draft, 'code' | 'reason' | 'theirs'>,
    step: string,
    place = this.#place,
  ): Draft {
    const { code, reason, theirs } = verdict
    const draft = { rowId, field, text: value, code, reason, theirs, title: this.titleOf(rowId), place }
    const key = cellKey(rowId, field)
    this.#drafts.set(key, { draft, step })
    this.#draftList = null
    this.#options.memory.keep([{ shelf: 'draft', key, value: { draft, step } }])
    return draft
  }

  #dropDraft(key: CellKey): void {
    const dropped = this.#drafts.get(key)
    if (dropped === undefined) return
    this.#drafts.delete(key)
    this.#draftList = null
    this.#options.memory.keep([{ shelf: 'draft', key, value: null }])
    // A step of nothing but refused texts is over with the last of them.
    const batch = this.#history.done.findLast(({ id }) => id === dropped.step)
    if (batch !== undefined && batch.patches.length === 0 && this.#draftsOf(batch).length === 0)
      this.#keep({ ...this.#history, done: this.#history.done.filter((other) => other !== batch) })
  }

  #draftsOf({ id }: HistoryBatch): readonly Draft[] {
    return [...this.#drafts.values()].flatMap(({ draft, step }) => (step === id ? [draft] : []))
  }

  /** A row that was not made is named by what it would have been. */
  #titleOfChange(change: RowChange): string {
    if (change.kind !== 'create') return this.titleOf(change.rowId)
    return this.table.titleOf(new CellWriter(this.table).make(change))
  }

  #showSaved(changes: readonly CellChange[]): void {
    const cells = changes.map(({ rowId, field }) => ({ key: cellKey(rowId, field), rowId }))
    this.#saved.add(cells.filter(({ key }) => !this.#open.has(key)))
  }

  #outboxChanged(): void {
    this.#open = openKeys(this.#outbox.changes)
    // Nobody answered, and it may take long: others are not to wait for it.
    this.#received.drain()
    const waiting = this.#outbox.waitingFor !== null
    if (waiting === this.#waiting) return
    this.#waiting = waiting
    this.#refresh(this.#outbox.changes.map((change) => change.rowId))
  }

  /** Puts the groups of these rows together again: scores, totals, findings. */
  #repaint(rowIds: Iterable<string>): void {
    const { groups, rows } = this.#store.recompute(rowIds, this.#outbox.changes)
    this.#refreshGroups(groups)
    this.#emit({ rows, groups })
  }

  /** Only what the cells of these rows say about themselves. */
  #refresh(rowIds: Iterable<string>): void {
    const groups = new Set<string>()
    for (const rowId of rowIds) {
      const groupId = this.#store.row(rowId)?.groupId
      if (groupId !== undefined) groups.add(groupId)
    }
    this.#refreshGroups(groups)
    this.#emit({ rows: false, groups })
  }

  #refreshGroups(groups: ReadonlySet<string>): void {
    for (const id of groups) {
      for (const row of this.#store.rowsOf(id)) this.#cells.expire(row.id)
    }
  }

  #view(row: Row<R, Computed>, column: ColumnId): CellView {
    const shown = this.table.show(row, column)
    const key = cellKey(row.id, column)
    const draft = this.#drafts.get(key)?.draft
    const findings = this.#store.findingsAt(row.id, key)
    const author = this.#authors.of(key)
    const lock = this.lockOf(row.id, column)
    const state = this.#state(key, draft)
    return {
      text: draft?.text ?? shown.text,
      explanation: shown.explanation,
      state: state === 'idle' && lock !== null ? 'locked' : state,
      reason: draft?.reason ?? lock,
      severity: worstOf(findings),
      findings: findings.map((at) => this.table.describe(at.message)),
      author,
      isNews: author !== null && this.#authors.isFresh(author),
    }
  }

  #state(key: CellKey, draft: Draft | undefined): CellState {
    if (draft !== undefined) return draft.code === 'CONFLICT' ? 'conflict' : 'failed'
    if (this.#open.has(key)) return this.#outbox.waitingFor === null ? 'pending' : 'waiting'
    return this.#saved.has(key) ? 'saved' : 'idle'
  }

  #keep(history: History): void {
    this.#options.memory.keep(keepHistory(this.#history, history))
    this.#history = history
    this.#emit({ rows: false, groups: new Set() })
  }

  #emit(change: SheetChange): void {
    for (const listener of this.#listeners) listener(change)
  }
}

interface Refused {
  readonly change: Change
  readonly code: string
  readonly reason: string
  readonly theirs: Theirs | null
}

const cellsOfCreate = ({ rowId, cells }: CreateChange): readonly (readonly [CellKey, CellChange])[] =>
  Object.entries(cells).map(([field, value]) => [
    cellKey(rowId, field),
    { kind: 'cell', rowId, field, value, version: 0 },
  ])

/** The cells with text on its way; of a new row all that were filled in. */
const openKeys = (changes: readonly Change[]): ReadonlySet<CellKey> =>
  new Set(
    changes.flatMap((change) =>
      change.kind === 'cell'
        ? [cellKey(change.rowId, change.field)]
        : change.kind === 'create'
          ? Object.keys(change.cells).map((field) => cellKey(change.rowId, field))
          : [],
    ),
  )
