import type { ICellRendererComp, ICellRendererParams } from 'ag-grid-community'
import { mount, unmount } from 'svelte'
import type { GridRow } from '../grid-row.ts'
import ProjectHeader from '../ProjectHeader.svelte'
import type { HeaderContext } from './header-context.ts'

/** Puts a project's header into its full-width row; what it shows it reads from the sheet by itself. */
export class HeaderRenderer implements ICellRendererComp<GridRow> {
  readonly #element = document.createElement('div')
  #component: ReturnType<typeof mount> | null = null

  init(params: ICellRendererParams<GridRow> & { readonly context: HeaderContext }): void {
    this.#element.className = 'header-cell'
    this.#element.setAttribute('role', 'gridcell')
    const { data, context } = params
    if (data === undefined) return
    this.#component = mount(ProjectHeader, { target: this.#element, props: { id: data.id, context } })
  }

  getGui(): HTMLElement {
    return this.#element
  }

  refresh(): boolean {
    return true
  }

  destroy(): void {
    if (this.#component !== null) void unmount(this.#component)
  }
}
