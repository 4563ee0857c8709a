import type { ClipboardTexts } from '../clipboard/read-clipboard.ts'

/** What the catcher needs to know and do; the grid itself stays with the component that mounts it. */
export interface CatcherOptions {
  readonly host: HTMLElement
  /** The focused cell is to be drawn so that what lies in it is left there. */
  readonly onEnter: () => void
  /** A name for who cannot see the cell. */
  readonly describe: () => string
  readonly onText: (text: string) => void
  readonly onPaste: (texts: ClipboardTexts, withShift: boolean) => void
  /** What goes to the clipboard; null leaves there what it holds. */
  readonly onCopy: () => ClipboardTexts | null
  readonly onCut: () => ClipboardTexts | null
}

/**
 * An input method composes only in something editable, and a grid cell is not. So a transparent textarea lies
 * in the focused cell and takes the focus: what is composed, typed or pasted there opens the cell's editor.
 * Keys that are no text go through it to the grid, which hears them bubble up from inside its cell.
 */
export class CellCatcher {
  readonly #options: CatcherOptions
  readonly #area = document.createElement('textarea')
  /** A paste event does not say with which keys it was asked for. */
  #isShiftDown = false

  constructor(options: CatcherOptions) {
    this.#options = options
    const area = this.#area
    area.className = 'cell-catcher'
    area.rows = 1
    area.tabIndex = -1
    area.spellcheck = false
    area.autocomplete = 'off'
    area.dataset['cellCatcher'] = ''
    area.setAttribute('aria-describedby', 'cell-bar')
    area.addEventListener('input', (event) => {
      if (!(event instanceof InputEvent && event.isComposing)) this.#hand()
    })
    area.addEventListener('compositionstart', () => area.classList.add('is-composing'))
    area.addEventListener('compositionend', () => {
      area.classList.remove('is-composing')
      this.#hand()
    })
    area.addEventListener('paste', (event) => {
      event.preventDefault()
      const textOf = (type: string): string => event.clipboardData?.getData(type) ?? ''
      this.#options.onPaste({ plain: textOf('text/plain'), html: textOf('text/html') }, this.#isShiftDown)
    })
    area.addEventListener('copy', (event) => write(event, this.#options.onCopy()))
    area.addEventListener('cut', (event) => write(event, this.#options.onCut()))
    area.addEventListener('keydown', (event) => {
      this.#isShiftDown = event.shiftKey
      // While composing, Enter, Escape and the arrows belong to the input method.
      if (event.isComposing || event.keyCode === 229) event.stopPropagation()
    })
    options.host.addEventListener('focusin', this.#follow)
  }

  /** Lies down again in the focused cell after the grid rebuilt its content. */
  readonly settle = (): void => {
    const active = document.activeElement
    if (active instanceof HTMLElement && isIdleCell(active)) this.#enter(active)
  }

  refreshName(): void {
    if (document.activeElement === this.#area) this.#area.setAttribute('aria-label', this.#options.describe())
  }

  destroy(): void {
    this.#options.host.removeEventListener('focusin', this.#follow)
    this.#area.remove()
  }

  // Not at once: the grid focuses a cell also on its way to an editor, and then the cell is not ours.
  readonly #follow = (): void => queueMicrotask(this.settle)

  #enter(cell: HTMLElement): void {
    this.#options.onEnter()
    this.#area.value = ''
    this.#area.setAttribute('aria-label', this.#options.describe())
    cell.append(this.#area)
    this.#area.focus({ preventScroll: true })
  }

  #hand(): void {
    const text = this.#area.value
    this.#area.value = ''
    if (text.trim() !== '') this.#options.onText(text)
  }
}

function write(event: ClipboardEvent, texts: ClipboardTexts | null): void {
  event.preventDefault()
  if (texts === null) return
  event.clipboardData?.setData('text/plain', texts.plain)
  event.clipboardData?.setData('text/html', texts.html)
}

const isIdleCell = (element: HTMLElement): boolean =>
  element.classList.contains('ag-cell') && !element.classList.contains('ag-cell-inline-editing')
