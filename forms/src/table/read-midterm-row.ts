import type { IndicatorPeriod } from '@biaochi/domain'
import { createIndicatorDraft, putColumn } from '../draft.ts'
import type { IndicatorDraft } from '../draft.ts'
import { createLevelContext } from '../levels/level-context.ts'
import type { RowLevels } from '../levels/take-levels.ts'
import { takeLevels } from '../levels/take-levels.ts'
import { fillsColumn, isBrokenOff } from '../text/continues.ts'
import type { Cell } from '../text/row.ts'
import { nameAndTarget } from './name-and-target.ts'
import { splitHalves } from './split-halves.ts'
import { hasLevel, noteLabels, withoutDashes } from './table-context.ts'
import type { RowReader, TableContext } from './table-context.ts'
import { valueKind } from './value-kind.ts'

const fewest = 2

/** Reads rows in which the mid-term table and the annual table stand side by side. */
export function createMidtermReader(context: TableContext): RowReader {
  const { draft, ledger, levels, places, report, vocabulary } = context
  const annualLevels = createLevelContext(report)

  const read = (cells: readonly Cell[], period: IndicatorPeriod, line: number): IndicatorDraft | null => {
    if (cells.length === 0) return null
    const parts = nameAndTarget(cells)
    const indicator = createIndicatorDraft(line, period)
    indicator.notApplicable = parts.notApplicable
    ledger.book(
      'data',
      [parts.name, parts.target].filter((cell) => cell !== null),
    )
    if (parts.name !== null) putColumn(indicator, 'name', parts.name)
    else report('row-without-name', line, { text: parts.target?.text ?? '' })
    if (parts.target !== null) putColumn(indicator, 'target', parts.target)
    if (parts.joined) report('row-joined', line, { text: parts.name?.text ?? '' })
    draft.indicators.push(indicator)
    return indicator
  }

  /** The two indicators of the row above. */
  const above = (): readonly IndicatorDraft[] => draft.indicators.slice(-2)
  const nameOf = (indicator: IndicatorDraft): string => indicator.columns.get('name')?.text ?? ''

  /** Whether a cell is the second line of a name above it. */
  const wraps = (cell: Cell): boolean =>
    above().some((indicator) => {
      if (isBrokenOff(nameOf(indicator), cell.text)) return true
      const below = indicator.places.get('name') === cell.column
      return below && fillsColumn(nameOf(indicator), cell.text, context.longestName)
    })

  const continueAbove = (cells: readonly Cell[]): void => {
    const rows = above()
    // Both names broken off, both rests printed: they follow in order, wherever the row is shifted to.
    const inOrder =
      cells.length === rows.length &&
      rows.every((indicator, at) => isBrokenOff(nameOf(indicator), cells[at]?.text ?? ''))
    for (const [at, cell] of cells.entries())
      for (const [index, indicator] of rows.entries()) {
        const column = inOrder
          ? index === at && ('name' as const)
          : (['name', 'target'] as const).find((one) => indicator.places.get(one) === cell.column)
        if (column === undefined || column === false) continue
        if (!isBrokenOff(indicator.columns.get(column)?.text ?? '', cell.text))
          report('row-joined', cell.line, { text: cell.text })
        ledger.book('data', [cell])
        putColumn(indicator, column, cell)
        break
      }
  }

  return (row) => {
    const taken = takeLevels(row.cells, vocabulary, fewest * 2)
    const rest = withoutDashes(taken.rest, context)
    if (rest.length === 0) return noteLabels(taken, row.line, context)
    if (
      !hasLevel(taken) &&
      rest.length <= 2 &&
      rest.every((cell) => (row.afterBlank || wraps(cell)) && valueKind(cell.text) === 'words')
    ) {
      ledger.book('data', taken.labels)
      return continueAbove(rest)
    }
    const halves = splitHalves(rest, vocabulary, places)
    ledger.book('data', taken.labels)
    if (halves === null) {
      ledger.book('named', rest)
      levels.note(taken, row.line)
      return report('row-unreadable', row.line, { text: rest.map((cell) => cell.text).join(' ') })
    }
    const midterm = read(halves.left, 'midterm', row.line)
    const annual = read(halves.right, 'annual', row.line)
    const right: Pick<RowLevels, 'level1' | 'level2'> = { level1: null, level2: halves.label?.level ?? null }
    if (halves.label !== null) ledger.book('data', [halves.label.cell])
    const sameName = midterm !== null && annual !== null && halves.left[0]?.text === halves.right[0]?.text
    // The tables share their rows: a label lost on one side is the one printed on the other.
    const leftLevels =
      taken.level2 === null && right.level2 !== null && (sameName || midterm === null)
        ? { ...taken, level2: right.level2 }
        : taken
    if (midterm !== null) levels.give(leftLevels, row.line, midterm)
    else levels.note(leftLevels, row.line)
    if (annual === null) return
    if (right.level2 === null && (taken.level2 !== null || sameName) && midterm !== null) {
      annualLevels.note({ level1: taken.level1, level2: taken.level2 }, row.line)
      annual.level1 = midterm.level1
      annual.level2 = midterm.level2
    } else annualLevels.give(right, row.line, annual)
  }
}
