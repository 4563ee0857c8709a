import { tick } from 'svelte'

/** What stands beside the sheet, as far as the keyboard is concerned. */
export interface OpenPanel {
  readonly focus: () => void
}

/** The panels beside the sheet, of which one is shown, and the keyboard's way there and back. */
export class SidePanels {
  readonly #leave: () => void
  #shown = $state<string | null>(null)
  /** The one that is shown, once it is there. */
  current = $state.raw<OpenPanel>()

  constructor(leave: () => void) {
    this.#leave = leave
  }

  get shown(): string | null {
    return this.#shown
  }

  /** Shows a panel; the keyboard stays where it is. */
  show(id: string): void {
    this.#shown = id
  }

  readonly toggle = (id: string): void => void (this.#shown = this.#shown === id ? null : id)

  /** Shows a panel and gives it the keyboard. */
  async enter(id: string): Promise<void> {
    this.#shown = id
    await tick()
    this.current?.focus()
  }

  readonly close = (): void => {
    this.#shown = null
    this.#leave()
  }

  /** F6 goes to the panel and back, as it goes from pane to pane elsewhere. */
  changePane(): void {
    if (this.#shown !== null && document.activeElement?.closest('aside') === null) this.current?.focus()
    else this.#leave()
  }
}
