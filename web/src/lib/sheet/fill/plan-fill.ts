import { heightOf, widthOf } from '../area.ts'
import type { Area, Displayed } from '../area.ts'
import { mostCells } from '../paste/plan-paste.ts'
import type { PlannedEdit } from '../paste/plan-paste.ts'
import { readSeries } from './series.ts'

/** `auto` does what a spreadsheet does, `opposite` what it does with Ctrl held. */
export type FillMode = 'auto' | 'opposite' | 'series' | 'copy'

export interface FillRequest {
  readonly displayed: Displayed
  /** The cells one fills from. */
  readonly seeds: Area
  /** The cells to fill: in the same rows or the same columns, right beside the seeds. */
  readonly target: Area
  readonly textAt: (row: number, column: number) => string
  readonly mode: FillMode
}

export interface FillPlan {
  readonly kind: 'planned'
  readonly edits: readonly PlannedEdit[]
  /** Whether anything was continued rather than copied. */
  readonly continues: boolean
  /** Whether anything could be continued. */
  readonly isSeries: boolean
}

export type FillRefusal = { readonly kind: 'refused'; readonly why: 'too-many'; readonly cells: number }

/** What each filled cell gets: line by line the continued series of its seeds, or a copy of them, again and again. */
export function planFill(request: FillRequest): FillPlan | FillRefusal {
  const { displayed, seeds, target } = request
  const cells = heightOf(target) * widthOf(target)
  if (cells > mostCells) return { kind: 'refused', why: 'too-many', cells }
  const isVertical = seeds.left === target.left && seeds.right === target.right
  const edits: PlannedEdit[] = []
  let continues = false
  let isSeries = false
  const lines = isVertical ? [seeds.left, seeds.right] : [seeds.top, seeds.bottom]
  const [begin, end] = isVertical ? [seeds.top, seeds.bottom] : [seeds.left, seeds.right]
  const [from, to] = isVertical ? [target.top, target.bottom] : [target.left, target.right]
  for (const line of range(...lines)) {
    const cellAt = (at: number): readonly [number, number] => (isVertical ? [at, line] : [line, at])
    const filled = continueLine(
      range(begin, end).map((at) => request.textAt(...cellAt(at))),
      request.mode,
    )
    continues ||= filled.continues
    isSeries ||= filled.isSeries
    for (const at of range(from, to)) {
      const [row, column] = cellAt(at)
      const [rowId, field] = [displayed.rows[row]?.id, displayed.columns[column]]
      const text = filled.at(at - begin)
      if (rowId !== undefined && field?.isEditable === true && text !== null)
        edits.push({ rowId, field: field.id, text })
    }
  }
  return { kind: 'planned', edits, continues, isSeries }
}

interface Line {
  readonly at: (n: number) => string | null
  readonly continues: boolean
  readonly isSeries: boolean
}

function continueLine(seeds: readonly string[], mode: FillMode): Line {
  const series = readSeries(seeds)
  const isSeries = series !== null
  const goesOn = isSeries && (seeds.length > 1 || series.goesOnAlone)
  const wanted = mode === 'auto' || mode === 'opposite' ? goesOn === (mode === 'auto') : mode === 'series'
  if (isSeries && wanted) return { at: series.at, continues: true, isSeries }
  const { length } = seeds
  return { at: (n) => seeds[((n % length) + length) % length] ?? null, continues: false, isSeries }
}

const range = (from = 0, to = 0): readonly number[] =>
  Array.from({ length: to - from + 1 }, (_, at) => from + at)
