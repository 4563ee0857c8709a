import type { Area, Displayed } from '../area.ts'

/** Where is looked: in the selected cells, in the columns they stand in, in the rows a filter leaves, or everywhere. */
export type FindScope = 'selection' | 'columns' | 'displayed' | 'all'

export interface ScopedCell {
  readonly rowId: string
  readonly column: string
}

export interface FindPlaces {
  readonly displayed: Displayed
  readonly areas: readonly Area[]
  /** Every row of the sheet in order, hidden and folded ones too. */
  readonly allRowIds: readonly string[]
}

/** The cells of a scope that can be typed into, in reading order, each once. */
export function cellsOf(
  scope: FindScope,
  { displayed, areas, allRowIds }: FindPlaces,
): readonly ScopedCell[] {
  const { rows, columns } = displayed
  const inAreas = (test: (area: Area) => boolean): boolean => areas.some(test)
  const rowIds = scope === 'all' || scope === 'columns' ? allRowIds : rows.map((row) => row.id)
  const isIn = (row: number, column: number): boolean =>
    scope === 'selection'
      ? inAreas((at) => row >= at.top && row <= at.bottom && column >= at.left && column <= at.right)
      : scope !== 'columns' || inAreas((at) => column >= at.left && column <= at.right)
  // A selection is small beside the sheet: only its own rows are gone through.
  const from = scope === 'selection' ? Math.min(...areas.map((area) => area.top)) : 0
  const to = scope === 'selection' ? Math.max(...areas.map((area) => area.bottom)) : rowIds.length - 1
  const cells: ScopedCell[] = []
  for (let row = from; row <= Math.min(to, rowIds.length - 1); row += 1)
    columns.forEach(({ id, isEditable }, column) => {
      const rowId = rowIds[row]
      if (isEditable && rowId !== undefined && isIn(row, column)) cells.push({ rowId, column: id })
    })
  return cells
}
