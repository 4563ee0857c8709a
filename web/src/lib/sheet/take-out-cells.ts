import { boxOf, nextRow } from './cell-range.ts'
import type { Box, CellRange, SheetLayout } from './cell-range.ts'

/** The ranges without the cells of a box: each that meets it becomes what is left above, below and beside. */
export const takeOutCells = (
  ranges: readonly CellRange[],
  out: Box,
  layout: SheetLayout,
): readonly CellRange[] =>
  ranges.flatMap((range) => {
    const box = boxOf(range, layout)
    if (box === null || !meets(box, out)) return [range]
    return restsOf(box, out).flatMap((rest) => rangeOver(rest, layout) ?? [])
  })

const meets = (a: Box, b: Box): boolean =>
  a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right

function restsOf(box: Box, out: Box): readonly Box[] {
  const [top, bottom] = [Math.max(box.top, out.top), Math.min(box.bottom, out.bottom)]
  return [
    { ...box, bottom: out.top - 1 },
    { ...box, top, bottom, right: out.left - 1 },
    { ...box, top, bottom, left: out.right + 1 },
    { ...box, top: out.bottom + 1 },
  ].filter((rest) => rest.top <= rest.bottom && rest.left <= rest.right)
}

/** Null where nothing but headers of groups is left. */
function rangeOver({ top, bottom, left, right }: Box, layout: SheetLayout): CellRange | null {
  const first = nextRow(layout, top, 1)
  const last = nextRow(layout, bottom, -1)
  const [from, to] = [layout.columns[left], layout.columns[right]]
  if (first === null || last === null || first > last || from === undefined || to === undefined) return null
  const [anchor, head] = [layout.rowIdAt(first), layout.rowIdAt(last)]
  return anchor === null || head === null
    ? null
    : { anchor: { rowId: anchor, column: from }, head: { rowId: head, column: to } }
}
