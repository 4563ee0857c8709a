import { headLabel } from '../head/head-labels.ts'
import type { HeadLabel } from '../head/head-labels.ts'
import type { Layout } from '../layout.ts'
import { isTotalRow } from '../table/read-total-row.ts'
import { headerColumn, isTableHeader } from '../table/table-header.ts'
import type { Cell, Row } from '../text/row.ts'
import { isTitle, yearOfRow } from './title.ts'

const layouts: readonly Layout[] = ['declaration-2026', 'self-evaluation-2022', 'declaration-midterm-2023']
const fewestRows = 2
const fundStages = /^(?:年初预算数|全年预算数|全年执行数)/
const fundRow = /资金|拨款|结转|收入/

const isOf = (kind: HeadLabel['kind'], key: string): boolean =>
  layouts.some((layout) => headLabel(layout, key)?.kind === kind)
const isField = (key: string): boolean => isOf('field', key)
// 其他资金 stands beside 其他资金 where both amounts are blank.
const isLabel = (key: string): boolean =>
  isField(key) || isOf('caption', key) || isOf('goal', key) || headerColumn(key) !== null

/** Neighbours that say the same, one column apart. */
const isPair = (cell: Cell, before: Cell | undefined): boolean =>
  before !== undefined && before.column + 1 === cell.column && before.text === cell.text

const repeatsLabel = (row: Row): boolean =>
  row.cells.some(
    (cell, at) =>
      isPair(cell, row.cells[at - 1]) &&
      (isLabel(cell.key) ||
        isTitle({ ...row, cells: [cell] }) ||
        yearOfRow({ ...row, cells: [cell] }) !== null),
  )

/** Whether a text prints a merged cell once for each column it covers: no form has the same label twice in a row. */
const repeatsMergedCells = (rows: readonly Row[]): boolean => rows.filter(repeatsLabel).length >= fewestRows

const join = (cell: Cell, other: Cell): Cell => ({ ...cell, ids: [...cell.ids, ...other.ids] })

/** Joins neighbours that say the same and that `isOne` takes for one cell. */
function joinPairs(row: Row, isOne: (left: number, right: number) => boolean): Row {
  const cells: Cell[] = []
  for (const [at, cell] of row.cells.entries()) {
    const last = cells.at(-1)
    const before = row.cells[at - 1]
    if (
      last !== undefined &&
      before !== undefined &&
      isPair(cell, before) &&
      isOne(before.column, cell.column)
    )
      cells[cells.length - 1] = join(last, cell)
    else cells.push(cell)
  }
  return cells.length === row.cells.length ? row : { ...row, cells }
}

/**
 * Makes one cell again of a merged cell that a converter printed once for each of its columns. Equal figures beside one
 * another may be two (分值 and 得分): below a header they are one only where its cells are.
 */
export function joinMergedCells(rows: readonly Row[]): readonly Row[] {
  if (!repeatsMergedCells(rows)) return rows
  let header: Row | null = null
  return rows.map((row) => {
    const joined = joinPairs(row, () => true)
    if (joined.cells.some((cell) => isField(cell.key))) header = null
    const headsFunds = joined.cells.filter((cell) => fundStages.test(cell.key)).length >= 2
    if (headsFunds || isTableHeader(joined)) {
      header = row
      return joined
    }
    // A title is one cell, whatever stands above it.
    if (joined.cells.length === 1) return joined
    const above: ReadonlyMap<number, string> = columnsAbove(header, row)
    if (above.size === 0) return joined
    const total = isTotalRow(joined)
    return joinPairs(
      row,
      (left, right) =>
        (above.has(left) && above.get(left) === above.get(right)) ||
        (total && row.cells.some((cell) => cell.column === right && !/\d/.test(cell.text))),
    )
  })
}

/** What the header says of each column of a row; nothing where the row is not of its table. */
function columnsAbove(header: Row | null, row: Row): ReadonlyMap<number, string> {
  if (header === null) return new Map()
  const ofFunds = header.cells.some((cell) => fundStages.test(cell.key))
  if (ofFunds && !row.cells.some((cell) => fundRow.test(cell.key))) return new Map()
  return new Map(header.cells.map((cell) => [cell.column, cell.text]))
}
