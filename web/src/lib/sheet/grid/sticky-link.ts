import type { GridApi } from 'ag-grid-community'
import type { GridRow } from '../grid-row.ts'
import { rowPlaces } from './row-places.ts'
import { stickyGroup } from './sticky-group.ts'
import type { StickyGroup } from './sticky-group.ts'

export interface StickyOptions {
  readonly grid: GridApi<GridRow>
  readonly host: HTMLElement
  /** Height of a group's header, in pixels. */
  readonly height: () => number
  readonly onchange: (group: StickyGroup | null) => void
}

/**
 * Follows the scrolling: places come from the grid's own numbers, so that nothing is measured and the header moves
 * in the frame of the scroll itself.
 */
export class StickyLink {
  readonly #options: StickyOptions
  readonly #viewport: HTMLElement | null
  #shown: StickyGroup | null = null

  constructor(options: StickyOptions) {
    this.#options = options
    this.#viewport = options.host.querySelector('.ag-grid-viewport')
    this.#viewport?.addEventListener('scroll', this.refresh, { passive: true })
  }

  readonly refresh = (): void => {
    const { grid, height, onchange } = this.#options
    const group = stickyGroup(rowPlaces(grid), this.#viewport?.scrollTop ?? 0, height())
    if (group?.id === this.#shown?.id && group?.pushed === this.#shown?.pushed) return
    this.#shown = group
    onchange(group)
  }

  /** Brings a row out from under the header. */
  uncover(rowIndex: number): void {
    const row = this.#options.grid.getDisplayedRowAtIndex(rowIndex)
    if (this.#viewport === null || !row || row.rowTop === null || row.data?.kind === 'group') return
    const highest = row.rowTop - this.#options.height()
    if (this.#viewport.scrollTop > highest) this.#viewport.scrollTop = Math.max(0, highest)
  }

  scrollBy(pixels: number): void {
    if (this.#viewport !== null) this.#viewport.scrollTop += pixels
  }

  destroy(): void {
    this.#viewport?.removeEventListener('scroll', this.refresh)
  }
}
