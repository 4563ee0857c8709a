import type { FailedAction, FailedItem } from '#lib/components/failed-item.ts'
import { m } from '#lib/i18n.ts'
import type { Remarks } from '#lib/remarks.ts'
import type { AnySheet } from '#lib/sheet/any-sheet.ts'
import type { CellAt } from '#lib/sheet/cell-range.ts'
import type { Offered } from '#lib/sheet/command.ts'
import { doPainted } from '#lib/sheet/edit-report.ts'
import type { EditReport } from '#lib/sheet/edit-report.ts'
import type { FocusedCell } from '#lib/sheet/focused-cell.ts'
import type { GridTable } from '#lib/sheet/grid-table.ts'
import type { HistoryBatch } from '#lib/sheet/history.ts'
import type { SkippedText } from '#lib/sheet/paste/plan-paste.ts'
import { cellKey } from '#lib/sheet/patch.ts'
import { Selection } from '#lib/sheet/selection.ts'
import type { NextStep, UndoResult } from '#lib/sheet/sheet-model.ts'
import type { SheetContext } from '#lib/sheet/sheet-context.ts'
import type { Matches } from '#lib/sheet/sheet-search.ts'
import { undoneCells } from '#lib/sheet/undone-cells.ts'
import type { SheetView } from '#lib/sheet/view/sheet-view.svelte.ts'
import { EditReporter } from './edit-reporter.ts'
import { failedItems, skippedItems } from './failed-items.ts'
import { conflictsOf, copyOfRow, settleConflicts, settleFailed } from './settle-failed.ts'
import { SidePanels } from './side-panels.svelte.ts'
import { whenRows } from './when-row.ts'

/** What a page asks of the grid it shows. */
interface Grid {
  readonly focusCell: (rowId: string, column: string) => void
  readonly showCells: (cells: readonly CellAt[]) => boolean
  readonly focusProject: (projectId: string) => void
  readonly focusFirst: () => void
  readonly toggleAll: () => void
  readonly searchAgain: () => void
  readonly openColumnMenu: (column: string) => void
  readonly offeredCommands: () => readonly Offered<SheetContext>[]
  readonly runCommand: (id: string) => void
}

export interface DeskOptions {
  readonly sheet: AnySheet
  readonly table: GridTable
  readonly view: SheetView
  readonly remarks: Remarks
  /** Opens an address. */
  readonly go: (place: string) => void
  /** Whether rows of the place are still to come. */
  readonly isLoading: () => boolean
}

/** What a page does with its sheet besides showing it: where one is, undo that goes where it happened, what was not saved. */
export class TableDesk {
  readonly sheet: AnySheet
  readonly table: GridTable
  readonly view: SheetView
  readonly remarks: Remarks
  readonly selection = new Selection()
  readonly panels = new SidePanels(() => this.focusFirst())
  /** Opens an address. */
  readonly go: (place: string) => void
  readonly #isLoading: () => boolean
  readonly #reporter: EditReporter
  /** What the last paste had no place for. */
  #skipped = $state.raw<readonly SkippedText[]>([])

  grid = $state.raw<Grid>()
  failedList = $state.raw<{ readonly show: () => void }>()
  focused = $state.raw<FocusedCell | null>(null)
  /** The words that are looked for. */
  words = $state('')
  matches = $state.raw<Matches | null>(null)

