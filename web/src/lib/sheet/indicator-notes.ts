import type { Indicator } from '@biaochi/domain'
import type { CellNotes } from './grid-table.ts'
import type { IndicatorModel } from './sheet.svelte.ts'
import type { ColumnId } from './sheet-table.ts'

/** What the line above the sheet says of an indicator's cell besides its text. */
export function indicatorNotes(model: IndicatorModel, rowId: string, column: ColumnId): CellNotes {
  const view = model.cell(rowId, column)
  const row = model.row(rowId)
  if (view === null || row === undefined) return { explanation: null, raw: null }
  // The rule's sentence belongs to the actual as well: it is what one looks for after typing it.
  const explains = column === 'actual' || column === 'target'
  // Under a text that was not taken the old value would look like its printed form.
  const isTaken = view.reason === null || view.state === 'locked'
  return {
    explanation: explains ? (model.cell(rowId, 'ruleScore')?.explanation ?? null) : view.explanation,
    raw: isTaken ? printedOtherwise(row.record, column, view.text) : null,
  }
}

function printedOtherwise(indicator: Indicator, column: ColumnId, text: string): string | null {
  if (column !== 'target' && column !== 'actual') return null
  const value = indicator[column]
  return 'raw' in value && value.raw !== text ? value.raw : null
}
