import type { AnyModel } from './any-sheet.ts'
import type { Choice } from './assist/assist.ts'
import type { CellAt } from './cell-range.ts'
import type { SheetClipboard } from './clipboard/sheet-clipboard.ts'
import type { SheetFill } from './fill/sheet-fill.ts'
import type { EditReport } from './edit-report.ts'
import { editableCell } from './focused-cell.ts'
import type { EditableCell, FocusedCell } from './focused-cell.ts'
import type { Selection } from './selection.ts'
import type { ColumnId } from './sheet-table.ts'

export type Arrow = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight'

export const arrows: readonly Arrow[] = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight']

export const isArrow = (key: string): key is Arrow => /^Arrow(Up|Down|Left|Right)$/u.test(key)

export type End = 'Home' | 'End'

export const endOf = (key: string): End => (key === 'Home' ? 'Home' : 'End')

/** What a command of the sheet may act on; the grid itself stays behind the verbs. */
export interface SheetContext {
  readonly place: 'cell' | 'project' | 'editor'
  readonly model: AnyModel
  readonly focused: FocusedCell | null
  readonly selection: Selection
  readonly clipboard: SheetClipboard
  readonly fill: SheetFill
  readonly cursor: Cursor
  /** The text that is being typed, when it is. */
  readonly editor: OpenEditor | null
  readonly isFolded: (projectId: string) => boolean
  readonly toggle: (projectId: string) => void
  /** Shows a project's findings and gives them the keyboard. */
  readonly readFindings: ((projectId: string) => void) | null
  /** Shows the history of the focused cell, or of the project whose row it is, and gives it the keyboard. */
  readonly readHistory: () => void
  readonly startEditing: () => void
  readonly report: (report: EditReport) => void
  /** Says why what was asked for cannot be done. */
  readonly tellLocked: (reason: string) => void
  /** Whether the rows are shown in another order than they have. */
  readonly isSorted: () => boolean
  /** Shows a cell wherever it is and gives it the keyboard. */
  readonly focusCell: (rowId: string, column: string) => void
  readonly isFilled: (at: CellAt) => boolean
  /** Scrolls to a cell; the keyboard stays where it is. */
  readonly show: (at: CellAt) => void
  /** How many rows are seen at once. */
  readonly pageRows: () => number
  /** Opens the menu of a column, with its filter. */
  readonly openColumnMenu: (column: ColumnId) => void
}

export interface Cursor {
  /** One cell further; at the edge it stays where it is. */
  readonly byArrow: (arrow: Arrow) => void
  /** To the edge of the data. */
  readonly jump: (arrow: Arrow) => void
  /** To the next indicator of the column; the projects between them are no place to type. */
  readonly down: (step: 1 | -1) => void
  /** To the next cell in reading order. */
  readonly along: (step: 1 | -1) => void
  /** Where it is, after the editor gave the keyboard back. */
  readonly stay: () => void
  readonly toRowEnd: (end: End) => void
  readonly toSheetEnd: (end: End) => void
}

export interface OpenEditor {
  /** Text that was begun by typing is left by an arrow, as in a spreadsheet; after F2 arrows move in the text. */
  readonly isLeftBy: (arrow: Arrow) => boolean
  readonly at: EditableCell
  readonly text: () => string
  /** Leaves the cell as it was; whoever takes the text does so after. */
  readonly close: () => void
  /** Begins a line, where the text may have several. */
  readonly breakLine: () => void
  /** What is offered below the text; null where nothing is. */
  readonly choices: EditorChoices | null
}

export interface EditorChoices {
  /** Whether the arrow keys alone go there. */
  readonly isPicker: boolean
  /** The one the keyboard is on; null while it is in the text. */
  readonly active: Choice | null
  readonly enter: () => void
  readonly move: (arrow: Arrow) => void
  readonly leave: () => void
  /** Writes the active one into the text, `along` with what it fills besides; true when that ended the edit. */
  readonly choose: (along: boolean) => boolean
}

export const inCell = ({ place }: SheetContext): boolean => place === 'cell'
export const inEditor = ({ editor }: SheetContext): boolean => editor !== null
export const notInEditor = ({ place }: SheetContext): boolean => place !== 'editor'
export const onProject = ({ place }: SheetContext): boolean => place === 'project'
export const inEditable = ({ place, focused, model }: SheetContext): boolean =>
  place === 'cell' && editableCell(focused, model.table) !== null
