import type { Block } from './block.ts'
import { encodeEntities } from './html-entities.ts'

/**
 * A block as a table for Excel and WPS, which read it before the plain text: a line break stays inside its cell, and
 * what is no plain number stays text, so that `=100%` is no formula and `1-2` no date.
 */
export function writeHtmlBlock(block: Block): string {
  const rows = block.map((row) => `<tr>${row.map(writeCell).join('')}</tr>`)
  return `<table>${rows.join('')}</table>`
}

// Excel computes with 15 digits: a longer number is kept exactly as text.
const isNumber = (text: string): boolean =>
  /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/u.test(text) && text.replace(/\D/gu, '').length <= 15

function writeCell(text: string): string {
  const lines = encodeEntities(text).split('\n').join('<br style="mso-data-placement:same-cell">')
  return isNumber(text) ? `<td>${lines}</td>` : `<td style="mso-number-format:'\\@'">${lines}</td>`
}
