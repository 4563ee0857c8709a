import { authorNote } from '#lib/sheet/columns.ts'
import type { AnySheet } from '#lib/sheet/any-sheet.ts'
import type { FocusedCell } from '#lib/sheet/focused-cell.ts'
import type { GridTable } from '#lib/sheet/grid-table.ts'

export interface CellDetails {
  readonly column: string
  readonly text: string
  readonly reason: string | null
  readonly explanation: string | null
  readonly raw: string | null
  /** Who else changed it last. */
  readonly changed: string | null
  readonly findings: readonly string[]
  readonly lock: string | null
}

const nothing: CellDetails = {
  column: '',
  text: '',
  reason: null,
  explanation: null,
  raw: null,
  changed: null,
  findings: [],
  lock: null,
}

/** All there is to say about the focused cell, for the line above the sheet. */
export function cellDetails(sheet: AnySheet, table: GridTable, focused: FocusedCell | null): CellDetails {
  const { groupId, rowId, column } = focused ?? {}
  // Reading the group makes this follow every change of its cells.
  if (!groupId || !rowId || !column || sheet.group(groupId) === undefined) return nothing
  const view = sheet.model.cell(rowId, column)
  if (view === null) return nothing
  const isLocked = view.state === 'locked'
  return {
    column: table.columnName(column),
    text: view.text,
    reason: isLocked ? null : view.reason,
    lock: isLocked ? view.reason : null,
    explanation: view.explanation,
    raw: null,
    changed: view.author && authorNote(view.author, (text) => table.textOf?.(column, text) ?? text),
    findings: view.findings,
    ...table.notesOf?.(rowId, column),
  }
}
