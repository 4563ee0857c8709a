import type { ICellRendererComp, ICellRendererParams } from 'ag-grid-community'
import { m } from '#lib/i18n.ts'
import type { CellState, CellView } from '../cell-view.ts'
import type { GridRow } from '../grid-row.ts'

/** What a state is called where colour cannot be seen. */
export function stateLabel(view: Pick<CellView, 'state' | 'reason'>): string {
  const labels: Record<CellState, () => string> = {
    idle: () => '',
    pending: () => m.state_pending(),
    waiting: () => m.state_waiting(),
    saved: () => m.state_saved(),
    failed: () => m.state_failed({ reason: view.reason ?? '' }),
    conflict: () => m.state_conflict({ reason: view.reason ?? '' }),
  }
  return labels[view.state]()
}

export interface CellRendererParams {
  /** Asked instead of the grid, which for a moment after an edit holds what was typed. */
  readonly viewOf: (row: GridRow | undefined) => CellView | null
}

/** Text, a mark for the state, and the same state in words; updated in place so that focus inside survives. */
export class CellRenderer implements ICellRendererComp<GridRow> {
  readonly #element = document.createElement('span')
  readonly #text = document.createElement('span')
  readonly #spoken = document.createElement('span')

  init(params: ICellRendererParams<GridRow> & CellRendererParams): void {
    this.#element.className = 'cell'
    this.#text.className = 'cell-text'
    this.#spoken.className = 'visually-hidden'
    this.#element.append(this.#text, this.#spoken)
    this.refresh(params)
  }

  getGui(): HTMLElement {
    return this.#element
  }

  refresh({ data, viewOf }: ICellRendererParams<GridRow> & CellRendererParams): boolean {
    const view = viewOf(data)
    this.#text.textContent = view?.text ?? ''
    const spoken = view ? [stateLabel(view), ...view.findings].filter((part) => part !== '') : []
    this.#spoken.textContent = spoken.length === 0 ? '' : `（${spoken.join('；')}）`
    return true
  }
}
