import { separateByTabs } from './separators.ts'
import { cleanText, labelKey } from './clean-text.ts'

/** One non-blank cell of the text; `ids` name the printed cells it was put together from. */
export interface Cell {
  readonly ids: readonly number[]
  /** 1-based */
  readonly line: number
  /** 0-based: how many tabs stand before it */
  readonly column: number
  readonly text: string
  /** Folded text for comparing with labels; empty where the text is too long to be one. */
  readonly key: string
}

/** One non-blank line of the text. */
export interface Row {
  readonly line: number
  readonly cells: readonly Cell[]
  /** A blank line stands before it. */
  readonly afterBlank: boolean
  /** The head or foot that every page repeats. */
  readonly runningHead?: true
}

const longestLabel = 60

/** A cell with its comparison key. */
export const createCell = (ids: readonly number[], line: number, column: number, text: string): Cell => ({
  ids,
  line,
  column,
  text,
  key: text.length > longestLabel ? '' : labelKey(text),
})

/** The text's non-blank lines as rows of non-blank cells, with the number of cells there are. */
export const splitRows = (text: string): { rows: readonly Row[]; cellCount: number } => {
  const rows: Row[] = []
  let id = 0
  let afterBlank = true
  const lines = separateByTabs(text.replace(/^\ufeff/, '')).split(/\r\n|[\n\r\u2028\u2029\u0085]/)
  for (const [index, line] of lines.entries()) {
    const cells: Cell[] = []
    for (const [column, raw] of line.split('\t').entries()) {
      if (raw === '') continue
      const clean = cleanText(raw)
      if (clean !== '') cells.push(createCell([id++], index + 1, column, clean))
    }
    if (cells.length > 0) rows.push({ line: index + 1, cells, afterBlank })
    afterBlank = cells.length === 0
  }
  return { rows, cellCount: id }
}
