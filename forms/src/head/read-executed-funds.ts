import type { FundSource } from '@biaochi/domain'
import type { Cell } from '../text/row.ts'
import { isDash } from '../text/noise.ts'
import { fundRef } from '../draft.ts'
import type { SectionContext } from '../section-context.ts'
import type { HeadCell } from './split-glued.ts'

/** The columns of a self-evaluation's funds, from the label to the right. */
const columns = ['initial', 'adjusted', 'executed', 'weight', 'rate', 'score'] as const
type Column = (typeof columns)[number]

/** The distances in a row of which nothing is blank. */
interface Grid {
  readonly toFirst: number
  readonly offsets: readonly number[]
}

const evenOffsets = [0, 1, 2, 3, 4, 5]
const isRate = (cell: Cell): boolean => /[%％]\s*$/.test(cell.text)

/** Reads the rows 年度资金总额 … 其他资金 of a self-evaluation; blank cells are told by the distance to what is printed. */
export function createExecutedFunds({
  draft,
  ledger,
  report,
}: SectionContext): (cells: readonly HeadCell[]) => void {
  let grid: Grid | null = null

  const place = (values: readonly Cell[], source: FundSource, label: Cell): ReadonlyMap<Column, Cell> => {
    const placed = new Map<Column, Cell>()
    const rate = values.findIndex(isRate)
    const inOrder = (count: number): void => {
      for (const [at, cell] of values.slice(0, count).entries()) placed.set(columns[at] ?? 'score', cell)
    }
    if (source === 'all' && (rate === 4 || values.length === columns.length)) {
      inOrder(columns.length)
      const first = values[0]?.column ?? 0
      grid = {
        toFirst: first - label.column,
        offsets: evenOffsets.map((even, at) => (values[at]?.column ?? first + even) - first),
      }
      return placed
    }
    const amounts = values.findIndex((cell) => isDash(cell.text) || isRate(cell))
    if (source !== 'all' && (amounts === 3 || (amounts < 0 && values.length === 3))) {
      inOrder(values.length)
      return placed
    }
    const start = startOf(values, rate, label, grid)
    for (const cell of values) {
      const column = columns[(grid?.offsets ?? evenOffsets).indexOf(cell.column - start)]
      if (column !== undefined) placed.set(column, cell)
    }
    return placed
  }

  const put = (column: Column, source: FundSource, cell: Cell): void => {
    if (column === 'initial' || column === 'adjusted' || column === 'executed') {
      const fund = {
        period: 'annual',
        source,
        stage: column,
        text: cell.text,
        line: cell.line,
        column: cell.column,
      } as const
      const known = draft.funds.some((other) => other.source === source && other.stage === column)
      if (known) report('amount-unreadable', cell.line, { text: cell.text }, fundRef(fund))
      else draft.funds.push(fund)
    } else if (source === 'all' && !draft.execution.has(column)) {
      draft.execution.set(column, { text: cell.text, line: cell.line })
    } else if (column !== 'rate' || source === 'all')
      // A source's own rate says nothing its amounts do not.
      report('text-orphaned', cell.line, { text: cell.text })
  }

  return (cells) => {
    let label: Cell | null = null
    let source: FundSource | null = null
    const values: Cell[] = []
    for (const head of cells) {
      if (head.label !== null) ledger.book('boilerplate', [head.cell])
      if (head.label?.kind === 'fund' && source === null) {
        label = head.cell
        source = head.label.slot.source
      } else if (head.label === null && source !== null) values.push(head.cell)
    }
    if (label === null || source === null) return
    for (const [column, cell] of place(values, source, label)) {
      ledger.book('data', [cell])
      if (!isDash(cell.text)) put(column, source, cell)
    }
  }
}

/** Where the first amount stands or would stand: told by the label, the rate, or the dash printed for the points. */
function startOf(values: readonly Cell[], rate: number, label: Cell, grid: Grid | null): number {
  const first = values[0]?.column ?? 0
  const offsets = grid?.offsets ?? evenOffsets
  const before = (at: number, column: Column): number =>
    (values[at]?.column ?? first) - (offsets[columns.indexOf(column)] ?? 0)
  if (rate >= 0) return before(rate, 'rate')
  const expected = grid === null ? null : label.column + grid.toFirst
  if (expected === first) return expected
  const dash = values.findIndex((cell) => isDash(cell.text))
  const byDash = dash < 0 ? null : before(dash, 'weight')
  if (byDash !== null && byDash > label.column && byDash <= first) return byDash
  return expected !== null && expected < first && first - expected <= 2 ? expected : first
}
