import { compileFilters } from './column-filter.ts'
import type { RowComparison } from './compare/row-comparison.ts'
import { indicatorSubjects } from './indicator-filters.ts'
import type { IndicatorRow } from './indicator-table.ts'
import { searchWords } from './quick-filter.ts'
import type { MakeSearch } from './sheet-search.ts'
import type { IndicatorModel } from './sheet.svelte.ts'

/** Words are looked for in the project's name as well, and a project that has them is shown though no row of it does. */
export const searchIndicators =
  (model: IndicatorModel, comparison: RowComparison): MakeSearch<IndicatorRow> =>
  (text, filters) => {
    const words = searchWords(model, text)
    const isFiltered = Object.keys(filters).length > 0
    if (!isFiltered) return words && (() => words)
    return () => {
      const passes = compileFilters(indicatorSubjects(model, comparison), filters)
      if (words === null) return () => ({ row: passes, alone: false })
      return (groupId) => {
        const { row: hasWords } = words(groupId)
        return { row: (row) => passes(row) && hasWords(row), alone: false }
      }
    }
  }
