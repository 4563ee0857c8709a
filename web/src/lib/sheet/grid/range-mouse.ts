import { isSameCell } from '../cell-range.ts'
import type { CellAt } from '../cell-range.ts'
import { sheetEnd } from '../selection-moves.ts'
import type { Selection } from '../selection.ts'
import { cellAtPoint, cellOf } from './cell-at-point.ts'
import { scrollAtEdge } from './edge-scroll.ts'

export interface RangeMouseOptions {
  readonly host: HTMLElement
  readonly selection: Selection
  /** Takes what is being typed, and gives a cell the keyboard. */
  readonly commit: () => void
  readonly focus: (at: CellAt) => void
}

/**
 * Selecting with the mouse: drag, Shift+click to there, Ctrl+click one more range, or out of the ranges what is in them
 * already, Ctrl+click on a header its column.
 */
export function listenToMouse({ host, selection, commit, focus }: RangeMouseOptions): () => void {
  const listening = new AbortController()
  const { signal } = listening

  const grows = (event: MouseEvent): boolean =>
    event.shiftKey && selection.active !== null && selectable(event) !== null

  /** Ctrl on a selected cell takes it out again; of a single cell there is nothing to take. */
  const takesOut = (event: MouseEvent): boolean => {
    const at = (event.ctrlKey || event.metaKey) && selection.isMany ? selectable(event) : null
    return at !== null && selection.has(at)
  }
  /** By the press that is under way: at its mousedown the cell is not selected any more. */
  let wasTakenOut = false

  /** What a menu is asked for stays selected. */
  const keeps = (event: MouseEvent): boolean =>
    event.button === 2 && cellElement(event)?.classList.contains('in-range') === true

  // The grid hears the pointer before there is a mousedown, so that is where it has to be told nothing.
  function onPointerDown(event: PointerEvent): void {
    wasTakenOut = false
    if (keeps(event)) event.stopPropagation()
    const at = event.pointerType === 'mouse' && event.button === 0 ? selectable(event) : null
    if (at === null) return
    if (grows(event)) {
      event.stopPropagation()
      commit()
      selection.extendTo(at)
    } else if (takesOut(event)) {
      wasTakenOut = true
      event.stopPropagation()
      commit()
      return takeOutFrom(at)
    } else if (event.ctrlKey || event.metaKey) selection.add(at)
    else selection.start(at)
    drag((head) => {
      if (!isSameCell(head, selection.range?.head ?? null)) selection.extendTo(head)
    })
  }

  /** The keyboard stays where it is, unless its cell is taken out. */
  function takeOutFrom(anchor: CellAt): void {
    const { ranges, active } = selection
    const takeOut = (head: CellAt): void => selection.takeOut(ranges, { anchor, head })
    takeOut(anchor)
    drag(takeOut, () => {
      if (selection.active !== null && !isSameCell(selection.active, active)) focus(selection.active)
    })
  }

  /** A press that changes the selection beside the active cell leaves it the keyboard. */
  function onMouseDown(event: MouseEvent): void {
    if ((event.button === 0 && (grows(event) || wasTakenOut)) || keeps(event)) event.preventDefault()
  }

  function drag(to: (at: CellAt) => void, onEnd: () => void = () => undefined): void {
    const dragging = new AbortController()
    const end = (): void => {
      dragging.abort()
      onEnd()
    }
    const extend = (x: number, y: number): void => {
      const at = cellAtPoint(host, x, y)
      if (at !== null) to(at)
    }
    const scroll = scrollAtEdge(host, extend)
    const options = { signal: AbortSignal.any([signal, dragging.signal]), capture: true }
    window.addEventListener(
      'mousemove',
      (event) => {
        if (event.buttons === 0) return end()
        extend(event.clientX, event.clientY)
        scroll.follow(event.clientX, event.clientY)
      },
      options,
    )
    window.addEventListener('mouseup', end, options)
    options.signal.addEventListener('abort', () => scroll.stop())
  }

  /** A plain click sorts and one with Shift sorts by one more column, so Ctrl is what is left. */
  function onClick(event: MouseEvent): void {
    const header = event.target instanceof Element ? event.target.closest('.ag-header-cell') : null
    const column = header?.getAttribute('col-id')
    if (!column || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    event.stopPropagation()
    selectColumn(selection, column)
    if (selection.active !== null) focus(selection.active)
  }

  host.addEventListener('pointerdown', onPointerDown, { signal, capture: true })
  host.addEventListener('mousedown', onMouseDown, { signal, capture: true })
  host.addEventListener('click', onClick, { signal, capture: true })
  return () => listening.abort()
}

const cellElement = ({ target }: MouseEvent): Element | null =>
  target instanceof Element ? target.closest('.ag-cell') : null

/** The cell that was pressed, unless text is being typed in it. */
function selectable({ target }: MouseEvent): CellAt | null {
  const element = target instanceof Element ? target : null
  return element?.closest('.ag-cell-inline-editing') ? null : cellOf(element)
}

function selectColumn(selection: Selection, column: string): void {
  const rowId = selection.active?.rowId ?? sheetEnd(selection.layout, 'Home')?.rowId
  if (rowId === undefined) return
  const at = { rowId, column }
  const others = selection.isMany ? selection.ranges : []
  selection.select([...others, { anchor: at, head: at, whole: 'columns' }])
}
