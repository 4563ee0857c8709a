import type { Area } from '../area.ts'
import type { CellAt, CellRange } from '../cell-range.ts'
import { readDisplayed } from '../displayed-cells.ts'
import type { DisplayedCells } from '../displayed-cells.ts'
import { applyPainted } from '../edit-report.ts'
import type { EditReport } from '../edit-report.ts'
import type { EditingModel } from '../editing-model.ts'
import type { PlannedEdit } from '../paste/plan-paste.ts'
import type { Selection } from '../selection.ts'
import { fillExtent } from './fill-extent.ts'
import { planFill } from './plan-fill.ts'
import type { FillMode } from './plan-fill.ts'

export interface FillOptions {
  readonly model: EditingModel
  readonly selection: Selection
  readonly title: (cells: number) => string
  readonly report: (report: EditReport) => void
}

/** From which cells to which. */
interface Stretch {
  readonly seeds: Area
  readonly target: Area
}

/** A fill that is being dragged. */
export interface FillDrag {
  /** What dragging to a cell fills; null for a cell among the seeds. */
  readonly targetAt: (at: CellAt) => Area | null
  readonly rangeOf: (area: Area) => CellRange | null
  readonly fill: (target: Area, mode: FillMode) => void
}

/** Fills from the selected cells: by key, by the handle, by a double click on it. */
export class SheetFill {
  readonly #options: FillOptions

  constructor(options: FillOptions) {
    this.#options = options
  }

  /** The first row of each range over the others; a lone row from the one above, as in a spreadsheet. */
  down(): void {
    this.#copy(({ top, bottom, ...columns }) => ({
      seeds: { ...columns, top: bottom > top ? top : top - 1, bottom: bottom > top ? top : top - 1 },
      target: { ...columns, top: bottom > top ? top + 1 : top, bottom },
    }))
  }

  /** The first column of each range over the others. */
  right(): void {
    this.#copy(({ left, right, ...rows }) => ({
      seeds: { ...rows, left, right: left },
      target: { ...rows, left: left + 1, right },
    }))
  }

  /** From the one selected range, as long as the handle is held; null for several ranges. */
  beginDrag(): FillDrag | null {
    const { shown, areas } = this.#shown()
    const [seeds] = areas
    if (seeds === undefined || areas.length > 1) return null
    const { rows, columns } = shown.displayed
    const rowAt = new Map(rows.map(({ id }, index) => [id, index]))
    return {
      targetAt: ({ rowId, column }) => {
        const row = rowAt.get(rowId)
        const index = columns.findIndex(({ id }) => id === column)
        return row === undefined || index < 0 ? null : targetOf(seeds, row, index)
      },
      rangeOf: shown.rangeOf,
      fill: (target, mode) => this.#fill([{ seeds, target }], mode, shown),
    }
  }

  /** As far down as the column beside has texts. */
  alongside(): void {
    const { shown, areas } = this.#shown()
    const [seeds] = areas
    const target = seeds && fillExtent(shown.displayed, seeds, shown.textAt)
    if (seeds && target) this.#fill([{ seeds, target }], 'auto', shown)
  }

  #shown(): { readonly shown: DisplayedCells; readonly areas: readonly Area[] } {
    const { model, selection } = this.#options
    const shown = readDisplayed(selection.layout, model)
    return { shown, areas: shown.areasOf(selection.boxes()) }
  }

  #copy(stretch: (area: Area) => Stretch): void {
    const { shown, areas } = this.#shown()
    const stretches = areas
      .map(stretch)
      .filter(({ seeds, target }) => seeds.top >= 0 && target.left <= target.right)
    this.#fill(stretches, 'copy', shown)
  }

  #fill(stretches: readonly Stretch[], mode: FillMode, shown: DisplayedCells): void {
    const { report } = this.#options
    const edits: PlannedEdit[] = []
    let continues = false
    let isSeries = false
    for (const { seeds, target } of stretches) {
      const { displayed, textAt } = shown
      const plan = planFill({ displayed, seeds, target, textAt, mode })
      if (plan.kind === 'refused') return report({ kind: 'not-done', why: plan.why, cells: plan.cells })
      edits.push(...plan.edits)
      continues ||= plan.continues
      isSeries ||= plan.isSeries
    }
    const [stretch] = stretches
    if (stretch === undefined) return
    const other = stretches.length > 1 ? null : continues ? 'copy' : isSeries ? 'series' : null
    applyPainted(edits.length, report, () => this.#apply(edits, stretch, other, shown))
  }

  #apply(
    edits: readonly PlannedEdit[],
    stretch: Stretch,
    other: 'series' | 'copy' | null,
    shown: DisplayedCells,
  ): void {
    const { model, selection, title, report } = this.#options
    const step = model.lastStep()
    const done = model.change({ source: 'FILL', title: title(edits.length), edits })
    const filled = model.lastStep()
    const seeds = selection.range
    const whole = shown.rangeOf(around(stretch))
    if (whole !== null) selection.select([whole], selection.active ?? whole.anchor)
    // Switching takes the fill back first, so it is offered only as long as that is the last step.
    const run = (): void => {
      if (filled === step || model.lastStep() !== filled || other === null) return
      model.undo()
      if (seeds !== null) selection.select([seeds], selection.active)
      this.#fill([stretch], other, shown)
    }
    report({
      kind: 'done',
      what: 'fill',
      changed: edits.length - done.refused.length,
      rows: 0,
      refused: done.refused.length,
      skipped: [],
      instead: other === null ? null : { what: other, run },
    })
  }
}

/** Away from the seeds in the direction in which the cell is further away. */
function targetOf(seeds: Area, row: number, column: number): Area | null {
  const down = row > seeds.bottom ? row - seeds.bottom : Math.min(row - seeds.top, 0)
  const right = column > seeds.right ? column - seeds.right : Math.min(column - seeds.left, 0)
  if (down === 0 && right === 0) return null
  if (Math.abs(down) >= Math.abs(right))
    return down > 0
      ? { ...seeds, top: seeds.bottom + 1, bottom: row }
      : { ...seeds, top: row, bottom: seeds.top - 1 }
  return right > 0
    ? { ...seeds, left: seeds.right + 1, right: column }
    : { ...seeds, left: column, right: seeds.left - 1 }
}

const around = ({ seeds, target }: Stretch): Area => ({
  top: Math.min(seeds.top, target.top),
  left: Math.min(seeds.left, target.left),
  bottom: Math.max(seeds.bottom, target.bottom),
  right: Math.max(seeds.right, target.right),
})
