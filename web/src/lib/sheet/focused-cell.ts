import type { FieldId } from './save.ts'
import type { ColumnId } from './sheet-table.ts'

/** Where the keyboard is: in a cell, or on a group's header row. */
export interface FocusedCell {
  readonly groupId: string
  readonly rowId: string | null
  readonly column: ColumnId | null
}

/** A cell that typed text can go to. */
export interface EditableCell {
  readonly rowId: string
  readonly field: FieldId
}

export function editableCell(
  focused: FocusedCell | null,
  { fields }: { readonly fields: readonly FieldId[] },
): EditableCell | null {
  const { rowId, column } = focused ?? {}
  return rowId && column && fields.includes(column) ? { rowId, field: column } : null
}
