import type { IndicatorPeriod } from '@biaochi/domain'
import { createIndicatorDraft, putColumn } from '../draft.ts'
import type { Column, IndicatorDraft } from '../draft.ts'
import { createLevelContext } from '../levels/level-context.ts'
import type { RowLevels } from '../levels/take-levels.ts'
import { takeLevels } from '../levels/take-levels.ts'
import type { Cell } from '../text/row.ts'
import { continueMidterm } from './continue-midterm.ts'
import { nameAndTarget, onlyTarget } from './name-and-target.ts'
import type { Halves } from './split-halves.ts'
import { splitHalves } from './split-halves.ts'
import { bookLabels, hasLevel, noteLabels, withoutDashes } from './table-context.ts'
import type { RowReader, TableContext } from './table-context.ts'
import { valueKind } from './value-kind.ts'

const fewest = 2

/** Reads rows in which the mid-term table and the annual table stand side by side. */
export function createMidtermReader(context: TableContext): RowReader {
  const { draft, ledger, levels, places, report, vocabulary } = context
  const annualLevels = createLevelContext(report)

  const read = (
    cells: readonly Cell[],
    otherHalf: readonly Cell[],
    period: IndicatorPeriod,
    line: number,
  ): IndicatorDraft | null => {
    const [single, second] = cells
    if (single === undefined) return null
    // Words alone are the target where the other half's target says the same.
    const isTarget = second === undefined && otherHalf.length === 2 && otherHalf[1]?.text === single.text
    const parts = isTarget ? onlyTarget(single) : nameAndTarget(cells)
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

  return (row) => {
    const taken = takeLevels(row.cells, vocabulary, fewest * 2)
    const rest = withoutDashes(taken.rest, context)
    if (rest.length === 0) return noteLabels(taken, row.line, context)
    bookLabels(taken, context)
    if (!hasLevel(taken) && rest.length <= 2 && rest.every((cell) => valueKind(cell.text) === 'words')) {
      const above = draft.indicators.slice(-2)
      const continued = continueMidterm(rest, above, row.afterBlank, context.longestName)
      if (continued.length > 0 || row.afterBlank) {
        for (const { cell, indicator, column, certain } of continued) {
          if (!certain) report('row-joined', cell.line, { text: cell.text })
          ledger.book('data', [cell])
          putColumn(indicator, column, cell)
        }
        return
      }
    }
    const halves = emptyLeftHalf(taken, rest, places) ?? splitHalves(rest, vocabulary, places, taken.level2)
    if (halves === null) {
      ledger.book('named', rest)
      levels.note(taken, row.line)
      return report('row-unreadable', row.line, { text: rest.map((cell) => cell.text).join(' ') })
    }
    const midterm = read(halves.left, halves.right, 'midterm', row.line)
    const annual = read(halves.right, halves.left, 'annual', row.line)
    if (midterm === null || annual === null)
      report('half-missing', row.line, { text: midterm === null ? '年度' : '中期' })
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

/**
 * Nothing is printed in the left half where a level 2 comes again far from the first one, or where the only one
 * stands no nearer than the left half's targets, with no more than one half's cells behind it.
 */
function emptyLeftHalf(
  taken: RowLevels,
  rest: readonly Cell[],
  places: ReadonlyMap<Column, number>,
): Halves | null {
  const { doubled, level2 } = taken
  const last = taken.labels.at(-1)
  if (level2 === null || last === undefined) return null
  const cell = doubled ?? last
  const before = taken.labels.findLast((label) => label !== cell)
  const isRight =
    doubled === null
      ? rest.length <= fewest && last.column >= (places.get('target') ?? 4)
      : before !== undefined && doubled.column - before.column >= 2
  return isRight ? { left: [], right: rest, label: { cell, level: level2 } } : null
}
