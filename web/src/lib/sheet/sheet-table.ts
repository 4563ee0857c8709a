import type { Message, Severity } from '@biaochi/domain'
import type { FieldId, ServerRow } from './save.ts'
import type { SheetBatch } from './sheet-batch.ts'

/** A column, editable or computed. */
export type ColumnId = string

/** Rows that are loaded, ordered and computed together: a project with its indicators. */
export interface LoadedGroup<R> {
  readonly id: string
  readonly rows: readonly ServerRow<R>[]
}

/** A row as it stands, with what was typed and is not answered yet. */
export interface Row<R, Computed> {
  readonly id: string
  readonly groupId: string
  readonly line: number | null
  readonly record: R
  /** What was computed of it together with its group. */
  readonly computed: Computed
}

/** A finding at a cell, or at the group when it names none. */
export interface CellFinding {
  readonly rowId: string | null
  readonly field: FieldId | null
  readonly severity: Severity
  readonly message: Message | string
}

export interface ComputedGroup<Computed, View> {
  readonly view: View
  /** One for each row, in their order. */
  readonly rows: readonly Computed[]
  readonly findings: readonly CellFinding[]
}

export type EditedRecord<R> = { readonly record: R } | { readonly refused: Message | string }

/** The rows of a group as they stand, before anything is computed of them. */
export type PlainRow<R> = Pick<Row<R, unknown>, 'id' | 'line' | 'record'>

/** All the sheet knows about what it shows: the same sheet holds indicators, projects or agencies. */
export interface SheetTable<R, Group extends LoadedGroup<R>, Computed, View> {
  readonly fields: readonly FieldId[]
  /** What a new row takes over from its neighbour. */
  readonly inherited: readonly FieldId[]
  /** What rows begin as that are made past the last one; without it as the last one began. */
  readonly seedAtEnd?: string
  /** A row in which nothing is filled in yet. */
  readonly blank: (seed: string) => R
  /** The inverse of `blank`. */
  readonly seedOf: (record: R) => string
  /** What a person calls the row. */
  readonly titleOf: (record: R) => string
  readonly format: (record: R, field: FieldId) => string
  /** A field as it is shown, where that is not how it is kept; nothing is computed for it. */
  readonly fieldText?: (record: R, field: FieldId) => string
  /** Puts typed text into a cell, or says why not. */
  readonly edit: (record: R, field: FieldId, text: string) => EditedRecord<R>
  /** Whether two states of a row are the same in everything that is shown or computed of them. */
  readonly same: (a: R, b: R) => boolean
  /**
   * Spells out what was typed where it depends on what is seen at the moment (an amount without its unit, the name of
   * another row), so that it means the same later, for the server and in an undo.
   */
  readonly spellOut?: (batch: SheetBatch) => SheetBatch
  /** The order the rows of a group are shown in, where it follows from what is in them. */
  readonly arrange?: <T extends PlainRow<R>>(rows: readonly T[]) => readonly T[]
  readonly compute: (group: Group, rows: readonly PlainRow<R>[]) => ComputedGroup<Computed, View>
  /** What a cell shows, and how it came about. */
  readonly show: (row: Row<R, Computed>, column: ColumnId) => ShownCell
  /** Why nobody may change a field in this group, null when one may. */
  readonly lockOf?: (group: Group, field: FieldId) => Message | null
  /** Why no row may come, go or move in this group, null when one may. */
  readonly rowLockOf?: (group: Group) => Message | null
  readonly describe: (message: Message | string) => string
}

export interface ShownCell {
  readonly text: string
  readonly explanation: string | null
}
