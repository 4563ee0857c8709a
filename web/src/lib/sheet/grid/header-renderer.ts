import type { ICellRendererComp, ICellRendererParams } from 'ag-grid-community'
import type { GridRow } from '../grid-row.ts'

export interface HeaderRendererParams {
  /** Draws what stands over a group; the answer takes it away again. */
  readonly draw: (groupId: string, target: HTMLElement) => () => void
}

/** The row over a group, as wide as the sheet; what it shows is its table's business. */
export class HeaderRenderer implements ICellRendererComp<GridRow> {
  readonly #element = document.createElement('div')
  #end: () => void = () => undefined

  init({ data, draw }: ICellRendererParams<GridRow> & HeaderRendererParams): void {
    this.#element.className = 'header-cell'
    this.#element.setAttribute('role', 'gridcell')
    if (data !== undefined) this.#end = draw(data.id, this.#element)
  }

  getGui(): HTMLElement {
    return this.#element
  }

  refresh(): boolean {
    return true
  }

  destroy(): void {
    this.#end()
  }
}
