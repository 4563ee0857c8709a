import type { GridRow } from '../grid-row.ts'
import type { CellAt } from '../cell-range.ts'
import type { Selection } from '../selection.ts'
import { bodyOf, cellOf } from './cell-at-point.ts'
import { dropPlace } from './drop-place.ts'
import { DropLine } from './drop-line.ts'
import { scrollAtEdge } from './edge-scroll.ts'

/** Rows that are being dragged. */
export interface Lifted {
  readonly groupId: string
  readonly rowIds: readonly string[]
}

export interface RowGripOptions {
  readonly host: HTMLElement
  readonly selection: Selection
  readonly rowAt: (index: number) => GridRow | null
  /** The rows that go along with one, or null after it was said why none can. */
  readonly lift: (rowId: string) => Lifted | null
  readonly drop: (rows: Lifted, after: string | null) => void
  /** They were let go where they cannot stand. */
  readonly refuse: () => void
  /** Takes what is being typed, and gives a cell the keyboard. */
  readonly focus: (at: CellAt) => void
  /** What a line says that shows where so many rows would go, or that they cannot. */
  readonly describe: (rows: number, isPossible: boolean) => string
}

/** Pixels of a row's first cell that are its grip, and how far the pointer moves before it is a drag. */
const width = 9
const threshold = 4

/** The grip at the front of a row: pressed it selects the row, dragged it moves the selected rows within their group. */
export class RowGrip {
  readonly #options: RowGripOptions
  readonly #listening = new AbortController()

  constructor(options: RowGripOptions) {
    this.#options = options
    const { host } = options
    host.classList.add('has-grips')
    // Before the selection and the grid hear it: to them the grip is a part of the cell.
    const listen = { capture: true, signal: this.#listening.signal }
    host.addEventListener('pointerdown', (event) => this.#take(event, (at) => this.#press(at, event)), listen)
    host.addEventListener('mousedown', (event) => this.#take(event), listen)
    host.addEventListener('click', (event) => this.#take(event), listen)
    host.addEventListener('dblclick', (event) => this.#take(event), listen)
  }

  destroy(): void {
    this.#listening.abort()
  }

  #take(event: MouseEvent, act?: (at: CellAt) => void): void {
    const at = event.button === 0 ? gripOf(event) : null
    if (at === null) return
    // A pointerdown that is prevented would be followed by no mouse events at all.
    if (event.type !== 'pointerdown') event.preventDefault()
    event.stopImmediatePropagation()
    act?.(at)
  }

  #press(at: CellAt, { clientY: startY }: PointerEvent): void {
    const { selection, focus } = this.#options
    // What is selected goes along; any other row is selected by this.
    if (![...selection.rowIds()].includes(at.rowId)) {
      selection.select([{ anchor: at, head: at, whole: 'rows' }])
      focus(at)
    }
    const pressing = new AbortController()
    const options = { capture: true, signal: AbortSignal.any([pressing.signal, this.#listening.signal]) }
    window.addEventListener(
      'mousemove',
      ({ clientY, buttons }) => {
        if (buttons !== 0 && Math.abs(clientY - startY) < threshold) return
        pressing.abort()
        if (buttons !== 0) this.#drag(at)
      },
      options,
    )
    window.addEventListener('mouseup', () => pressing.abort(), options)
  }

  #drag(at: CellAt): void {
    const { host, lift, drop, refuse, describe } = this.#options
    const rows = lift(at.rowId)
    if (rows === null) return
    const line = new DropLine(host)
    let place: ReturnType<typeof dropPlace> = null
    const follow = (x: number, y: number): void => {
      const gap = this.#gapAt(x, y)
      if (gap === null) return
      place = dropPlace(rows.groupId, gap.above, gap.below)
      line.show(gap.y, describe(rows.rowIds.length, place !== null), place !== null)
    }
    const dragging = new AbortController()
    const scroll = scrollAtEdge(host, follow)
    const end = (): void => {
      dragging.abort()
      scroll.stop()
      line.remove()
    }
    const options = { capture: true, signal: AbortSignal.any([dragging.signal, this.#listening.signal]) }
    options.signal.addEventListener('abort', end, { once: true })
    window.addEventListener(
      'mousemove',
      ({ clientX, clientY, buttons }) => {
        if (buttons === 0) return end()
        follow(clientX, clientY)
        scroll.follow(clientX, clientY)
      },
      options,
    )
    window.addEventListener(
      'mouseup',
      () => {
        end()
        if (place === null) refuse()
        else drop(rows, place.after)
      },
      options,
    )
    window.addEventListener(
      'keydown',
      (event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        end()
      },
      options,
    )
  }

  /** The border between two rows that is nearest to a point, and the rows it lies between. */
  #gapAt(
    x: number,
    y: number,
  ): { readonly above: GridRow | null; readonly below: GridRow | null; readonly y: number } | null {
    const { host, rowAt } = this.#options
    const body = bodyOf(host)
    if (body === null) return null
    const { left, right, top, bottom } = body.rect
    const inside = (value: number, from: number, to: number): number =>
      Math.min(Math.max(value, from + 2), to - 2)
    const row = document
      .elementsFromPoint(inside(x, left, right), inside(y, top, bottom))
      .map((element) => (host.contains(element) ? element.closest('.ag-row') : null))
      .find((element) => element !== null)
    if (!row) return null
    const rect = row.getBoundingClientRect()
    const index = Number(row.getAttribute('row-index')) + (y > rect.top + rect.height / 2 ? 1 : 0)
    const isBelow = index > Number(row.getAttribute('row-index'))
    return { above: rowAt(index - 1), below: rowAt(index), y: isBelow ? rect.bottom : rect.top }
  }
}

/** The cell whose grip is under the pointer. */
function gripOf({ target, clientX }: MouseEvent): CellAt | null {
  const cell = target instanceof Element ? target.closest('.ag-cell.ag-column-first') : null
  if (cell === null || cell.classList.contains('ag-cell-inline-editing')) return null
  return clientX - cell.getBoundingClientRect().left <= width ? cellOf(cell) : null
}
