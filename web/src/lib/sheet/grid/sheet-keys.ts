import type { GridApi } from 'ag-grid-community'
import { createKeyListener, offered } from '../command.ts'
import type { Command, Offered } from '../command.ts'
import { takeText } from '../commands/edit-commands.ts'
import { editableCell } from '../focused-cell.ts'
import type { GridRow } from '../grid-row.ts'
import type { EditorChoices, SheetContext } from '../sheet-context.ts'
import { createCursor, pageRows, showCellAt } from './cursor.ts'
import type { GridFocus } from './grid-focus.ts'
import { readEditor } from './open-editor.ts'
import { placeOf } from './place-of.ts'
import { TextEditor } from './text-editor.ts'

/** What a command may act on that is the same wherever the keyboard is. */
export type SheetVerbs = Omit<SheetContext, 'place' | 'focused' | 'cursor' | 'editor' | 'show' | 'pageRows'>

interface KeysOptions {
  readonly grid: () => GridApi<GridRow> | null
  readonly focus: GridFocus
  readonly commands: readonly Command<SheetContext>[]
  readonly verbs: SheetVerbs
}

/** What the keyboard, the palette and the buttons can do where the keyboard is, or was last. */
export class SheetKeys {
  readonly #options: KeysOptions
  readonly #run: (event: KeyboardEvent, context: SheetContext) => void

  constructor(options: KeysOptions) {
    this.#options = options
    this.#run = createKeyListener(options.commands)
  }

  /** Heard before the grid; what no command takes the grid answers. */
  readonly hear = (event: KeyboardEvent): void => {
    const place = placeOf(event.target)
    const context = place && this.#contextOf(place, event.target)
    if (context !== null) this.#run(event, context)
    else this.#openFromHeader(event)
  }

  /** The commands and whether each can be done. */
  offered(): readonly Offered<SheetContext>[] {
    const context = this.#contextOfFocus()
    return context === null ? [] : offered(this.#options.commands, context)
  }

  run(id: string): void {
    const context = this.#contextOfFocus()
    if (context !== null) this.#options.commands.find((command) => command.id === id)?.run(context, '')
  }

  /** Takes the text of an open editor, as leaving its cell would. */
  readonly takeOpenText = (): void => {
    const context = this.#contextOf('editor', document.activeElement)
    if (context !== null) takeText(context)
  }

  /** Alt and the down arrow open a menu, in a header as in a cell. */
  #openFromHeader(event: KeyboardEvent): void {
    const header = event.target instanceof Element ? event.target.closest('.ag-header-cell') : null
    const column = header?.getAttribute('col-id')
    if (!column || !event.altKey || event.key !== 'ArrowDown') return
    event.preventDefault()
    event.stopPropagation()
    this.#options.verbs.openColumnMenu(column)
  }

  #contextOfFocus(): SheetContext | null {
    return this.#contextOf(this.#options.focus.cell?.rowId ? 'cell' : 'project', null)
  }

  #contextOf(place: SheetContext['place'], target: EventTarget | null): SheetContext | null {
    const { focus, verbs } = this.#options
    const grid = this.#options.grid()
    if (grid === null) return null
    const at = editableCell(focus.cell, verbs.model.table)
    return {
      ...verbs,
      place,
      focused: focus.cell,
      cursor: createCursor(grid, verbs.selection, verbs.isFilled),
      editor:
        at === null || place !== 'editor'
          ? null
          : readEditor(target, at, choicesIn(grid), () => grid.stopEditing(true)),
      show: (cell) => void showCellAt(grid, cell),
      pageRows: () => pageRows(grid),
    }
  }
}

function choicesIn(grid: GridApi<GridRow>): EditorChoices | null {
  const [editor] = grid.getCellEditorInstances()
  return editor instanceof TextEditor ? editor.choices : null
}
