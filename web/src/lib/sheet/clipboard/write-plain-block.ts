import type { Block } from './block.ts'

/** The inverse of readPlainBlock, as spreadsheets read it too: rows end in CRLF, lines inside a cell in LF. */
export function writePlainBlock(block: Block): string {
  const text = block.map((row) => row.map(writeCell).join('\t')).join('\r\n')
  // One cell stays bare, to be pasted into a sentence; but an empty last row would be taken for a line end.
  return block.length > 0 && (text === '' || text.endsWith('\n')) ? `${text}\r\n` : text
}

const writeCell = (text: string): string =>
  /[\t\n\r]|^"/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text
