import type { ICellRendererComp, ICellRendererParams } from 'ag-grid-community'
import { authorName } from '#lib/author-name.ts'
import { m } from '#lib/i18n.ts'
import { colourOf, initials } from '#lib/initials.ts'
import type { CellState, CellView } from '../cell-view.ts'
import type { Colleague } from '../colleagues.ts'
import type { GridRow } from '../grid-row.ts'

/** What a state is called where colour cannot be seen. */
export function stateLabel(view: Pick<CellView, 'state' | 'reason'>): string {
  const labels: Record<CellState, () => string> = {
    idle: () => '',
    trial: () => m.state_trial(),
    pending: () => m.state_pending(),
    waiting: () => m.state_waiting(),
    saved: () => m.state_saved(),
    failed: () => m.state_failed({ reason: view.reason ?? '' }),
    conflict: () => m.state_conflict({ reason: view.reason ?? '' }),
    locked: () => m.state_locked({ reason: view.reason ?? '' }),
  }
  return labels[view.state]()
}

/** That somebody else has only just changed it. */
export const newsLabel = ({ isNews, author }: Pick<CellView, 'isNews' | 'author'>): string =>
  isNews && author !== null ? m.state_theirs({ name: authorName(author.name) }) : ''

export interface CellRendererParams {
  /** Asked instead of the grid, which for a moment after an edit holds what was typed. */
  readonly viewOf: (row: GridRow | undefined) => CellView | null
  /** Who else is in the cell. */
  readonly visitorOf: (row: GridRow | undefined) => Colleague | null
}

/** Whose initials the cell shows: who is in it, else who has only just changed it. */
function mark(view: CellView | null, visitor: Colleague | null): { id: string; name: string } | null {
  if (visitor !== null) return visitor
  if (view === null || !view.isNews || view.author === null) return null
  return { id: view.author.name, name: authorName(view.author.name) }
}

/** Text, a mark for the state, and the same state in words; updated in place so that focus inside survives. */
export class CellRenderer implements ICellRendererComp<GridRow> {
  readonly #element = document.createElement('span')
  readonly #text = document.createElement('span')
  readonly #spoken = document.createElement('span')
  readonly #mark = document.createElement('i')

  init(params: ICellRendererParams<GridRow> & CellRendererParams): void {
    this.#element.className = 'cell'
    this.#text.className = 'cell-text'
    this.#spoken.className = 'visually-hidden'
    this.#mark.setAttribute('aria-hidden', 'true')
    this.#element.append(this.#text, this.#spoken)
    this.refresh(params)
  }

  getGui(): HTMLElement {
    return this.#element
  }

  refresh({ data, viewOf, visitorOf }: ICellRendererParams<GridRow> & CellRendererParams): boolean {
    const view = viewOf(data)
    this.#text.textContent = view?.text ?? ''
    const visitor = visitorOf(data)
    this.#show(mark(view, visitor))
    const words = view ? [stateLabel(view), newsLabel(view), ...view.findings] : []
    if (visitor !== null) words.push(m.presence_cell({ name: visitor.name }))
    const spoken = words.filter((part) => part !== '')
    this.#spoken.textContent = spoken.length === 0 ? '' : `（${spoken.join('；')}）`
    return true
  }

  #show(person: { readonly id: string; readonly name: string } | null): void {
    if (person === null) return this.#mark.remove()
    this.#mark.className = `cell-person who-${colourOf(person.id)}`
    this.#mark.textContent = initials(person.name)
    if (!this.#mark.isConnected) this.#element.append(this.#mark)
  }
}
