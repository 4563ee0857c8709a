import type { Cell } from '../text/row.ts'
import { isDash } from '../text/noise.ts'
import { fundRef } from '../draft.ts'
import type { SectionContext } from '../section-context.ts'
import { fundSides } from './head-labels.ts'
import type { FundSlot } from './head-labels.ts'
import type { HeadCell } from './split-glued.ts'

type Side = 'left' | 'right'

/** Reads the funds of a declaration: the whole (or mid-term) amounts left, the year's amounts right, either may be blank. */
export function createTwoSidedFunds({
  layout,
  draft,
  ledger,
  report,
}: SectionContext): (cells: readonly HeadCell[]) => void {
  const columns: Record<Side, number[]> = { left: [], right: [] }
  const used = new Map<string, number>()

  const sideOf = (cell: Cell, slot: FundSlot, labels: readonly HeadCell[]): Side => {
    if (slot.side !== null) return slot.side
    const same = labels.filter(({ label }) => label?.kind === 'fund' && label.slot.source === slot.source)
    if (same.length > 1) return same[0]?.cell === cell ? 'left' : 'right'
    const left = distance(columns.left, cell.column)
    const right = distance(columns.right, cell.column)
    if (left !== right) return left < right ? 'left' : 'right'
    return (used.get(slot.source) ?? 0) === 0 ? 'left' : 'right'
  }

  return (cells) => {
    let current: { side: Side; slot: FundSlot; filled: boolean } | null = null
    for (const { cell, label } of cells) {
      if (label !== null) {
        ledger.book('boilerplate', [cell])
        current = null
        if (label.kind !== 'fund') continue
        const side = sideOf(cell, label.slot, cells)
        columns[side].push(cell.column)
        used.set(label.slot.source, (used.get(label.slot.source) ?? 0) + 1)
        current = { side, slot: label.slot, filled: false }
        continue
      }
      if (current === null || current.filled) {
        ledger.book('named', [cell])
        report('amount-without-label', cell.line, { text: cell.text })
        continue
      }
      current.filled = true
      ledger.book('data', [cell])
      if (isDash(cell.text)) continue
      const fund = {
        ...fundSides[layout][current.side],
        source: current.slot.source,
        text: cell.text,
        line: cell.line,
        column: cell.column,
      }
      const known = draft.funds.find((other) => other.period === fund.period && other.source === fund.source)
      if (known === undefined) draft.funds.push(fund)
      else report('amount-unreadable', cell.line, { text: cell.text }, fundRef(fund))
    }
  }
}

const distance = (columns: readonly number[], column: number): number =>
  columns.length === 0 ? Infinity : Math.min(...columns.map((other) => Math.abs(other - column)))
