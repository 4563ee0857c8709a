import type { Column, GridApi } from 'ag-grid-community'
import type { Severity } from '@biaochi/domain'
import type { CellView } from '../cell-view.ts'
import type { GridRow } from '../grid-row.ts'
import type { ColumnId } from '../sheet-table.ts'
import type { RowHeights } from '../view/density.ts'
import { rowIndexAt, rowPlaces } from './row-places.ts'
import type { RowPlace, RowPlaces } from './row-places.ts'
import { stickyGroup } from './sticky-group.ts'

export interface PaintedTexts {
  readonly cell: (rowId: string, column: ColumnId) => Pick<CellView, 'text' | 'state' | 'severity'> | null
  /** What stands over a group; null where nothing does. */
  readonly group: ((groupId: string) => string) | null
}

interface PainterOptions {
  readonly host: HTMLElement
  readonly viewport: HTMLElement
  readonly grid: GridApi<GridRow>
  readonly texts: PaintedTexts
  readonly heights: () => RowHeights
}

/** How the cells of a column look, as the style sheet has it. */
interface ColumnLook {
  readonly id: ColumnId
  readonly left: number
  readonly right: number
  readonly isPinned: boolean
  readonly font: string
  readonly colour: string
  readonly background: string
  readonly isRight: boolean
  readonly padding: number
}

/** The page's own colours, read when painting begins, for they depend on the theme; a severity has the colour of its name. */
type Colours = Readonly<Record<string, string>>

const names = [
  'surface',
  'surface-2',
  'text',
  'line',
  'line-soft',
  'accent',
  'block',
  'block-soft',
  'explain',
  'warn',
]
const cornerSize = 7
/** Where the name of a group begins, after its line and its arrow. */
const groupNameAt = 39

/** Draws rows on a canvas over the sheet: a few milliseconds for all in sight, where cells of the grid take a hundred. */
export class RowPainter {
  readonly #options: PainterOptions
  readonly #canvas = document.createElement('canvas')
  #looks: readonly ColumnLook[] = []
  #colours: Colours = {}
  #size = { width: 0, height: 0 }
  #groupFont = ''

  constructor(options: PainterOptions) {
    this.#options = options
    this.#canvas.className = 'painted-rows'
    this.#canvas.setAttribute('aria-hidden', 'true')
  }

