import type { CellAt } from '../cell-range.ts'

/** The part of the page in which rows are seen, below the header. */
export function bodyOf(host: HTMLElement): { readonly viewport: Element; readonly rect: DOMRect } | null {
  const viewport = host.querySelector('.ag-grid-viewport')
  if (viewport === null) return null
  const { left, top, right, bottom } = viewport.getBoundingClientRect()
  const below = host.querySelector('.ag-header')?.getBoundingClientRect().bottom ?? top
  return { viewport, rect: new DOMRect(left, below, right - left, bottom - below) }
}

/** The cell of an indicator that an element belongs to. */
export function cellOf(element: Element | null): CellAt | null {
  const cell = element?.closest('.ag-cell')
  const rowId = cell?.closest('.ag-row')?.getAttribute('row-id')
  const column = cell?.getAttribute('col-id')
  return rowId && column ? { rowId, column } : null
}

/** The cell under a point, whatever lies over it; for a point outside, the nearest that is seen. */
export function cellAtPoint(host: HTMLElement, x: number, y: number): CellAt | null {
  const rect = bodyOf(host)?.rect
  if (rect === undefined) return null
  const inside = (value: number, from: number, to: number): number =>
    Math.min(Math.max(value, from + 2), to - 2)
  const elements = document.elementsFromPoint(
    inside(x, rect.left, rect.right),
    inside(y, rect.top, rect.bottom),
  )
  return cellOf(elements.find((element) => host.contains(element) && element.closest('.ag-cell')) ?? null)
}
