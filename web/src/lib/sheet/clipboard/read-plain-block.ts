import type { Block } from './block.ts'

/**
 * Reads tab-separated text as Excel, WPS, LibreOffice, Numbers and Google Sheets put it on the clipboard. They quote
 * only cells with line breaks, tabs or quotes of their own; a cell in quotes without any of these was typed so.
 */
export function readPlainBlock(text: string): Block {
  // Excel ends its text with NUL on some systems; a line end behind the last row begins no row.
  const source = text.replace(/\0+$/u, '').replace(/(?:\r\n|\r|\n)$/u, '')
  if (source === '' && source === text) return []
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  for (;;) {
    const quoted = source[at] === '"' ? readQuoted(source, at) : null
    const end = quoted?.end ?? endOfField(source, at)
    row.push(quoted?.text ?? source.slice(at, end))
    const delimiter = source[end]
    if (delimiter !== '\t') {
      rows.push(row)
      row = []
    }
    if (delimiter === undefined) return rows
    at = delimiter === '\r' && source[end + 1] === '\n' ? end + 2 : end + 1
  }
}

const isDelimiter = (char: string | undefined): boolean =>
  char === undefined || char === '\t' || char === '\n' || char === '\r'

function endOfField(source: string, from: number): number {
  let end = from
  while (!isDelimiter(source[end])) end += 1
  return end
}

/** The text inside quotes; null where the quote opens nothing (`"5寸`) or nothing needed it (`"优"`). */
function readQuoted(source: string, from: number): { readonly text: string; readonly end: number } | null {
  let close = source.indexOf('"', from + 1)
  while (close >= 0 && source[close + 1] === '"') close = source.indexOf('"', close + 2)
  if (close < 0 || !isDelimiter(source[close + 1])) return null
  const inside = source.slice(from + 1, close)
  if (!/[\t\n\r"]/u.test(inside)) return null
  return { text: inside.replaceAll('""', '"').replace(/\r\n?/gu, '\n'), end: close + 1 }
}
