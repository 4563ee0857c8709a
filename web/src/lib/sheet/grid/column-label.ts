import type { IHeaderParams, IInnerHeaderComponent } from 'ag-grid-community'
import { mount, unmount } from 'svelte'
import ColumnLabel from '../filter/ColumnLabel.svelte'
import type { SheetView } from '../view/sheet-view.svelte.ts'

export interface ColumnLabelParams {
  readonly view: SheetView
  readonly onopen: (id: string) => void
}

/** The name in a column's header with the mark of its filter; sorting, moving and sizing stay with the grid. */
export class ColumnLabelRenderer implements IInnerHeaderComponent {
  readonly #element = document.createElement('span')
  #component: ReturnType<typeof mount> | null = null

  init({ column, displayName, view, onopen }: IHeaderParams & ColumnLabelParams): void {
    this.#element.className = 'column-label'
    const props = { id: column.getColId(), name: displayName, view, onopen }
    this.#component = mount(ColumnLabel, { target: this.#element, props })
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
