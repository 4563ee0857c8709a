import type { Area, Displayed } from '../area.ts'
import { areaAt, heightOf, widthOf } from '../area.ts'
import { columnsOf } from '../clipboard/block.ts'
import type { Block } from '../clipboard/block.ts'
import { spreadBlock } from './spread-block.ts'

export interface PasteRequest {
  readonly block: Block
  readonly displayed: Displayed
  /** The selected ranges; a lone cell is one of them. */
  readonly areas: readonly Area[]
  /** What comes below the last row of the group the paste begins in: the next group's rows, or rows made for it. */
  readonly below: 'next-group' | 'new-rows'
  /** Where a group ends, hidden rows included, and what kind of row a new one there is. */
  readonly endOf: (groupId: string) => GroupEnd
  readonly newId: () => string
}

export interface GroupEnd {
  readonly after: string | null
  readonly seed: string
}

export interface PlannedEdit {
  readonly rowId: string
  readonly field: string
  readonly text: string
}

export interface PlannedRow {
  readonly id: string
  readonly groupId: string
  readonly after: string | null
  readonly seed: string
  readonly cells: Readonly<Record<string, string>>
}

/** A text of the block that has no place to go. */
export interface SkippedText {
  readonly rowId: string | null
  /** Null when it lies to the right of the last column. */
  readonly column: string | null
  readonly text: string
}

export interface PastePlan {
  readonly kind: 'planned'
  readonly edits: readonly PlannedEdit[]
  readonly creates: readonly PlannedRow[]
  readonly skipped: readonly SkippedText[]
  /** What was pasted over, to be selected afterwards. */
  readonly areas: readonly Area[]
}

export type PasteRefusal =
  | { readonly kind: 'refused'; readonly why: 'empty' | 'no-cell' | 'ranges-differ' }
  | { readonly kind: 'refused'; readonly why: 'too-many'; readonly cells: number }

/** The server takes as many changes in one request; beyond that nothing is applied at all. */
export const mostCells = 50_000

/**
 * Where each text of a block goes. As in a spreadsheet, a block fills a range it divides, and otherwise lies down whole
 * from the range's first cell on; it follows the displayed rows and what passes the last one becomes new rows.
 */
export function planPaste(request: PasteRequest): PastePlan | PasteRefusal {
  const { block, areas } = request
  const height = block.length
  const width = columnsOf(block)
  if (height === 0 || width === 0) return { kind: 'refused', why: 'empty' }
  const first = areas[0]
  if (first === undefined || request.displayed.rows.length === 0) return { kind: 'refused', why: 'no-cell' }
  const targets = areas.length === 1 ? [targetIn(first, height, width)] : areas
  if (targets.some((area) => heightOf(area) % height !== 0 || widthOf(area) % width !== 0))
    return { kind: 'refused', why: 'ranges-differ' }
  const cells = targets.reduce((sum, area) => sum + heightOf(area) * widthOf(area), 0)
  return cells > mostCells ? { kind: 'refused', why: 'too-many', cells } : spreadBlock(request, targets)
}

/** One row or column is no statement about the size; any other range is filled when the block divides it. */
function targetIn(area: Area, height: number, width: number): Area {
  const fits = (range: number, size: number): boolean => range === 1 || range % size === 0
  return fits(heightOf(area), height) && fits(widthOf(area), width)
    ? areaAt(area.top, area.left, Math.max(heightOf(area), height), Math.max(widthOf(area), width))
    : areaAt(area.top, area.left, height, width)
}
