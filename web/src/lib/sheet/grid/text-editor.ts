import type { ICellEditorComp, ICellEditorParams } from 'ag-grid-community'
import type { CellView } from '../cell-view.ts'
import type { GridRow } from '../grid-row.ts'

export interface TextEditorParams {
  /** Offered while typing; any other text may be typed as well. */
  readonly suggestions?: readonly string[]
}

type TextField = HTMLInputElement | HTMLTextAreaElement

const keysThatEmpty = new Set(['Backspace', 'Delete'])
const keysThatKeep = new Set(['Enter', 'F2', 'Tab'])
let lists = 0

/** A cell's text; opens with whatever started it, be it one letter or a phrase from an input method. */
export class TextEditor implements ICellEditorComp<GridRow, CellView | string> {
  #input: TextField = document.createElement('textarea')
  readonly #element = document.createElement('span')
  #selectAll = false

  init(params: ICellEditorParams<GridRow, CellView | string> & TextEditorParams): void {
    const { value, eventKey } = params
    const current = typeof value === 'object' ? (value?.text ?? '') : (value ?? '')
    // Only an input has a list of suggestions, and only a textarea keeps the paragraphs of a reason.
    if (params.suggestions !== undefined) this.#input = document.createElement('input')
    else this.#input.setAttribute('rows', '1')
    this.#element.className = 'cell-editor'
    this.#element.append(this.#input)
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
    // From here on the arrows are for the text.
    this.#input.addEventListener('pointerdown', () => delete this.#input.dataset['typed'])
    this.#suggest(params.suggestions ?? [])
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
  }

  getValue(): string {
    return this.#input.value
  }

  #suggest(suggestions: readonly string[]): void {
    if (suggestions.length === 0) return
    const list = document.createElement('datalist')
    list.id = `cell-suggestions-${(lists += 1)}`
    list.append(...suggestions.map((text) => new Option(text)))
    this.#input.setAttribute('list', list.id)
    this.#element.append(list)
  }
}
