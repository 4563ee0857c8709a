import type { Indicator } from '@biaochi/domain'
import { authorNote } from '#lib/sheet/columns.ts'
import { columnName } from '#lib/sheet/indicator-columns.ts'
import type { FocusedCell } from '#lib/sheet/focused-cell.ts'
import type { IndicatorSheet } from '#lib/sheet/sheet.svelte.ts'

export interface CellDetails {
  readonly column: string
  readonly text: string
  readonly reason: string | null
  readonly explanation: string | null
  readonly raw: string | null
  /** Who else changed it last. */
  readonly changed: string | null
  readonly findings: readonly string[]
  readonly lock: string | null
}

const nothing: CellDetails = {
  column: '',
  text: '',
  reason: null,
  explanation: null,
  raw: null,
  changed: null,
  findings: [],
  lock: null,
}

/** All there is to say about the focused cell, for the line above the sheet. */
export function cellDetails(sheet: IndicatorSheet, focused: FocusedCell | null): CellDetails {
  const { groupId, rowId, column } = focused ?? {}
  // Reading the project makes this follow every change of its cells.
  if (!groupId || !rowId || !column || sheet.group(groupId) === undefined) return nothing
  const view = sheet.model.cell(rowId, column)
  const row = sheet.model.row(rowId)
  if (view === null || row === undefined) return nothing
  // The rule's sentence belongs to the actual as well: it is what one looks for after typing it.
  const explains = column === 'actual' || column === 'target'
  return {
    column: columnName(column),
    text: view.text,
    reason: view.state === 'locked' ? null : view.reason,
    lock: view.state === 'locked' ? view.reason : null,
    explanation: explains ? (sheet.model.cell(rowId, 'ruleScore')?.explanation ?? null) : view.explanation,
    // Under a text that was not taken the old value would look like its printed form.
    raw:
      view.reason === null || view.state === 'locked'
        ? printedOtherwise(row.record, column, view.text)
        : null,
    changed: view.author && authorNote(view.author),
    findings: view.findings,
  }
}

function printedOtherwise(indicator: Indicator, column: string, text: string): string | null {
  if (column !== 'target' && column !== 'actual') return null
  const value = indicator[column]
  return 'raw' in value && value.raw !== text ? value.raw : null
}
