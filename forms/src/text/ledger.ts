import type { Cell, Row } from './row.ts'

/** What became of a printed cell. */
export type CellUse = 'open' | 'data' | 'boilerplate' | 'named'

/** The account of what became of every printed cell, so that nothing is dropped in silence. */
export interface Ledger {
  /** Books cells that are still open; what was booked first stays. */
  readonly book: (use: Exclude<CellUse, 'open'>, cells: Iterable<Cell>) => void
  readonly useOf: (id: number) => CellUse
  /** The printed cells of a row that nothing has accounted for. */
  readonly open: (row: Row) => readonly Cell[]
}

const uses: readonly CellUse[] = ['open', 'data', 'boilerplate', 'named']

/** An account in which every cell is open. */
export const createLedger = (cellCount: number): Ledger => {
  const entries = new Uint8Array(cellCount)
  const useOf = (id: number): CellUse => uses[entries[id] ?? 0] ?? 'open'
  return {
    book: (use, cells) => {
      for (const cell of cells)
        for (const id of cell.ids) if (entries[id] === 0) entries[id] = uses.indexOf(use)
    },
    useOf,
    open: (row) => row.cells.filter((cell) => cell.ids.some((id) => useOf(id) === 'open')),
  }
}
