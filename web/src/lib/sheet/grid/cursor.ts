import type { GridApi } from 'ag-grid-community'
import type { CellAt } from '../cell-range.ts'
import type { GridRow } from '../grid-row.ts'
import { jumpFrom, nextInside, rowEnd, sheetEnd, stepFrom } from '../selection-moves.ts'
import type { Selection } from '../selection.ts'
import type { Cursor } from '../sheet-context.ts'

type Grid = GridApi<GridRow>

/** Moves the cell that has the keyboard; among several selected cells Enter and Tab stay within them. */
export function createCursor(grid: Grid, selection: Selection, isFilled: (at: CellAt) => boolean): Cursor {
  const { layout } = selection
  const go = (at: CellAt | null): void => {
    if (at === null) return
    selection.start(at)
    focusCellAt(grid, at)
  }
  const from = (move: (at: CellAt) => CellAt | null): void => {
    if (selection.active !== null) go(move(selection.active))
  }
  const inside = (direction: 'down' | 'along', step: 1 | -1): void => {
    const { active } = selection
    const next = active && nextInside(layout, selection.boxes(), active, direction, step)
    if (next === null) return
    selection.activate(next)
    focusCellAt(grid, next)
  }
  return {
    byArrow: (arrow) => from((at) => stepFrom(layout, at, arrow)),
    jump: (arrow) => from((at) => jumpFrom(layout, at, arrow, isFilled)),
    down: (step) => {
      if (selection.isMany) inside('down', step)
      else from((at) => stepFrom(layout, at, step === 1 ? 'ArrowDown' : 'ArrowUp'))
    },
    along: (step) => {
      if (selection.isMany) inside('along', step)
      else if (step === 1) grid.tabToNextCell()
      else grid.tabToPreviousCell()
    },
    stay: () => {
      if (selection.active !== null) focusCellAt(grid, selection.active)
    },
    toRowEnd: (end) => from((at) => rowEnd(layout, at, end)),
    toSheetEnd: (end) => go(sheetEnd(layout, end)),
  }
}

/** Scrolls to a cell and gives it the keyboard. */
export function focusCellAt(grid: Grid, at: CellAt): void {
  const row = showCellAt(grid, at)
  if (row !== null) grid.setFocusedCell(row, at.column)
}

/** Scrolls to a cell, the keyboard staying where it is; answers its row's number. */
export function showCellAt(grid: Grid, { rowId, column }: CellAt): number | null {
  const row = grid.getRowNode(rowId)?.rowIndex ?? null
  if (row === null) return null
  grid.ensureIndexVisible(row, null)
  grid.ensureColumnVisible(column)
  return row
}

/** How many rows are seen at once, less one that stays in sight. */
export function pageRows(grid: Grid): number {
  const { top, bottom } = grid.getVerticalPixelRange()
  return Math.max(1, Math.floor((bottom - top) / grid.getSizesForCurrentTheme().rowHeight) - 1)
}
