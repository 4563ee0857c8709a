import type { Column } from './columns.ts'
import type { Command } from './command.ts'
import type { FilterDesk } from './filter-desk.ts'
import type { GridRow } from './grid-row.ts'
import type { SummaryReader } from './selection-summary.ts'
import type { SheetContext } from './sheet-context.ts'
import type { GridSearch, Matches } from './sheet-search.ts'
import type { ColumnId } from './sheet-table.ts'

/** What the grid has to know of the table it shows; all else is the same whether rows are indicators or agencies. */
export interface GridTable {
  readonly label: string
  readonly columns: readonly Column[]
  readonly columnName: (id: ColumnId) => string
  /** A cell's text of the history as a person reads it, where that is another. */
  readonly textOf?: (field: ColumnId, text: string) => string
  /** What there is to say about a cell besides what it says itself. */
  readonly notesOf?: (rowId: string, column: ColumnId) => CellNotes
  /** What a person calls a group. */
  readonly groupTitle: (groupId: string) => string
  /** The column one lands in on the way to a row as a whole. */
  readonly nameColumn: ColumnId
  /** Where the keyboard begins. */
  readonly startColumn: ColumnId
  /** Draws what stands over a group of rows, and answers how to take it away; null: nothing stands over them. */
  readonly drawGroup: ((groupId: string, target: HTMLElement, folding: Folding) => () => void) | null
  /** Finds the rows that words and filters let through. */
  readonly search: (onmatches: (matches: Matches | null) => void) => GridSearch
  /** What the box for words says it looks for. */
  readonly searchWords: { readonly label: string; readonly placeholder: string }
  /** What the filters of the columns know of the rows. */
  readonly filters: FilterDesk
  /** How selected cells are added up. */
  readonly summary: SummaryReader
  /** The computed column that says what a row is worth; null where none does. */
  readonly scoreColumn: ColumnId | null
  /** Whether what is pasted past the last row makes rows. */
  readonly makesRows: boolean
  /** Whether the order of the rows is a person's to change. */
  readonly movesRows: boolean
  /** Everything that can be folded. */
  readonly folders: () => readonly string[]
  /** What hides the row when it is folded. */
  readonly foldersOf: (row: GridRow) => readonly string[]
  /** Puts rows into the order they are shown in, whether the grid has sorted them or not. */
  readonly order: (nodes: { readonly data?: GridRow | undefined }[], isSorted: boolean) => void
  /** What the keyboard can do in this table only; asked before what it can do in all of them. */
  readonly commands: readonly Command<SheetContext>[]
}

export interface CellNotes {
  /** How the text came about, or what follows from it. */
  readonly explanation: string | null
  /** The text as it was printed, when it is shown in another form. */
  readonly raw: string | null
}

/** Groups or rows that hide what is below them. */
export interface Folding {
  readonly isFolded: (id: string) => boolean
  readonly toggle: (id: string) => void
}
