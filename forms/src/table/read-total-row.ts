import type { Row } from '../text/row.ts'
import type { TableContext } from './table-context.ts'
import { pointsOf } from './value-kind.ts'
import { isDash } from '../text/noise.ts'

const total = /^(?:(?:自评)?总分(?:值)?|(?:分值|得分)?合计|总计|(?:总|自评)得分)(?:\(\d+分?\))?$/

/** Whether a row sums up the table (总分 | 100 | 95.98). */
export const isTotalRow = (row: Row): boolean => row.cells.slice(0, 2).some((cell) => total.test(cell.key))

/** Reads total weight and total score; a single figure is told by the columns of the points above it. */
export function readTotalRow(row: Row, { draft, ledger, places, report }: TableContext): void {
  ledger.book(
    'boilerplate',
    row.cells.filter((cell) => total.test(cell.key) || isDash(cell.text)),
  )
  const figures = row.cells.filter((cell) => pointsOf(cell.text) !== null)
  const [first, second] = figures
  if (first === undefined) return
  // A merged cell may print the score once more.
  ledger.book(
    'data',
    figures.filter((cell, at) => at < 2 || cell.key === second?.key),
  )
  if (draft.totalWeight !== null || draft.totalScore !== null)
    return report('figure-unreadable', row.line, { text: figures.map((cell) => cell.text).join(' ') })
  if (second !== undefined) {
    draft.totalWeight = { text: first.text, line: row.line }
    draft.totalScore = { text: second.text, line: row.line }
    return
  }
  const above = draft.indicators.at(-1)?.places
  const toWeight = Math.abs((above?.get('weight') ?? places.get('weight') ?? NaN) - first.column)
  const toScore = Math.abs((above?.get('score') ?? places.get('score') ?? NaN) - first.column)
  if (toWeight < toScore) draft.totalWeight = { text: first.text, line: row.line }
  else if (toScore < toWeight) draft.totalScore = { text: first.text, line: row.line }
  else report('figure-unreadable', row.line, { text: first.text })
}
