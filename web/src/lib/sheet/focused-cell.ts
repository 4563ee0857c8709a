import { indicatorFields } from '@biaochi/domain'
import type { IndicatorField } from '@biaochi/domain'
import type { ColumnId } from './cell-view.ts'

/** Where the keyboard is: in a cell, or on a project's header row. */
export interface FocusedCell {
  readonly projectId: string
  readonly rowId: string | null
  readonly column: ColumnId | null
}

/** A cell that typed text can go to. */
export interface EditableCell {
  readonly rowId: string
  readonly field: IndicatorField
}

export const isField = (column: string | null | undefined): column is IndicatorField =>
  indicatorFields.some((field) => field === column)

export function editableCell(focused: FocusedCell | null): EditableCell | null {
  const { rowId, column } = focused ?? {}
  return rowId && isField(column) ? { rowId, field: column } : null
}
