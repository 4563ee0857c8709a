import type PanelRight from '@lucide/svelte/icons/panel-right'
import type { Snippet } from 'svelte'

/** What a page can show beside its sheet, each with a button above it; `bind:this={desk.panels.current}` in its content. */
export interface PagePanel {
  readonly id: string
  readonly title: string
  /** Without one it has no button: something else leads to it. */
  readonly icon?: typeof PanelRight
  /** Its button says its name. */
  readonly isNamed?: boolean
  /** Two columns of text need the room. */
  readonly isWide?: boolean
  readonly content: Snippet
}
