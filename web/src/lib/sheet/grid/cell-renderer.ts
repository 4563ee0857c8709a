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
  }
  return labels[view.state]()
}

/** Text, a mark for the state, and the same state in words; updated in place so that focus inside survives. */
export class CellRenderer implements ICellRendererComp<GridRow> {
  readonly #element = document.createElement('span')
  readonly #text = document.createElement('span')
  readonly #spoken = document.createElement('span')

  init(params: ICellRendererParams<GridRow, CellView>): void {
    this.#element.className = 'cell'
    this.#text.className = 'cell-text'
    this.#spoken.className = 'visually-hidden'
    this.#element.append(this.#text, this.#spoken)
    this.#show(params)
  }

  getGui(): HTMLElement {
    return this.#element
  }

  refresh(params: ICellRendererParams<GridRow, CellView>): boolean {
    this.#show(params)
    return true
  }

  #show({ value }: ICellRendererParams<GridRow, CellView>): void {
    this.#text.textContent = value?.text ?? ''
    const findings = value?.findings ?? []
    const spoken = value ? [stateLabel(value), ...findings].filter((part) => part !== '') : []
    this.#spoken.textContent = spoken.length === 0 ? '' : `（${spoken.join('；')}）`
  }
}
