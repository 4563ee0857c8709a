import type { Area } from '../area.ts'
import { boxOf } from '../cell-range.ts'
import type { Box } from '../cell-range.ts'
import type { SheetFill } from '../fill/sheet-fill.ts'
import type { Selection } from '../selection.ts'
import { cellAtPoint } from './cell-at-point.ts'
import { scrollAtEdge } from './edge-scroll.ts'

export interface FillHandleOptions {
  readonly host: HTMLElement
  readonly selection: Selection
  readonly fill: SheetFill
  /** Takes what is being typed. */
  readonly commit: () => void
  /** The cells a drag would fill are others now. */
  readonly onTarget: () => void
}

/** Pixels around the corner that still are the handle. */
const reach = 9

/** The handle at the corner of the selection: dragged in any direction it fills, double-clicked down along the column beside. */
export class FillHandle {
  readonly #options: FillHandleOptions
  readonly #listening = new AbortController()
  #target: Box | null = null

  constructor(options: FillHandleOptions) {
    this.#options = options
    const { host } = options
    // Before the selection and the grid hear it: to them the handle is a part of the cell.
    const listen = { capture: true, signal: this.#listening.signal }
    host.addEventListener('pointerdown', (event) => this.#take(event, () => this.#drag()), listen)
    host.addEventListener('mousedown', (event) => this.#take(event), listen)
    host.addEventListener('click', (event) => this.#take(event), listen)
    host.addEventListener('dblclick', (event) => this.#take(event, () => options.fill.alongside()), listen)
  }

  /** Where letting go would fill to. */
  get target(): Box | null {
    return this.#target
  }

  destroy(): void {
    this.#listening.abort()
  }

  #take(event: MouseEvent, act?: () => void): void {
    if (event.button !== 0 || !isOnHandle(event)) return
    // A pointerdown that is prevented would be followed by no mouse events at all.
    if (event.type !== 'pointerdown') event.preventDefault()
    event.stopImmediatePropagation()
    act?.()
  }

  #drag(): void {
    const { host, selection, fill, commit } = this.#options
    commit()
    const drag = fill.beginDrag()
    if (drag === null) return
    let target: Area | null = null
    const extend = (x: number, y: number): void => {
      const at = cellAtPoint(host, x, y)
      if (at === null) return
      target = drag.targetAt(at)
      const range = target && drag.rangeOf(target)
      this.#show(range && boxOf(range, selection.layout))
    }
    const dragging = new AbortController()
    const scroll = scrollAtEdge(host, extend)
    const end = (): void => {
      dragging.abort()
      scroll.stop()
      this.#show(null)
    }
    const options = { capture: true, signal: AbortSignal.any([dragging.signal, this.#listening.signal]) }
    const onMove = (event: MouseEvent): void => {
      if (event.buttons === 0) return end()
      extend(event.clientX, event.clientY)
      scroll.follow(event.clientX, event.clientY)
    }
    window.addEventListener('mousemove', onMove, options)
    window.addEventListener(
      'mouseup',
      (event) => {
        end()
        if (target !== null) drag.fill(target, event.ctrlKey || event.metaKey ? 'opposite' : 'auto')
      },
      options,
    )
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return
      event.stopPropagation()
      end()
    }
    window.addEventListener('keydown', onKey, options)
  }

  #show(target: Box | null): void {
    this.#target = target
    this.#options.onTarget()
  }
}

function isOnHandle({ target, clientX, clientY }: MouseEvent): boolean {
  const cell = target instanceof Element ? target.closest('.ag-cell.has-fill-handle') : null
  if (cell === null || cell.classList.contains('ag-cell-inline-editing')) return false
  const { right, bottom } = cell.getBoundingClientRect()
  const aside = Number.parseFloat(getComputedStyle(cell, '::after').right)
  const beside = right - aside - clientX
  return beside <= reach && beside >= 0 && bottom - clientY <= reach
}
