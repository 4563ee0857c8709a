import type { ICellEditorComp, ICellEditorParams } from 'ag-grid-community'
import { mount, unmount } from 'svelte'
import AssistPopup from '../assist/AssistPopup.svelte'
import { AssistSession } from '../assist/assist-session.svelte.ts'
import type { Assist, Choice, FieldText } from '../assist/assist.ts'
import type { CellView } from '../cell-view.ts'
import type { GridRow } from '../grid-row.ts'
import type { EditorChoices } from '../sheet-context.ts'

export interface TextEditorParams {
  /** What helps to fill the cell, where something does. */
  readonly assist: Assist | null
  /** Told of every text on the way to the one that is taken. */
  readonly typed: (text: string) => void
  /** Takes what was chosen, after the editor has closed. */
  readonly take: (texts: readonly FieldText[]) => void
}

type Params = ICellEditorParams<GridRow, CellView | string> & TextEditorParams

const keysThatEmpty = new Set(['Backspace', 'Delete'])
const keysThatKeep = new Set(['Enter', 'F2', 'Tab'])

/** A cell's text; opens with whatever started it, be it one letter or a phrase from an input method. */
export class TextEditor implements ICellEditorComp<GridRow, CellView | string> {
  readonly #input = document.createElement('textarea')
  readonly #element = document.createElement('span')
  #selectAll = false
  #params: Params | null = null
  #session: AssistSession | null = null
  #popup: Record<string, unknown> | null = null

  init(params: Params): void {
    this.#params = params
    const { value, eventKey } = params
    const current = typeof value === 'object' ? (value?.text ?? '') : (value ?? '')
    this.#element.className = 'cell-editor'
    this.#element.append(this.#input)
    this.#input.rows = 1
    this.#input.className = 'cell-input'
    this.#input.setAttribute('aria-label', params.colDef.headerName ?? '')
    this.#input.autocomplete = 'off'
    this.#input.spellcheck = false
    if (eventKey === null || keysThatKeep.has(eventKey)) {
      this.#input.value = current
      this.#selectAll = eventKey === null
    } else {
      this.#input.value = keysThatEmpty.has(eventKey) ? '' : eventKey
      this.#input.dataset['typed'] = ''
    }
    this.#input.addEventListener('input', (event) => {
      if (!(event instanceof InputEvent && event.isComposing)) params.typed(this.#input.value)
    })
    this.#input.addEventListener('compositionend', () => params.typed(this.#input.value))
    // From here on the arrows are for the text.
    this.#input.addEventListener('pointerdown', () => delete this.#input.dataset['typed'])
    // Enter that takes a word from the input method must not also leave the cell.
    this.#element.addEventListener('keydown', (event) => {
      if (event.isComposing || event.keyCode === 229) event.stopPropagation()
    })
  }

  getGui(): HTMLElement {
    return this.#element
  }

  afterGuiAttached(): void {
    this.#input.focus({ preventScroll: true })
    const end = this.#input.value.length
    this.#input.setSelectionRange(this.#selectAll ? 0 : end, end)
    if ('typed' in this.#input.dataset) this.#params?.typed(this.#input.value)
    this.#openAssist()
  }

  getValue(): string {
    return this.#input.value
  }

  destroy(): void {
    if (this.#popup !== null) void unmount(this.#popup)
    this.#session?.close()
  }

  /** What may be chosen for the cell; null where nothing is offered. */
  get choices(): EditorChoices | null {
    const session = this.#session
    return session === null
      ? null
      : {
          isPicker: session.isPicker,
          active: session.active,
          enter: () => session.enter(),
          move: (arrow) => session.move(arrow),
          leave: () => session.leave(),
          choose: (along) => session.active !== null && this.#choose(session.active, along),
        }
  }

  /** Writes what was chosen into the text or, when that is all there was to do, takes it; says whether it did. */
  #choose(choice: Choice, along: boolean): boolean {
    const { api, column, take } = this.#params ?? {}
    if (!choice.ends || api === undefined || column === undefined || take === undefined) {
      this.#write(choice.text)
      return false
    }
    api.stopEditing(true)
    take([{ field: column.getColId(), text: choice.text }, ...((along && choice.along?.texts) || [])])
    return true
  }

  #write(text: string): void {
    this.#input.value = text
    this.#input.dispatchEvent(new InputEvent('input', { bubbles: true }))
  }

  #openAssist(): void {
    const { assist, api, column, rowIndex, eGridCell } = this.#params ?? {}
    // Not in the cell: rows are moved by a transform, and what hangs below the last one would be cut off.
    const target = eGridCell?.closest('.sheet')?.parentElement
    if (!assist || !target || api === undefined || column === undefined || rowIndex === undefined) return
    const session = new AssistSession(assist, this.#input.value)
    this.#session = session
    const id = 'cell-assist'
    this.#input.addEventListener('input', () => session.type(this.#input.value))
    this.#input.setAttribute('aria-autocomplete', 'list')
    this.#input.setAttribute('aria-haspopup', 'listbox')
    this.#input.setAttribute('aria-controls', `${id}-choices`)
    this.#input.setAttribute('aria-describedby', `${id}-reading`)
    const onchoose = (choice: Choice, along: boolean): void => {
      if (this.#choose(choice, along)) api.setFocusedCell(rowIndex, column)
    }
    this.#popup = mount(AssistPopup, { target, props: { session, id, anchor: this.#input, onchoose } })
  }
}
