import type { Cell, Row } from '../text/row.ts'
import { createCell } from '../text/row.ts'
import { isTableHeader } from '../table/table-header.ts'

/** The words a section may print, for finding those that are broken. */
export interface Words {
  readonly whole: ReadonlySet<string>
  readonly beginnings: ReadonlySet<string>
  /** Beginnings a label of a level may stop at when the rest of it is lost, with the whole word. */
  readonly cutShort: ReadonlyMap<string, string>
}

const fewest = 2
const mostPieces = 12
const farthest = 3
// Tables are narrow; a wider row is no table's, and looking through it would take for ever.
const widest = 40

/** Words with their beginnings; labels of levels may be printed one character a row, and lose their end. */
export function createWords(words: Iterable<string>, levels: Iterable<string>): Words {
  const levelWords = new Set(levels)
  const whole = new Set([...words, ...levelWords])
  const beginnings = new Set<string>()
  const cutShort = new Map<string, string>()
  for (const word of whole)
    for (let end = levelWords.has(word) ? 1 : fewest; end < word.length; end++)
      beginnings.add(word.slice(0, end))
  for (const word of levelWords) {
    cutShort.set(word.replace(/标$/, ''), word)
    cutShort.set(word.replace(/指标$/, ''), word)
  }
  return { whole, beginnings, cutShort }
}

const isPiece = (cell: Cell, words: Words): boolean =>
  cell.key !== '' && !words.whole.has(cell.key) && words.beginnings.has(cell.key)

const merge = (cells: readonly Cell[], first: Cell, word: string): Cell => ({
  ...createCell(
    cells.flatMap((cell) => cell.ids),
    first.line,
    first.column,
    cells.map((cell) => cell.text).join(''),
  ),
  key: word,
})

/** Puts labels together that are broken over neighbouring cells or over rows (满意度指 | 标), at the first piece's place. */
export function healLabels(rows: readonly Row[], words: Words): readonly Row[] {
  const healed = rows.map((row) => ({ ...row, cells: healRow(row.cells, words) }))
  for (const [index, row] of healed.entries()) {
    if (row.cells.length > widest) continue
    row.cells = row.cells.map((cell) => {
      if (!isPiece(cell, words)) return cell
      const found = restBelow(cell.key, cell.column, healed, index + 1, words, 1)
      if (found === null) return cell
      for (const piece of found.pieces) {
        const from = healed[piece.row]
        if (from !== undefined) from.cells = from.cells.filter((other) => other !== piece.cell)
      }
      return merge([cell, ...found.pieces.map((piece) => piece.cell)], cell, found.word)
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
    let taken: readonly Cell[] = [first]
    let word = first.key
    if (isPiece(first, words))
      for (let count = 2; count <= mostPieces && at + count <= cells.length; count++) {
        const pieces = cells.slice(at, at + count)
        const joined = pieces.map((cell) => cell.key).join('')
        if (words.whole.has(joined)) [taken, word] = [pieces, joined]
        if (!words.beginnings.has(joined)) break
      }
    result.push(taken.length === 1 ? first : merge(taken, first, word))
    at += taken.length - 1
  }
  return result
}

const isPassed = (row: Row | undefined): boolean =>
  row !== undefined && (row.cells.length === 0 || isTableHeader(row))

interface Rest {
  readonly word: string
  readonly pieces: readonly { readonly row: number; readonly cell: Cell }[]
}

/** The pieces below that complete a beginning, or that bring it to where a label may be cut short. */
function restBelow(
  start: string,
  column: number,
  rows: readonly Row[],
  from: number,
  words: Words,
  depth: number,
): Rest | null {
  // 数量指 can be no name; 数量 may be one, unless pieces make it.
  const ended = depth > 1 || start.endsWith('指') ? words.cutShort.get(start) : undefined
  const here: Rest | null = ended === undefined ? null : { word: ended, pieces: [] }
  // Rows that other labels took their rests from are empty now, and a page may repeat the table's header.
  let at = from
  while (at < from + mostPieces && isPassed(rows[at])) at++
  const row = rows[at]
  if (row === undefined || depth >= mostPieces || row.cells.length > widest) return here
  const fits = (cell: Cell): boolean =>
    cell.key !== '' && (words.whole.has(start + cell.key) || words.beginnings.has(start + cell.key))
  if (!row.cells.some(fits)) return here
  const near = row.cells
    .filter((cell) => fits(cell) && Math.abs(cell.column - column) <= farthest)
    .sort((a, b) => Math.abs(a.column - column) - Math.abs(b.column - column))
  const last = near.find((cell) => words.whole.has(start + cell.key))
  if (last !== undefined) return { word: start + last.key, pieces: [{ row: at, cell: last }] }
  for (const cell of near) {
    if (!words.beginnings.has(start + cell.key)) continue
    const rest = restBelow(start + cell.key, cell.column, rows, at + 1, words, depth + 1)
    if (rest !== null) return { word: rest.word, pieces: [{ row: at, cell }, ...rest.pieces] }
  }
  return here
}
