import type { GridApi } from 'ag-grid-community'
import type { GridRow } from '../grid-row.ts'
import type { RowHeights } from '../view/density.ts'
import { rowIndexAt, rowPlaces } from './row-places.ts'
import { RowPainter } from './row-painter.ts'
import type { PaintedTexts } from './row-painter.ts'

interface CoverOptions {
  readonly host: HTMLElement
  readonly grid: GridApi<GridRow>
  readonly texts: PaintedTexts
  readonly heights: () => RowHeights
}

/** Nothing moved for so long: the grid draws what is in sight now. */
const RESTS_AFTER_MS = 70
/** The grid draws within a frame or two; after so many the cover goes in any case. */
const MOST_FRAMES = 20

/**
 * The grid builds the cells of every row that comes by, which a thumb that is dragged outruns. Where it has no rows yet they
 * are painted, frame by frame, and the grid does not hear of the scrolling until it rests.
 */
export function coverFastScroll({ host, grid, texts, heights }: CoverOptions): () => void {
  const viewport = host.querySelector<HTMLElement>('.ag-grid-viewport')
  const scrollbar = host.querySelector<HTMLElement>('.ag-body-vertical-scroll-viewport')
  if (viewport === null) return () => undefined
  const painter = new RowPainter({ host, viewport, grid, texts, heights })
  let handedOn: Event | null = null
  let rest: ReturnType<typeof setTimeout> | null = null
  let frame: number | null = null
  let lastTop = viewport.scrollTop
  let isOn = false

  const isBuilt = (index: number): boolean =>
    host.querySelector(`.ag-row[row-index="${index}"] :is(.ag-cell, .header-cell)`) !== null

  /** Whether the grid has the rows at the top and the bottom of what is seen. */
  function isInSightBuilt(): boolean {
    const places = rowPlaces(grid)
    const height = viewport === null ? 0 : viewport.clientHeight - heights().header
    return [lastTop, lastTop + height - 1].every((pixels) => isBuilt(rowIndexAt(places, pixels)))
  }

  function hear(event: Event): void {
    const scroller = [viewport, scrollbar].find((element) => element === event.target)
    if (!scroller || event === handedOn) return
    const { scrollTop } = scroller
    const isVertical = Math.abs(scrollTop - lastTop) >= 1
    lastTop = scrollTop
    if (!isOn && (!isVertical || grid.getDisplayedRowCount() === 0 || isInSightBuilt())) return
    event.stopImmediatePropagation()
    // The other scroller only follows.
    if (!isVertical) return
    for (const other of [viewport, scrollbar])
      if (other && other !== scroller && other.scrollTop !== scrollTop) other.scrollTop = scrollTop
    if (!isOn) painter.begin()
    isOn = true
    painter.paint()
    stopWaiting()
    rest = setTimeout(handOn, RESTS_AFTER_MS)
  }

  function handOn(): void {
    for (const element of [viewport, scrollbar]) {
      handedOn = new Event('scroll')
      element?.dispatchEvent(handedOn)
    }
    uncover(MOST_FRAMES)
  }

  function uncover(frames: number): void {
    frame = requestAnimationFrame(() => {
      if (frames > 0 && !isInSightBuilt()) return uncover(frames - 1)
      painter.end()
      isOn = false
    })
  }

  function stopWaiting(): void {
    if (rest !== null) clearTimeout(rest)
    if (frame !== null) cancelAnimationFrame(frame)
  }

  host.addEventListener('scroll', hear, { capture: true, passive: true })
  return () => {
    host.removeEventListener('scroll', hear, { capture: true })
    stopWaiting()
    painter.end()
  }
}
