import type { SummaryReader } from './selection-summary.ts'
import type { IndicatorModel } from './sheet.svelte.ts'

const words: ReadonlySet<string> = new Set(['level1', 'level2', 'name', 'reason', 'yearChange'])

/** What a summary of selected indicators reads: values, so a text that was refused is none. */
export const readIndicators = (model: IndicatorModel): SummaryReader => ({
  // Not the cell as it is shown: that is kept for every cell ever asked, and all may be selected.
  textOf: ({ rowId, column }) => {
    const row = model.row(rowId)
    return row === undefined ? '' : model.table.show(row, column).text
  },
  isNumeric: (column) => !words.has(column),
  isMet: (rowId) => model.row(rowId)?.computed.met ?? null,
})
