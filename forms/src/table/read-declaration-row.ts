import { createIndicatorDraft, putColumn } from '../draft.ts'
import type { Column, IndicatorDraft } from '../draft.ts'
import { takeLevels } from '../levels/take-levels.ts'
import { areNames, fillsColumn, isBrokenOff } from '../text/continues.ts'
import type { Cell, Row } from '../text/row.ts'
import { nameAndTarget, onlyTarget } from './name-and-target.ts'
import { bookLabels, hasLevel, noteLabels, withoutDashes } from './table-context.ts'
import type { RowReader, TableContext } from './table-context.ts'
import { learnPlaces } from './usual-places.ts'
import { pointsOf, valueKind } from './value-kind.ts'

const fewest = 2

/** Reads rows of level 1, level 2, name and target. */
export function createDeclarationReader(rows: readonly Row[], context: TableContext): RowReader {
  const { columns, draft, ledger, levels, places, report, vocabulary } = context
  const usual = learnPlaces(rows, vocabulary)

  const put = (indicator: IndicatorDraft, column: Column, cell: Cell): void => {
    ledger.book('data', [cell])
    putColumn(indicator, column, cell)
  }

  /** The column of the indicator above that a single text continues; null where it begins a row of its own. */
  const continued = (
    above: IndicatorDraft | undefined,
    cell: Cell,
    afterBlank: boolean,
    isTarget: boolean,
  ): Column | null => {
    if (above === undefined || above.notApplicable) return null
    const target = above.columns.get('target')
    const nameAt = above.places.get('name') ?? cell.column
    if (valueKind(cell.text) !== 'words') return target === undefined ? 'target' : null
    if (target === undefined && cell.column > nameAt) return 'target'
    // The unit of a value that a page break cut through.
    if (
      cell.column === above.places.get('target') &&
      valueKind(`${target?.text ?? ''}${cell.text}`) === 'certain'
    )
      return 'target'
    const name = above.columns.get('name')?.text ?? ''
    if (isBrokenOff(name, cell.text)) return 'name'
    if (cell.column === nameAt && fillsColumn(name, cell.text, context.longestName)) return 'name'
    if (!afterBlank || areNames(name, cell.text)) return null
    const inTarget =
      isTarget ||
      cell.column === above.places.get('target') ||
      (cell.column !== nameAt && cell.column === places.get('target'))
    if (!inTarget) return 'name'
    return target !== undefined && valueKind(target.text) === 'words' ? 'target' : isTarget ? null : 'name'
  }

  return (row) => {
    const taken = takeLevels(row.cells, vocabulary, fewest)
    const all = withoutDashes(taken.rest, context)
    const headOf = columns.headsOf(row)
    const weight = all.find((cell) => headOf(cell) === 'weight' && pointsOf(cell.text) !== null)
    const rest = all.filter((cell) => cell !== weight)
    const [single] = rest
    if (single === undefined) return noteLabels(taken, row.line, context)
    bookLabels(taken, context)
    const above = draft.indicators.at(-1)
    const wordsAsTarget =
      rest.length === 1 && valueKind(single.text) === 'words' && usual.isTarget(single, taken)
    if (rest.length === 1 && !hasLevel(taken) && taken.labels.length === 0) {
      const column = continued(above, single, row.afterBlank, wordsAsTarget)
      if (column !== null && above !== undefined) {
        const certain = isBrokenOff(above.columns.get(column)?.text ?? '', single.text)
        if (!certain) report('row-joined', row.line, { text: single.text })
        return put(above, column, single)
      }
      if (valueKind(single.text) === 'plain' || usual.isNote(single)) return
    }
    const parts = wordsAsTarget ? onlyTarget(single) : nameAndTarget(rest)
    const indicator = createIndicatorDraft(row.line)
    indicator.notApplicable = parts.notApplicable
    if (parts.name !== null) put(indicator, 'name', parts.name)
    if (parts.target !== null) put(indicator, 'target', parts.target)
    if (weight !== undefined) put(indicator, 'weight', weight)
    if (parts.joined) report('row-joined', row.line, { text: parts.name?.text ?? '' })
    if (parts.name === null) report('row-without-name', row.line, { text: parts.target?.text ?? '' })
    levels.give(taken, row.line, indicator)
    draft.indicators.push(indicator)
  }
}
