/**
 * The text of one cell as a spreadsheet copies it: a line end after it, and quotes around it when it has lines of
 * its own.
 */
export function readClipboardCell(text: string): string {
  const cell = text.replace(/\r?\n$/u, '')
  const quoted = /^"((?:[^"]|"")*)"$/u.exec(cell)?.[1]
  return quoted !== undefined && /[\n\t]/u.test(quoted) ? quoted.replaceAll('""', '"') : cell
}
