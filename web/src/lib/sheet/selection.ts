import { boxOf, cellsOf, emptyLayout, hasCell, placeOf, rowIdsOf, isSameCell } from './cell-range.ts'
import type { Box, CellAt, CellRange, SheetLayout } from './cell-range.ts'
import { takeOutCells } from './take-out-cells.ts'

/**
 * The selected cells: ranges, the last of which is the one that grows, and in them the active cell, which has the
 * keyboard. Where they stand is asked of the layout each time.
 */
export class Selection {
  #layout: SheetLayout = emptyLayout
  #ranges: readonly CellRange[] = []
  #active: CellAt | null = null
  readonly #listeners = new Set<() => void>()

  get ranges(): readonly CellRange[] {
    return this.#ranges
  }
  get range(): CellRange | null {
    return this.#ranges.at(-1) ?? null
  }
  get active(): CellAt | null {
    return this.#active
  }
  get layout(): SheetLayout {
    return this.#layout
  }
  /** Whether it is more than the active cell. */
  get isMany(): boolean {
    const [range] = this.#ranges
    if (range === undefined) return false
    return this.#ranges.length > 1 || range.whole !== undefined || !isSameCell(range.anchor, range.head)
  }

  /** Takes the place of the sheet that is shown; another sheet begins with nothing selected. */
  attach(layout: SheetLayout): void {
    this.#layout = layout
    this.#set([], null)
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** One cell and nothing else; null for none, as on a project's row. */
  start(at: CellAt | null): void {
    this.#set(at === null ? [] : [{ anchor: at, head: at }], at)
  }

  /** One more range, beginning at a cell that becomes the active one. */
  add(at: CellAt): void {
    this.#set([...this.#ranges, { anchor: at, head: at }], at)
  }

  /** The last range from the active cell to another one. */
  extendTo(head: CellAt): void {
    const range = this.range
    if (range === null || this.#active === null) this.start(head)
    else this.#set([...this.#ranges.slice(0, -1), { ...range, anchor: this.#active, head }], this.#active)
  }

  /** The last range becomes this one; the active cell stays where it is, when it is in it. */
  replace(range: CellRange, active: CellAt | null = this.#active): void {
    this.#set([...this.#ranges.slice(0, -1), range], active ?? range.anchor)
  }

  /** These ranges and no others; the active cell is the anchor of the last one unless another is named. */
  select(ranges: readonly CellRange[], active: CellAt | null = ranges.at(-1)?.anchor ?? null): void {
    this.#set(ranges, active)
  }

  /** These ranges without the cells of one, which stay what they are when nothing would be left. */
  takeOut(ranges: readonly CellRange[], range: CellRange): void {
    const box = boxOf(range, this.#layout)
    const left = box === null ? ranges : takeOutCells(ranges, box, this.#layout)
    const [rest = null] = left
    if (rest === null) return
    const keepsActive = this.#active !== null && left.some((at) => this.#isIn(at, this.#active))
    this.#set(left, keepsActive ? this.#active : rest.anchor)
  }

  has(at: CellAt): boolean {
    return this.#ranges.some((range) => this.#isIn(range, at))
  }

  /** Another active cell within the ranges. */
  activate(at: CellAt): void {
    this.#set(this.#ranges, at)
  }

  collapse(): void {
    this.start(this.#active)
  }

  /** Rows or columns came, went or changed places: the same ranges may be other cells. */
  layoutChanged(): void {
    if (this.isMany) this.#set(this.#ranges, this.#active)
  }

  /** The keyboard went somewhere by itself: a cell that is active already changes nothing. */
  follow(at: CellAt | null): void {
    if (!isSameCell(at, this.#active)) this.start(at)
  }

  /** Where the ranges stand now; a range that has a corner which is not shown stands nowhere. */
  boxes(): readonly Box[] {
    return this.#ranges.flatMap((range) => boxOf(range, this.#layout) ?? [])
  }

  /** Every selected cell once, in the order shown, made while it is asked for: there may be a million. */
  cells(): Generator<CellAt> {
    return cellsOf(this.boxes(), this.#layout)
  }

  /** Every row with a selected cell, once and in the order shown. */
  rowIds(): Generator<string> {
    return rowIdsOf(this.boxes(), this.#layout)
  }

  /** The rows of one range in the order shown, without the headers of groups between them. */
  rowIdsOf(range: CellRange): readonly string[] {
    const box = boxOf(range, this.#layout)
    return box === null ? [] : [...rowIdsOf([box], this.#layout)]
  }

  /** The columns of one range in the order shown. */
  columnsOf(range: CellRange): readonly string[] {
    const box = boxOf(range, this.#layout)
    return box === null ? [] : this.#layout.columns.slice(box.left, box.right + 1)
  }

  #isIn(range: CellRange, at: CellAt | null): boolean {
    const box = boxOf(range, this.#layout)
    const place = at && placeOf(at, this.#layout)
    return box !== null && place !== null && hasCell(box, place.row, place.column)
  }

  #set(ranges: readonly CellRange[], active: CellAt | null): void {
    this.#ranges = ranges
    this.#active = active
    for (const listener of this.#listeners) listener()
  }
}
