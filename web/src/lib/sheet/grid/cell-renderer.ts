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

type Params = ICellRendererParams<GridRow> & CellRendererParams

/** Whether the text alone says all there is to say; most cells are like that, and the grid draws them fastest by itself. */
export const isPlain = (view: CellView | null, visitor: Colleague | null): boolean =>
  view === null || (visitor === null && view.state === 'idle' && view.severity === null && !view.isNews)

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
  readonly #mark = document.createElement('i')
  #cell: HTMLElement | null = null

  init(params: Params): void {
    this.#element.className = 'cell'
    this.#text.className = 'cell-text'
    this.#mark.setAttribute('aria-hidden', 'true')
    this.#element.append(this.#text)
    this.#cell = params.eGridCell
    this.refresh(params)
  }

  getGui(): HTMLElement {
    return this.#element
  }

  refresh({ data, viewOf, visitorOf }: Params): boolean {
    const view = viewOf(data)
    this.#text.textContent = view?.text ?? ''
    const visitor = visitorOf(data)
    this.#show(mark(view, visitor))
    const words = view ? [stateLabel(view), newsLabel(view), ...view.findings] : []
    if (visitor !== null) words.push(m.presence_cell({ name: visitor.name }))
    this.#describe(words.filter((part) => part !== '').join('；'))
    return true
  }

  destroy(): void {
    this.#describe('')
  }

  #describe(words: string): void {
    if (words === '') this.#cell?.removeAttribute('aria-description')
    else this.#cell?.setAttribute('aria-description', words)
  }

  #show(person: { readonly id: string; readonly name: string } | null): void {
    if (person === null) return this.#mark.remove()
    this.#mark.className = `cell-person who-${colourOf(person.id)}`
    this.#mark.dataset['initials'] = initials(person.name)
    if (!this.#mark.isConnected) this.#element.append(this.#mark)
  }
}
