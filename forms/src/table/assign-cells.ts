import type { Cell } from '../text/row.ts'

/** A column a cell may belong to. */
export interface Slot<Name extends string> {
  readonly name: Name
  /** How well a cell's look fits; -Infinity where it cannot be. */
  readonly fit: (cell: Cell) => number
  /** What leaving the column empty costs. */
  readonly gap: number
  /** Where the column stands, in tabs from the first one, in rows that are whole. */
  readonly offset: number
}

/** Cells by column; cells that two readings place differently are left out of `placed`. */
export interface Assignment<Name extends string> {
  readonly placed: ReadonlyMap<Name, Cell>
  readonly unsure: readonly Cell[]
}

const spaced = 1
const misplaced = -0.4
const clear = 0.3

/** Puts a row's cells, in their order, into the columns they fit best by look and distance; null where none fits. */
export function assignCells<Name extends string>(
  cells: readonly Cell[],
  slots: readonly Slot<Name>[],
): Assignment<Name> | null {
  const readings = orderedSubsets(slots, cells.length)
    .map((chosen) => ({ chosen, score: rate(cells, chosen, slots) }))
    .filter((reading) => reading.score > -Infinity)
    .sort((a, b) => b.score - a.score)
  const best = readings[0]
  if (best === undefined) return null
  const rivals = readings.filter((reading) => reading !== best && best.score - reading.score < clear)
  const placed = new Map<Name, Cell>()
  const unsure: Cell[] = []
  for (const [at, cell] of cells.entries()) {
    const slot = best.chosen[at]
    if (slot === undefined) continue
    if (rivals.every((rival) => rival.chosen[at] === slot)) placed.set(slot.name, cell)
    else unsure.push(cell)
  }
  return { placed, unsure }
}

function rate<Name extends string>(
  cells: readonly Cell[],
  chosen: readonly Slot<Name>[],
  slots: readonly Slot<Name>[],
): number {
  let score = 0
  for (const slot of slots) if (!chosen.includes(slot)) score -= slot.gap
  for (const [at, cell] of cells.entries()) {
    const slot = chosen[at]
    const before = cells[at - 1]
    const slotBefore = chosen[at - 1]
    if (slot === undefined) return -Infinity
    score += slot.fit(cell)
    if (before === undefined || slotBefore === undefined) continue
    score += cell.column - before.column === slot.offset - slotBefore.offset ? spaced : misplaced
  }
  return score
}

function orderedSubsets<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  if (size === 0) return [[]]
  return items.flatMap((item, at) =>
    orderedSubsets(items.slice(at + 1), size - 1).map((rest) => [item, ...rest]),
  )
}
