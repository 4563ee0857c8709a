import { heightOf } from '../area.ts'
import type { Area } from '../area.ts'
import type { Block } from './block.ts'

/**
 * The block of several selected ranges: beside one another when they stand in the same rows, below one another when in
 * the same columns; null for any other shape, which no spreadsheet copies either.
 */
export function copyBlock(
  areas: readonly Area[],
  textAt: (row: number, column: number) => string,
): Block | null {
  const [first] = areas
  if (first === undefined) return null
  const blocks = (sorted: readonly Area[]): Block[] => sorted.map((area) => blockOf(area, textAt))
  if (areas.every((area) => area.left === first.left && area.right === first.right))
    return blocks(areas.toSorted((a, b) => a.top - b.top)).flat()
  if (!areas.every((area) => area.top === first.top && area.bottom === first.bottom)) return null
  const columns = blocks(areas.toSorted((a, b) => a.left - b.left))
  return Array.from({ length: heightOf(first) }, (_, row) => columns.flatMap((block) => block[row] ?? []))
}

const blockOf = (
  { top, left, bottom, right }: Area,
  textAt: (row: number, column: number) => string,
): Block =>
  Array.from({ length: bottom - top + 1 }, (_, down) =>
    Array.from({ length: right - left + 1 }, (_, along) => textAt(top + down, left + along)),
  )