  readonly #summary = $derived.by(() => this.sheet.summary)
  readonly #conflicts = $derived.by(() => conflictsOf(this.#summary))
  readonly #failedItems = $derived.by(() => failedItems(this.#summary, this.#isShown, this.table))
  readonly #choice = $derived.by(() => {
    const { rowId, column } = this.focused ?? {}
    return this.#conflicts.find((at) => at.rowId === rowId && at.field === column) ?? null
  })

  constructor({ sheet, table, view, remarks, go, isLoading }: DeskOptions) {
    this.sheet = sheet
    this.table = table
    this.view = view
    this.remarks = remarks
    this.#reporter = new EditReporter(remarks, () => this.failedList?.show())
    this.go = go
    this.#isLoading = isLoading
  }

  get summary(): AnySheet['summary'] {
    return this.#summary
  }
  /** Texts and rows that were not saved, with where they belong and why. */
  get failedItems(): readonly FailedItem[] {
    return this.#failedItems
  }
  get failedCount(): number {
    return this.#summary.drafts.length + this.#summary.rowProblems.length
  }
  get skippedItems(): readonly FailedItem[] {
    return skippedItems(this.#skipped, (id) => this.sheet.model.titleOf(id), this.table.columnName)
  }
  get skippedCount(): number {
    return this.#skipped.length
  }
  get conflictCount(): number {
    return this.#conflicts.length
  }
  /** The conflict one stands in, to be decided. */
  get choice(): ReturnType<typeof conflictsOf>[number] | null {
    return this.#choice
  }

  readonly undo = (): void => this.#step(this.#summary.nextUndo, () => this.follow(this.sheet.model.undo()))
  readonly redo = (): void => this.#step(this.#summary.nextRedo, () => this.follow(this.sheet.model.redo()))

  focusFirst(): void {
    this.grid?.focusFirst()
  }

  focusCell(rowId: string, column: string): void {
    this.grid?.focusCell(rowId, column)
  }

  clearFilters(): void {
    this.words = ''
    this.view.clearFilters()
  }

  readonly takeReport = (report: EditReport): void => {
    if (report.kind === 'done') this.#skipped = report.skipped
    this.#reporter.report(report)
  }

  forgetSkipped(): void {
    this.#skipped = []
  }

  jumpToFailed(key: string): void {
    const draft = this.#summary.drafts.find((at) => cellKey(at.rowId, at.field) === key)
    if (draft === undefined) return
    const { rowId, field, place } = draft
    if (this.#isShown(rowId)) return this.focusCell(rowId, field)
    this.#when(place, [rowId], () => this.focusCell(rowId, field))
    this.go(place)
  }

  /** Goes to the next text that was not taken, from the last one to the first. */
  jumpToNextFailed(): void {
    const keys = this.#summary.drafts.map(({ rowId, field }) => cellKey(rowId, field))
    const { rowId, column } = this.focused ?? {}
    const here = rowId && column ? keys.indexOf(cellKey(rowId, column)) : -1
    const next = keys[(here + 1) % keys.length]
    if (next !== undefined) this.jumpToFailed(next)
  }

  settle(key: string, run: FailedAction['run']): void {
    if (run === 'copy') return void this.#copyRow(key)
    settleFailed(this.sheet.model, key, run)
    this.focusFirst()
  }

  settleConflicts(run: FailedAction['run']): void {
    const left = settleConflicts(this.sheet.model, this.#conflicts, run)
    if (left > 0) this.remarks.say('warning', m.conflict_left({ count: left }))
  }

  /** Goes where an undo or redo happened, and selects it. */
  readonly follow = (result: UndoResult | null): void => {
    if (result?.kind === 'done') this.#show(undoneCells(result, this.table.nameColumn))
    else if (result?.kind === 'elsewhere') this.#goBackTo(result.batch)
    else if (result?.kind === 'busy') this.#sayBusy()
    else if (result?.kind === 'whole') void this.#followWhole(result)
  }

  /** A frame around all of many scattered cells would hold others, which the next key would change. */
  #show(cells: readonly CellAt[]): void {
    const isSelected = this.grid?.showCells(cells) ?? true
    if (!isSelected && cells.length > 1) this.remarks.say('plain', m.undo_scattered({ count: cells.length }))
  }

  /** What the server did as a whole nobody here can take back without it: the step waits for the person, not in the outbox. */
  #sayBusy(): void {
    if (this.#summary.waitingFor === null) this.remarks.say('plain', m.undo_busy())
    else this.remarks.say('warning', m.undo_offline())
  }

  /** The server has to answer first; what it asks is asked as any other undo does. */
  async #followWhole({ source, groupId, answer }: Extract<UndoResult, { kind: 'whole' }>): Promise<void> {
    const told = await answer
    if (told.kind === 'unreachable') return void this.remarks.say('warning', m.undo_offline())
    if (told.kind === 'refused') return void this.remarks.say('bad', m.undo_not_done({ reason: told.reason }))
    if (told.kind !== 'done') return
    this.grid?.focusProject(groupId)
    this.remarks.say('good', source === 'UNDO' ? m.history_project_undone() : m.history_project_redone())
  }

  async #copyRow(key: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(copyOfRow(this.sheet.model, key))
      this.remarks.say('good', m.failed_copied())
    } catch (problem) {
      // Forbidden, or the page is not looked at.
      if (!(problem instanceof DOMException)) throw problem
      this.remarks.say('bad', m.failed_not_copied())
    }
  }

  /** Of a large step it is told before that it takes a moment. */
  #step(step: NextStep | null, take: () => void): void {
    doPainted(step?.patches.length ?? 0, this.takeReport, take)
  }

  /** Offers to go where the step happened; there it is taken back. */
  #goBackTo({ place, title, patches }: HistoryBatch): void {
    const run = (): void => {
      const rows = patches.filter((patch) => patch.kind === 'cell').map(({ rowId }) => rowId)
      this.#when(place, rows, this.undo)
      this.go(place)
    }
    this.remarks.say('plain', m.undo_elsewhere({ title }), { label: m.undo_go(), run })
  }

  #when(place: string, rowIds: readonly string[], act: () => void): void {
    whenRows(this.sheet.model, { place, rowIds, isLoading: this.#isLoading }, act)
  }

  readonly #isShown = (rowId: string): boolean => this.sheet.model.row(rowId) !== undefined
}
