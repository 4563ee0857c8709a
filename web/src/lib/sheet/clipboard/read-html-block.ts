import type { Block } from './block.ts'
import { readHtmlTableCells } from './html-table-cells.ts'

/**
 * The first table of a piece of HTML as a block, for programs that put no plain text on the clipboard; null without
 * one. A cell over several places has its text in the first of them, the others are empty, as Excel pastes it.
 */
export function readHtmlBlock(html: string): Block | null {
  const cells = readHtmlTableCells(html)
  if (cells === null) return null
  const rows: string[][] = []
  const rowAt = (row: number): string[] => (rows[row] ??= [])
  for (const { row, text, rowSpan, columnSpan } of cells) {
    const first = rowAt(row)
    let column = 0
    while (first[column] !== undefined) column += 1
    for (let down = 0; down < rowSpan; down += 1)
      for (let right = 0; right < columnSpan; right += 1) rowAt(row + down)[column + right] ??= ''
    first[column] = text
  }
  return Array.from(rows, (row) => Array.from(row ?? [], (text) => text ?? ''))
}
