import type { IndicatorDraft } from '../draft.ts'
import { areNames, fillsColumn, isBrokenOff } from '../text/continues.ts'
import type { Cell } from '../text/row.ts'

/** A cell that goes on with a text of the row above. */
export interface Continuation {
  readonly cell: Cell
  readonly indicator: IndicatorDraft
  readonly column: 'name' | 'target'
  /** Told by the texts themselves and not only by where they stand. */
  readonly certain: boolean
}

const nameOf = (indicator: IndicatorDraft): string => indicator.columns.get('name')?.text ?? ''
const bare = (text: string): string => text.replace(/\s/g, '')

/** What the cells of a row go on with, of the indicators of the row above; cells that fit none are left out. */
export function continueMidterm(
  cells: readonly Cell[],
  above: readonly IndicatorDraft[],
  behindBreak: boolean,
  longestName: number,
): readonly Continuation[] {
  const free = new Set(above)
  const both = goOnTogether(cells, above)
  if (both !== null) return both
  return cells.flatMap((cell): readonly Continuation[] => {
    const all = [...free]
    // Both tables name the same indicator: what makes the names equal is the rest of the shorter one.
    const completed = all.find((one) =>
      above.some((other) => other !== one && bare(nameOf(one) + cell.text) === bare(nameOf(other))),
    )
    const broken = completed ?? all.find((one) => isBrokenOff(nameOf(one), cell.text))
    if (broken !== undefined) {
      free.delete(broken)
      return [{ cell, indicator: broken, column: 'name', certain: true }]
    }
    for (const indicator of above)
      for (const column of ['name', 'target'] as const) {
        if (indicator.places.get(column) !== cell.column) continue
        const wrapped = column === 'name' && fillsColumn(nameOf(indicator), cell.text, longestName)
        if (behindBreak || wrapped) return [{ cell, indicator, column, certain: false }]
      }
    return []
  })
}

/** The same text below both names, which are the same too: the second line of a wrapped name, unless it is a name itself. */
function goOnTogether(
  cells: readonly Cell[],
  above: readonly IndicatorDraft[],
): readonly Continuation[] | null {
  const [cell, other] = cells
  const [left, right] = above
  if (cell === undefined || other === undefined || left === undefined || right === undefined) return null
  const name = nameOf(left)
  const wrapped =
    cells.length === 2 &&
    cell.key !== '' &&
    cell.key === other.key &&
    name !== '' &&
    bare(name) === bare(nameOf(right)) &&
    left.places.get('name') === cell.column &&
    right.places.get('name') === other.column &&
    !areNames(name, cell.text) &&
    [left, right].every((one) => one.columns.has('target'))
  return wrapped
    ? [
        { cell, indicator: left, column: 'name', certain: false },
        { cell: other, indicator: right, column: 'name', certain: false },
      ]
    : null
}
