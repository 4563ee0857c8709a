import { readDisplayed } from '../displayed-cells.ts'
import type { DisplayedCells } from '../displayed-cells.ts'
import { applyPainted } from '../edit-report.ts'
import type { EditReport } from '../edit-report.ts'
import type { EditingModel } from '../editing-model.ts'
import { planMove } from '../paste/plan-move.ts'
import type { CutCell } from '../paste/plan-move.ts'
import { planPaste } from '../paste/plan-paste.ts'
import type { PastePlan, PasteRequest } from '../paste/plan-paste.ts'
import { cellKey } from '../patch.ts'
import type { CellKey } from '../patch.ts'
import type { Selection } from '../selection.ts'
import type { ChangeReport } from '../sheet-batch.ts'
import { copyBlock } from './copy-block.ts'
import { readClipboard } from './read-clipboard.ts'
import type { ClipboardTexts } from './read-clipboard.ts'
import { writeHtmlBlock } from './write-html-block.ts'
import { writePlainBlock } from './write-plain-block.ts'

export interface ClipboardOptions {
  readonly model: EditingModel
  /** Whether the table can have rows made; else what passes its end has no place. */
  readonly makesRows: boolean
  readonly selection: Selection
  /** What the undo button says. */
  readonly title: (what: 'paste' | 'move', cells: number) => string
  readonly report: (report: EditReport) => void
  /** The cells that are marked as cut are others now. */
  readonly onMarks: () => void
}

/** Copies, cuts and pastes the selected cells. */
export class SheetClipboard {
  readonly #options: ClipboardOptions
  /** What was cut, as long as the clipboard still holds it. */
  #cut: {
    /** The address whose rows are shown, and the step an undo would take back: once there are others, a cut is over. */
    readonly place: string
    readonly step: string | null
    readonly text: string
    readonly cells: readonly CutCell[]
    readonly keys: ReadonlySet<CellKey>
  } | null = null

  constructor(options: ClipboardOptions) {
    this.#options = options
  }

  get hasCut(): boolean {
    return this.#cut !== null
  }

  isCut(rowId: string, column: string): boolean {
    return this.#cut?.keys.has(cellKey(rowId, column)) ?? false
  }

  /** The selected texts; null when the ranges have no common shape, which is told. */
  copy(): ClipboardTexts | null {
    this.forgetCut()
    return this.#read()
  }

  /** Like a copy; the cells keep their texts until these are pasted. */
  cut(): ClipboardTexts | null {
    const texts = this.#read()
    if (texts === null) return null
    const { model, selection } = this.#options
    const cells = [...selection.cells()]
      .filter(({ column }) => model.fields.has(column))
      .map(({ rowId, column }) => ({ rowId, field: column }))
    this.#cut = {
      place: model.place(),
      step: model.lastStep(),
      text: texts.plain,
      cells,
      keys: new Set(cells.map(({ rowId, field }) => cellKey(rowId, field))),
    }
    this.#options.onMarks()
    return texts
  }

  forgetCut(): void {
    if (this.#cut === null) return
    this.#cut = null
    this.#options.onMarks()
  }

  /** Anything else that is done ends a cut, as in a spreadsheet; whoever went where the cells are not is told. */
  follow(): void {
    if (this.#cut === null) return
    const { model, report } = this.#options
    const isElsewhere = this.#cut.place !== model.place()
    if (!isElsewhere && this.#cut.step === model.lastStep()) return
    this.forgetCut()
    if (isElsewhere) report({ kind: 'cut-lost' })
  }

  /** Pastes over the selection; in rows of their own where one wants what passes the group's end to make rows. */
  paste(texts: ClipboardTexts, below: PasteRequest['below']): void {
    const { model, selection, report } = this.#options
    const shown = readDisplayed(selection.layout, model)
    const pasted = planPaste({
      block: readClipboard(texts),
      displayed: shown.displayed,
      areas: shown.areasOf(selection.boxes()),
      below,
      endOf: model.endOf,
      newId: model.newRowId,
    })
    if (pasted.kind === 'refused') {
      report({ kind: 'not-done', why: pasted.why, cells: 'cells' in pasted ? pasted.cells : 0 })
      return
    }
    const cut = this.#cut !== null && sameText(this.#cut.text, texts.plain) ? this.#cut.cells : null
    const placed = this.#options.makesRows ? pasted : withoutRows(pasted)
    const plan = cut === null ? placed : planMove(placed, cut)
    const cells = plan.edits.length + plan.creates.length
    applyPainted(cells, report, () => this.#apply(plan, cut === null ? 'paste' : 'move', shown))
  }

  #apply({ edits, creates, skipped, areas }: PastePlan, what: 'paste' | 'move', shown: DisplayedCells): void {
    const { model, selection, title, report } = this.#options
    const cells = edits.length + creates.reduce((sum, row) => sum + Object.keys(row.cells).length, 0)
    const done = model.change({ source: 'PASTE', title: title(what, cells), edits, creates })
    if (what === 'move') this.forgetCut()
    const ranges = areas.flatMap((area) => shown.rangeOf(area) ?? [])
    const [first] = ranges
    if (first !== undefined) selection.select(ranges, first.anchor)
    report({
      kind: 'done',
      what,
      changed: cells - done.refused.length - cellsOfRows(done.refusedRows),
      rows: creates.length - done.refusedRows.length,
      refused: done.refused.length + done.refusedRows.length,
      skipped,
      instead: null,
    })
  }

  #read(): ClipboardTexts | null {
    const { model, selection, report } = this.#options
    const shown = readDisplayed(selection.layout, model)
    const areas = shown.areasOf(selection.boxes())
    const block = copyBlock(areas, shown.textAt)
    if (block !== null) return { plain: writePlainBlock(block), html: writeHtmlBlock(block) }
    report({ kind: 'not-done', why: areas.length === 0 ? 'no-cell' : 'ranges-shape', cells: 0 })
    return null
  }
}

const cellsOfRows = (problems: ChangeReport['refusedRows']): number =>
  problems.reduce(
    (sum, { change }) => sum + (change.kind === 'create' ? Object.keys(change.cells).length : 0),
    0,
  )

/** What would have made rows is told as texts without a place. */
const withoutRows = (plan: PastePlan): PastePlan => ({
  ...plan,
  creates: [],
  skipped: [
    ...plan.skipped,
    ...plan.creates.flatMap(({ cells }) =>
      Object.values(cells).flatMap((text) => (text === '' ? [] : [{ rowId: null, column: null, text }])),
    ),
  ],
})

/** Clipboards of different systems end lines differently. */
const sameText = (a: string, b: string): boolean =>
  a.replace(/\r\n?/gu, '\n').trimEnd() === b.replace(/\r\n?/gu, '\n').trimEnd()
