import { createIndicatorDraft, putColumn } from '../draft.ts'
import type { Column, IndicatorDraft } from '../draft.ts'
import { takeLevels } from '../levels/take-levels.ts'
import { endsSentence } from '../text/clean-text.ts'
import type { Cell, Row } from '../text/row.ts'
import { assignCells } from './assign-cells.ts'
import type { Assignment } from './assign-cells.ts'
import { evaluationColumns, evaluationSlots, fewestCells } from './evaluation-slots.ts'
import { mergeCells } from './name-and-target.ts'
import { bookLabels, hasLevel, noteLabels, withoutDashes } from './table-context.ts'
import type { RowReader, TableContext } from './table-context.ts'
import { valueKind } from './value-kind.ts'

const textColumns = ['name', 'target', 'actual', 'reason'] as const

/** Reads rows of levels, name, target, actual, weight, score and reason. */
export function createEvaluationReader(rows: readonly Row[], context: TableContext): RowReader {
  const { draft, ledger, levels, places, report, vocabulary } = context
  const slots = evaluationSlots(rows, vocabulary, places)

  const put = (indicator: IndicatorDraft, column: Column, cell: Cell): void => {
    ledger.book('data', [cell])
    putColumn(indicator, column, cell)
  }

  const isWords = (text: string | undefined): boolean => text !== undefined && valueKind(text) === 'words'

  /** The column of the indicator above that a text goes on with. */
  const continued = (above: IndicatorDraft, cell: Cell): Column | null => {
    const here = textColumns.find(
      (column) => above.places.get(column) === cell.column && isWords(above.columns.get(column)?.text),
    )
    if (here !== undefined) return here
    const score =
      above.places.get('score') ?? above.places.get('weight') ?? above.places.get('actual') ?? Infinity
    if (cell.column > score || cell.column >= (places.get('reason') ?? Infinity)) return 'reason'
    const reason = above.columns.get('reason')?.text
    if (reason !== undefined && !endsSentence(reason)) return 'reason'
    return textColumns.find((column) => places.get(column) === cell.column) ?? null
  }

  const assign = (cells: readonly Cell[], line: number): Assignment<Column> | null => {
    let left = cells
    for (;;) {
      const found = left.length <= evaluationColumns.length ? assignCells(left, slots) : null
      if (found !== null) return found
      const name = mergeCells(left.slice(0, 2))
      if (name === null || left.length < 3 || left.slice(0, 2).some((cell) => !isWords(cell.text)))
        return null
      report('row-joined', line, { text: name.text })
      left = [name, ...left.slice(2)]
    }
  }

  return (row) => {
    const taken = takeLevels(row.cells, vocabulary, fewestCells)
    const rest = withoutDashes(taken.rest, context)
    if (rest.length === 0) return noteLabels(taken, row.line, context)
    const above = draft.indicators.at(-1)
    const kinds = rest.map((cell) => valueKind(cell.text))
    if (!hasLevel(taken) && kinds.every((kind) => kind === 'words')) {
      if (above === undefined) return
      bookLabels(taken, context)
      for (const cell of rest) {
        const column = continued(above, cell)
        if (column !== null) put(above, column, cell)
      }
      return
    }
    if (!hasLevel(taken) && rest.length === 1) return
    const notApplicable =
      kinds[0] === 'not-applicable' && kinds.every((kind) => kind !== 'words' && kind !== 'certain')
    const found = notApplicable ? byOrder(rest) : assign(rest, row.line)
    bookLabels(taken, context)
    if (found === null) {
      ledger.book('named', rest)
      levels.note(taken, row.line)
      return report('row-unreadable', row.line, { text: rest.map((cell) => cell.text).join(' ') })
    }
    const indicator = createIndicatorDraft(row.line)
    indicator.notApplicable = notApplicable
    for (const [column, cell] of found.placed) put(indicator, column, cell)
    if (found.unsure.length > 0) {
      ledger.book('named', found.unsure)
      report('row-unreadable', row.line, { text: found.unsure.map((cell) => cell.text).join(' ') })
    }
    if (!indicator.columns.has('name')) report('row-without-name', row.line, { text: rest[0]?.text ?? '' })
    levels.give(taken, row.line, indicator)
    draft.indicators.push(indicator)
  }
}

/** A row that does not apply prints 不适用 for name, target and actual, or for some of them, and perhaps its points. */
function byOrder(cells: readonly Cell[]): Assignment<Column> {
  const words = cells.filter((cell) => valueKind(cell.text) === 'not-applicable')
  const numbers = cells.filter((cell) => !words.includes(cell))
  const placed = new Map<Column, Cell>()
  for (const [at, column] of (['name', 'target', 'actual'] as const).entries()) {
    const cell = words[at]
    if (cell !== undefined) placed.set(column, cell)
  }
  for (const [at, column] of (['weight', 'score'] as const).entries()) {
    const cell = numbers[at]
    if (cell !== undefined) placed.set(column, cell)
  }
  return { placed, unsure: cells.filter((cell) => ![...placed.values()].includes(cell)) }
}
