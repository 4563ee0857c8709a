import type { Area, Displayed } from '../area.ts'

/**
 * Where a double click on the handle fills to: as far down as the column beside the seeds has texts, inside the group
 * the seeds end in; null when there is nothing beside them.
 */
export function fillExtent(
  { rows, columns }: Displayed,
  seeds: Area,
  textAt: (row: number, column: number) => string,
): Area | null {
  const next = seeds.bottom + 1
  const groupId = rows[seeds.bottom]?.groupId
  const hasText = (row: number, column: number): boolean =>
    rows[row]?.groupId === groupId && row < rows.length && textAt(row, column) !== ''
  const beside = [seeds.left - 1, seeds.right + 1].find(
    (column) => columns[column] !== undefined && hasText(next, column),
  )
  if (beside === undefined) return null
  let bottom = next
  while (hasText(bottom + 1, beside)) bottom += 1
  return { ...seeds, top: next, bottom }
}
