import type { ICellRendererParams } from 'ag-grid-community'
import type { Folding } from '../grid-table.ts'
import type { GridRow } from '../grid-row.ts'
import { CellRenderer } from './cell-renderer.ts'
import type { CellRendererParams } from './cell-renderer.ts'

interface TreePlace {
  readonly depth: number
  readonly below: number
}

export interface TreeCellParams extends CellRendererParams {
  readonly placeOf: (rowId: string) => TreePlace | null
  readonly context: { readonly folding: Folding }
}

type Params = ICellRendererParams<GridRow> & TreeCellParams

/** A cell that stands as deep as its row is in the tree, with something to fold what is below it. */
export class TreeCellRenderer extends CellRenderer {
  readonly #box = document.createElement('span')
  readonly #fold = document.createElement('span')

  override init(params: Params): void {
    this.#box.className = 'tree-cell'
    this.#fold.className = 'tree-fold'
    // The keyboard folds by a command of its own, and the cell's name says what is folded.
    this.#fold.setAttribute('aria-hidden', 'true')
    this.#fold.addEventListener('pointerdown', (event) => event.stopPropagation())
    this.#fold.addEventListener('click', () => {
      if (params.data !== undefined) params.context.folding.toggle(params.data.id)
    })
    super.init(params)
    this.#box.append(this.#fold, super.getGui())
  }

  override getGui(): HTMLElement {
    return this.#box
  }

  override refresh(params: Params): boolean {
    const { data, placeOf, context } = params
    const place = data === undefined ? null : placeOf(data.id)
    this.#box.style.setProperty('--depth', String(place?.depth ?? 0))
    const isFolder = place !== null && place.below > 0
    const isFolded = isFolder && data !== undefined && context.folding.isFolded(data.id)
    this.#fold.dataset['folder'] = isFolder ? (isFolded ? 'folded' : 'open') : 'none'
    return super.refresh(params)
  }
}
