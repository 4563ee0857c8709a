import type { LevelLabel, LevelVocabulary } from '../levels/level-vocabulary.ts'
import type { Column } from '../draft.ts'
import type { Cell } from '../text/row.ts'
import { valueKind } from './value-kind.ts'

/** The two tables that stand side by side in one row. */
export interface Halves {
  readonly left: readonly Cell[]
  readonly right: readonly Cell[]
  /** The level 2 printed between them, with its cell. */
  readonly label: { readonly cell: Cell; readonly level: LevelLabel } | null
}

/** Where the right table's name would stand at the earliest; rows are shifted left, never that far right. */
const rightFrom = (places: ReadonlyMap<Column, number>): number => (places.get('target') ?? 4) + 1

/** Splits a row into its mid-term and its annual half; null where nothing tells where one ends. */
export function splitHalves(
  cells: readonly Cell[],
  vocabulary: LevelVocabulary,
  places: ReadonlyMap<Column, number>,
  leftLabel: LevelLabel | null,
): Halves | null {
  for (const [at, cell] of cells.entries()) {
    const level =
      vocabulary.strict(cell.key, { before: null, nextKey: cells[at + 1]?.key ?? '' }) ??
      (leftLabel !== null && leftLabel.unknown === true && leftLabel.word === cell.key ? leftLabel : null)
    if (level !== null && level.level === 2)
      return { left: cells.slice(0, at), right: cells.slice(at + 1), label: { cell, level } }
  }
  const at = splitAt(cells, places)
  return at === null ? null : { left: cells.slice(0, at), right: cells.slice(at), label: null }
}

function splitAt(cells: readonly Cell[], places: ReadonlyMap<Column, number>): number | null {
  const [first, second] = cells
  if (first === undefined) return 0
  const kinds = cells.map((cell) => valueKind(cell.text))
  if (kinds.every((kind) => kind === 'not-applicable')) {
    if (cells.length % 2 === 0) return cells.length / 2
    return cells.length === 1 ? sideOf(first, places) : null
  }
  const gap = cells.length === 3 ? widestGap(cells) : null
  if (gap !== null) return gap
  // Both tables list the same indicators, so the name that comes again begins the right one.
  const again = cells.findIndex((cell, at) => at > 0 && cell.key !== '' && cell.key === first.key)
  if (again > 0) return again
  const same = cells.findIndex((cell, at) => at > 0 && cell.text === first.text)
  if (same > 0) return same
  if (cells.length === 4) return 2
  if (cells.length === 1 || (cells.length === 2 && second !== undefined && kinds[1] === 'certain'))
    return sideOf(first, places)
  // Two texts in words are one half's name and target side by side, or both halves' names far apart.
  if (cells.length === 2 && second !== undefined) {
    if (second.column - first.column <= 1) return sideOf(first, places)
    return sideOf(first, places) > 0 && sideOf(second, places) === 0 ? 1 : null
  }
  if (cells.length === 3 && kinds[1] === 'certain') return 2
  if (cells.length === 3 && kinds[2] === 'certain' && kinds[1] === 'words') return 1
  return null
}

/** Where the one gap is that is wider than the others: the empty column of the right half's level 2. */
function widestGap(cells: readonly Cell[]): number | null {
  const gaps = cells.slice(1).map((cell, at) => cell.column - (cells[at]?.column ?? 0))
  const widest = Math.max(...gaps)
  return gaps.filter((gap) => gap === widest).length === 1 ? gaps.indexOf(widest) + 1 : null
}

const sideOf = (first: Cell, places: ReadonlyMap<Column, number>): number =>
  first.column >= rightFrom(places) ? 0 : Infinity
