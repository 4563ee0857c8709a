import type { SectionContext } from '../section-context.ts'
import { endsSentence } from '../text/clean-text.ts'
import { isNoise, isSeparator } from '../text/noise.ts'
import type { Row } from '../text/row.ts'
import { findLabels } from './text-labels.ts'
import type { FoundLabel, TextLabel } from './text-labels.ts'

interface Line {
  readonly row: Row
  readonly from: number
}

const isSame = (a: TextLabel, b: TextLabel): boolean => JSON.stringify(a) === JSON.stringify(b)
const strangeLabel = /(?:^|\s)([\p{Script=Han}()（）]{2,14})\s*[:：]/u

/** Reads the labels and paragraphs of the 2020 target form, whose lines are wrapped at a fixed width. */
export function readTextHead(rows: readonly Row[], context: SectionContext): void {
  const { ledger, report } = context
  const { text, lines } = runningText(rows, context)
  const known: FoundLabel[] = []
  for (const found of findLabels(text)) {
    if (found.label.kind !== 'heading' && known.some((other) => isSame(other.label, found.label)))
      report('label-repeated', lineAt(lines, found.from), { text: found.printed })
    else known.push(found)
  }
  // Before the first label, and below a heading, there is nothing a text could belong to: those lines stay open.
  for (const [at, found] of known.entries()) {
    const isHeading = found.label.kind === 'heading'
    const end = known[at + 1]?.from ?? text.length
    for (const line of lines) {
      if (line.from >= (isHeading ? found.to : end) || endOf(line) <= found.from) continue
      ledger.book(
        isHeading ? 'boilerplate' : found.label.kind === 'unkept' ? 'named' : 'data',
        line.row.cells,
      )
    }
    if (found.label.kind === 'unkept')
      report('label-unknown', lineAt(lines, found.from), { text: found.printed })
    put(found, { text: text.slice(found.to, end), line: valueLine(lines, text, found.to, end) }, context)
  }
}

const endOf = (line: Line): number => line.from + rowText(line.row).length
const rowText = (row: Row): string => row.cells.map((cell) => cell.text).join(' ')

function runningText(
  rows: readonly Row[],
  { ledger }: SectionContext,
): { text: string; lines: readonly Line[] } {
  const lines: Line[] = []
  let text = ''
  for (const [at, row] of rows.entries()) {
    const awaited = /^0$|^\d+$/.test(rowText(row)) && /[)）元额数]\s*[:：]\s*$/.test(text)
    if (!awaited && (isSeparator(row) || (isNoise(row) && at > 0))) {
      ledger.book('boilerplate', row.cells)
      continue
    }
    if (row.afterBlank && text !== '') text += '\n'
    lines.push({ row, from: text.length })
    text += `${rowText(row)}\n`
  }
  return { text, lines }
}

function lineAt(lines: readonly Line[], offset: number): number {
  let low = 0
  let high = lines.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((lines[middle]?.from ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return lines[low]?.row.line ?? 0
}

/** The line a value's first character stands in. */
function valueLine(lines: readonly Line[], text: string, from: number, to: number): number {
  const gap = /^\s*/.exec(text.slice(from, to))?.[0].length ?? 0
  return lineAt(lines, Math.min(from + gap, Math.max(from, to - 1)))
}

/** Lines wrapped at a fixed width join without a blank; a blank line after a full stop begins a paragraph. */
const unwrap = (text: string): string =>
  text
    .trim()
    .split(/\s*\n\s*\n\s*/)
    .map((paragraph) => paragraph.replace(/\s*\n\s*/g, ''))
    .reduce(
      (whole, next) => (whole === '' ? next : endsSentence(whole) ? `${whole}\n${next}` : whole + next),
      '',
    )

function put(
  found: FoundLabel,
  value: { text: string; line: number },
  { draft, report }: SectionContext,
): void {
  const { label } = found
  const text = unwrap(value.text)
  if (text === '') return
  if (label.kind === 'narrative') {
    draft.narratives.set(label.key, { text, line: value.line })
    if (label.key === '总目标')
      draft.goals.push({ period: 'total', label: found.printed, line: value.line, text })
  } else if (label.kind === 'fund') {
    if (found.unit !== null) draft.unit ??= found.unit
    const amount = found.unit !== null && found.unit !== draft.unit ? `${text}${found.unit}` : text
    draft.funds.push({
      period: label.period,
      source: 'all',
      stage: label.stage,
      text: amount,
      line: value.line,
      column: 0,
    })
  } else if (label.kind === 'field') {
    const strange = strangeLabel.exec(value.text)
    const own = strange === null ? text : unwrap(value.text.slice(0, strange.index))
    if (strange !== null)
      report('label-unknown', value.line, { text: value.text.slice(strange.index).trim() })
    if (own !== '') draft.fields.set(label.field, { text: own.replaceAll('\n', ''), line: value.line })
  }
}
