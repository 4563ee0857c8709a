import { createCell } from '../text/row.ts'
import type { Cell } from '../text/row.ts'
import { valueKind } from './value-kind.ts'

/** The cells of a promise: what is measured and how much of it. */
export interface NameAndTarget {
  readonly name: Cell | null
  readonly target: Cell | null
  readonly notApplicable: boolean
  /** The name was put together from several cells. */
  readonly joined: boolean
  /** Cells behind the target that belong to nothing. */
  readonly left: readonly Cell[]
}

const alone = (part: Partial<NameAndTarget>): NameAndTarget => ({
  name: null,
  target: null,
  notApplicable: false,
  joined: false,
  left: [],
  ...part,
})

/** A target of which the name is lost. */
export const onlyTarget = (cell: Cell): NameAndTarget => alone({ target: cell })

/** Tells name and target apart: by their order, and by their look where cells are missing or too many. */
export function nameAndTarget(cells: readonly Cell[]): NameAndTarget {
  const kinds = cells.map((cell) => valueKind(cell.text))
  const [first, second] = cells
  if (first === undefined) return alone({})
  if (kinds.every((kind) => kind === 'not-applicable'))
    return alone({ name: first, target: second ?? null, notApplicable: true, left: cells.slice(2) })
  if (second === undefined)
    return kinds[0] === 'certain' || kinds[0] === 'plain' ? alone({ target: first }) : alone({ name: first })
  if (cells.length === 2)
    return alone({
      name: first,
      target: second,
      notApplicable: kinds[1] === 'not-applicable' && kinds[0] !== 'words',
    })
  const value = kinds.lastIndexOf('certain')
  const at = value >= 1 ? value : cells.length - 1
  const name = mergeCells(cells.slice(0, at))
  return alone({ name, target: cells[at] ?? null, joined: at > 1, left: cells.slice(at + 1) })
}

/** Neighbouring cells as the one cell they were. */
export function mergeCells(cells: readonly Cell[]): Cell | null {
  const [first] = cells
  if (first === undefined) return null
  if (cells.length === 1) return first
  return createCell(
    cells.flatMap((cell) => cell.ids),
    first.line,
    first.column,
    cells.map((cell) => cell.text).join(''),
  )
}
