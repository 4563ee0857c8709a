import type { Cell, Row } from '../text/row.ts'
import { createCell } from '../text/row.ts'

/** The words a section may print, for finding those that are broken. */
export interface Words {
  readonly whole: ReadonlySet<string>
  readonly beginnings: ReadonlySet<string>
}

const fewest = 2
const mostPieces = 4
// Tables are narrow; a wider row is no table's, and looking through it would take for ever.
const widest = 40

/** Words with all their beginnings. */
export function createWords(words: Iterable<string>): Words {
  const whole = new Set(words)
  const beginnings = new Set<string>()
  for (const word of whole)
    for (let end = fewest; end < word.length; end++) beginnings.add(word.slice(0, end))
  return { whole, beginnings }
}

const isPiece = (cell: Cell, words: Words): boolean =>
  cell.key.length >= fewest && !words.whole.has(cell.key) && words.beginnings.has(cell.key)

const merge = (cells: readonly Cell[], first: Cell): Cell =>
  createCell(
    cells.flatMap((cell) => cell.ids),
    first.line,
    first.column,
    cells.map((cell) => cell.text).join(''),
  )

/** Puts labels together that are broken over neighbouring cells or over rows (满意度指 | 标), at the first piece's place. */
export function healLabels(rows: readonly Row[], words: Words): readonly Row[] {
  const healed = rows.map((row) => ({ ...row, cells: healRow(row.cells, words) }))
  for (const [index, row] of healed.entries()) {
    if (row.cells.length > widest) continue
    row.cells = row.cells.map((cell) => {
      if (!isPiece(cell, words)) return cell
      const pieces = restBelow(cell.key, cell.column, healed, index + 1, words, 1)
      if (pieces === null) return cell
      for (const piece of pieces) {
        const from = healed[piece.row]
        if (from !== undefined) from.cells = from.cells.filter((other) => other !== piece.cell)
      }
      return merge([cell, ...pieces.map((piece) => piece.cell)], cell)
    })
  }
  return healed.filter((row) => row.cells.length > 0)
}

function healRow(cells: readonly Cell[], words: Words): readonly Cell[] {
  if (cells.length > widest || !cells.some((cell) => isPiece(cell, words))) return cells
  const result: Cell[] = []
  for (let at = 0; at < cells.length; at++) {
    const first = cells[at]
    if (first === undefined) break
    let end = at + 1
    if (isPiece(first, words)) {
      for (let pieces = 2; pieces <= mostPieces; pieces++) {
        const joined = cells.slice(at, at + pieces)
        if (joined.length === pieces && words.whole.has(joined.map((cell) => cell.key).join('')))
          end = at + pieces
      }
    }
    const taken = cells.slice(at, end)
    result.push(taken.length === 1 ? first : merge(taken, first))
    at = end - 1
  }
  return result
}

interface Piece {
  readonly row: number
  readonly cell: Cell
}

function restBelow(
  start: string,
  column: number,
  rows: readonly Row[],
  from: number,
  words: Words,
  depth: number,
): readonly Piece[] | null {
  const row = rows[from]
  if (row === undefined || depth >= mostPieces || row.cells.length > widest) return null
  const near = [...row.cells].sort((a, b) => Math.abs(a.column - column) - Math.abs(b.column - column))
  const last = near.find((cell) => cell.key !== '' && words.whole.has(start + cell.key))
  if (last !== undefined) return [{ row: from, cell: last }]
  for (const cell of near) {
    if (cell.key === '' || !words.beginnings.has(start + cell.key)) continue
    const rest = restBelow(start + cell.key, column, rows, from + 1, words, depth + 1)
    if (rest !== null) return [{ row: from, cell }, ...rest]
  }
  return null
}
