import { decodeEntities } from './html-entities.ts'

export interface HtmlCell {
  /** Which `tr` of the table it stands in. */
  readonly row: number
  readonly text: string
  readonly rowSpan: number
  readonly columnSpan: number
}

// What a page does not show is no text; an attribute may hold a ">" in quotes.
const unseen = /<!--[\s\S]*?-->|<(style|script|head|template)\b[\s\S]*?<\/\1\s*>/giu
const token = /<(\/?)([a-z][a-z0-9]*)((?:[^<>"']|"[^"]*"|'[^']*')*)>|[^<]+|</giu
const largestSpan = 1000

/** The cells of the first table in a piece of HTML, in order; null without a table. */
export function readHtmlTableCells(html: string): readonly HtmlCell[] | null {
  const cells: HtmlCell[] = []
  let depth = 0
  let row = -1
  let open: HtmlCell | null = null
  const close = (): void => {
    if (open !== null) cells.push({ ...open, text: tidy(open.text) })
    open = null
  }
  const write = (text: string): void => {
    if (open !== null) open = { ...open, text: open.text + text }
  }
  for (const [all, slash = '', tag, attributes = ''] of html.replace(unseen, '').matchAll(token)) {
    const name = tag?.toLowerCase()
    if (name === 'table') depth += slash === '' ? 1 : -1
    if (depth === 0 && row >= 0) break
    if (depth === 0) continue
    if (name === undefined) write(decodeEntities(all.replace(/[ \t\r\n]+/gu, ' ')))
    else if (name === 'br') write('\n')
    else if (/^(?:p|div|li)$/u.test(name)) write(paragraph)
    // A table inside a cell is part of that cell's text.
    else if (depth > 1) continue
    else if (name === 'tr') {
      close()
      if (slash === '') row += 1
    } else if (name === 'td' || name === 'th') {
      close()
      if (slash === '') open = { row: Math.max(row, 0), text: '', ...spans(attributes) }
    }
  }
  close()
  return row < 0 && cells.length === 0 ? null : cells
}

/** Where a paragraph begins or ends; only between two texts it is a line break. */
const paragraph = '\u2029'

const tidy = (text: string): string =>
  text
    .replace(/\u00a0/gu, ' ')
    .replace(/ *\n */gu, '\n')
    .replace(/\n?[ \u2029]*\u2029[ \u2029]*/gu, '\n')
    .trim()

const spans = (attributes: string): Pick<HtmlCell, 'rowSpan' | 'columnSpan'> => ({
  rowSpan: spanOf(attributes, 'rowspan'),
  columnSpan: spanOf(attributes, 'colspan'),
})

function spanOf(attributes: string, name: string): number {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*["']?(\\d{1,4})`, 'iu').exec(attributes)
  return Math.min(Math.max(Number(found?.[1] ?? 1), 1), largestSpan)
}
