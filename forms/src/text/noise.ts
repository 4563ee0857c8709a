import type { Row } from './row.ts'

const separator = /^[-—–―_=|:·.*+\s]+$/
const pageNumber =
  /^[-—–―·|]*(?:第[1-9]\d{0,3}页(?:[,/]?共\d{1,4}页)?|[1-9]\d{0,3}\/[1-9]\d{0,3}|page[1-9]\d{0,3}(?:of\d{1,4})?|[1-9]\d{0,2})[-—–―·|]*$/i

/** A row of nothing but dashes: the border of a table that a converter left behind. */
export const isSeparator = (row: Row): boolean => row.cells.every((cell) => separator.test(cell.text))

/** A page number standing alone in its row. */
export const isPageNumber = (row: Row): boolean => {
  const [cell] = row.cells
  return row.cells.length === 1 && cell !== undefined && pageNumber.test(cell.key)
}

/** A row that is neither data nor damage: a page number, a border, or what every page repeats. */
export const isNoise = (row: Row): boolean =>
  row.runningHead === true || isSeparator(row) || isPageNumber(row)

// Any other text at a page's edge may be the rest of a label, a name or a goal.
const nameOfPaper = /^[^:,;。]{4,}(?:决算|预算|公开|公示|报告|汇总表?|说明|材料)(?:\(.*\))?$/

/** Marks the rows that stand beside page numbers and say the same on several pages (甲市水务局2023年度部门决算公开). */
export function markRunningHeads(rows: readonly Row[]): readonly Row[] {
  const counts = new Map<string, number>()
  const headOf = (row: Row, at: number): string | null => {
    const [cell] = row.cells
    if (cell === undefined || row.cells.length > 1 || !nameOfPaper.test(cell.key)) return null
    const beside = [rows[at - 1], rows[at + 1]].some((other) => other !== undefined && isPageNumber(other))
    return beside ? cell.key : null
  }
  for (const [at, row] of rows.entries()) {
    const head = headOf(row, at)
    if (head !== null) counts.set(head, (counts.get(head) ?? 0) + 1)
  }
  return rows.map((row, at) =>
    (counts.get(headOf(row, at) ?? '') ?? 0) > 1 ? { ...row, runningHead: true } : row,
  )
}

/** A dash printed where a cell has no value. */
export const isDash = (text: string): boolean => /^[-—–―]+$|^[/\\]$/.test(text.trim())