  /** Looks at how cells look at the moment; the canvas lies over the rows until `end`. */
  begin(): void {
    const { host, viewport, grid, heights } = this.#options
    const style = getComputedStyle(host)
    this.#colours = Object.fromEntries(names.map((name) => [name, style.getPropertyValue(`--${name}`)]))
    this.#groupFont = `600 ${style.fontSize} ${style.fontFamily}`
    this.#looks = grid.getAllDisplayedColumns().flatMap((column) => this.#lookOf(column) ?? [])
    const { header } = heights()
    this.#size = { width: viewport.clientWidth, height: viewport.clientHeight - header }
    const { width, height } = this.#size
    Object.assign(this.#canvas, { width: width * devicePixelRatio, height: height * devicePixelRatio })
    Object.assign(this.#canvas.style, { top: `${header}px`, width: `${width}px`, height: `${height}px` })
    host.append(this.#canvas)
  }

  end(): void {
    this.#canvas.remove()
  }

  paint(): void {
    const { viewport, heights, texts } = this.#options
    const { scrollTop, scrollLeft } = viewport
    const context = this.#canvas.getContext('2d', { alpha: false })
    if (context === null) return
    const { width, height } = this.#size
    context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0)
    context.textBaseline = 'middle'
    this.#fill(context, 'surface', 0, 0, width, height)
    const rows = this.#rowsInSight(scrollTop, height)
    for (const isPinned of [false, true])
      for (const look of this.#looks)
        if (look.isPinned === isPinned)
          this.#paintColumn(context, look, rows, scrollTop, isPinned ? 0 : scrollLeft)
    for (const { top, height: rowHeight } of rows)
      this.#fill(context, 'line-soft', 0, top + rowHeight - 1 - scrollTop, width, 1)
    for (const { row, top, height: rowHeight } of rows)
      if (row.kind === 'group') this.#paintGroup(context, row.id, top - scrollTop, rowHeight)
    const group = texts.group && stickyGroup(among(rows), scrollTop, heights().group)
    if (group) this.#paintGroup(context, group.id, -group.pushed, heights().group)
  }

  /** The grid only guesses how high rows are that it has not drawn yet: from the first one on they are laid out here. */
  #rowsInSight(scrollTop: number, height: number): readonly RowPlace[] {
    const places = rowPlaces(this.#options.grid)
    const heights = this.#options.heights()
    const rows: RowPlace[] = []
    let top: number | null = null
    for (let index = rowIndexAt(places, scrollTop); index < places.count; index += 1) {
      const place = places.at(index)
      if (place === null) break
      top ??= place.top
      if (top >= scrollTop + height) break
      rows.push({ row: place.row, top, height: place.row.kind === 'group' ? heights.group : heights.row })
      top += rows.at(-1)?.height ?? 0
    }
    return rows
  }

  #paintColumn(
    context: CanvasRenderingContext2D,
    look: ColumnLook,
    rows: readonly RowPlace[],
    scrollTop: number,
    scrollLeft: number,
  ): void {
    const [left, right] = [look.left - scrollLeft, look.right - scrollLeft]
    context.save()
    context.beginPath()
    context.rect(left, 0, right - left, this.#size.height)
    context.clip()
    // What is pinned lies over what is scrolled below it.
    this.#fill(context, 'surface', left, 0, right - left, this.#size.height)
    context.fillStyle = look.background
    context.fillRect(left, 0, right - left, this.#size.height)
    context.font = look.font
    context.textAlign = look.isRight ? 'right' : 'left'
    const at = look.isRight ? right - look.padding : left + look.padding
    for (const { row, top, height } of rows) {
      const view = row.kind === 'row' ? this.#options.texts.cell(row.id, look.id) : null
      if (view === null) continue
      const y = top - scrollTop
      const isBad = view.state === 'failed' || view.state === 'conflict'
      if (isBad) this.#fill(context, 'block-soft', left, y, right - left, height)
      context.fillStyle = isBad ? this.#colour('block') : look.colour
      context.fillText(view.text, at, y + height / 2)
      if (view.severity !== null) this.#paintCorner(context, view.severity, right, y)
    }
    this.#fill(context, 'line-soft', right - 1, 0, 1, this.#size.height)
    context.restore()
  }

  #paintCorner(context: CanvasRenderingContext2D, severity: Severity, right: number, y: number): void {
    context.fillStyle = this.#colour(severity)
    context.beginPath()
    context.moveTo(right - cornerSize, y)
    context.lineTo(right, y)
    context.lineTo(right, y + cornerSize)
    context.fill()
  }

  #paintGroup(context: CanvasRenderingContext2D, id: string, y: number, height: number): void {
    const { width } = this.#size
    this.#fill(context, 'surface-2', 0, y, width, height)
    this.#fill(context, 'accent', 0, y, 3, height)
    this.#fill(context, 'line', 0, y + height - 1, width, 1)
    context.font = this.#groupFont
    context.textAlign = 'left'
    context.fillStyle = this.#colour('text')
    context.fillText(this.#options.texts.group?.(id) ?? '', groupNameAt, y + height / 2)
  }

  #fill(
    context: CanvasRenderingContext2D,
    colour: string,
    x: number,
    y: number,
    width: number,
    height: number,
  ): void {
    context.fillStyle = this.#colour(colour)
    context.fillRect(x, y, width, height)
  }

  #colour(name: string): string {
    return this.#colours[name] ?? ''
  }

  /** From a cell that is there; a column none of whose cells is stays empty until the grid draws it. */
  #lookOf(column: Column): ColumnLook | null {
    const { host, grid } = this.#options
    const id = column.getColId()
    const cell = host.querySelector(`.ag-cell[col-id="${CSS.escape(id)}"]`)
    if (cell === null) return null
    const style = getComputedStyle(cell)
    const isPinned = column.isPinnedLeft()
    const before = isPinned ? 0 : widthOf(grid.getDisplayedLeftColumns())
    const left = before + (column.getLeft() ?? 0)
    const isRight = style.textAlign === 'right' || style.textAlign === 'end'
    const pixels = (...properties: readonly string[]): number =>
      properties.reduce((sum, property) => sum + (parseFloat(style.getPropertyValue(property)) || 0), 0)
    return {
      id,
      left,
      right: left + column.getActualWidth(),
      isPinned,
      font: style.font,
      colour: style.color,
      background: style.backgroundColor,
      isRight,
      padding: isRight
        ? pixels('padding-right', 'border-right-width')
        : pixels('padding-left', 'border-left-width'),
    }
  }
}

const among = (rows: readonly RowPlace[]): RowPlaces => ({
  count: rows.length,
  at: (index) => rows[index] ?? null,
})

const widthOf = (columns: readonly Column[]): number =>
  columns.reduce((sum, column) => sum + column.getActualWidth(), 0)
