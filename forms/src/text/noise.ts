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

/** A row that is neither data nor damage: a page number or a border. */
export const isNoise = (row: Row): boolean => isSeparator(row) || isPageNumber(row)

/** A dash printed where a cell has no value. */
export const isDash = (text: string): boolean => /^[-—–―]+$|^[/\\]$/.test(text.trim())
