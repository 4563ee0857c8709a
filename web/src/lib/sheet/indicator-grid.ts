import { mount, unmount } from 'svelte'
import { m } from '#lib/i18n.ts'
import type { FindNames } from './assist/name-assist.ts'
import { columns } from './columns.ts'
import { compareCommands } from './commands/compare-commands.ts'
import type { ComparedView } from './commands/compare-commands.ts'
import { findingsCommands } from './commands/findings-commands.ts'
import { foldCommands } from './commands/fold-commands.ts'
import { lastYearCommands } from './commands/last-year-commands.ts'
import { rowCommands } from './commands/row-commands.ts'
import { weightCommands } from './commands/weight-commands.ts'
import type { RowComparison } from './compare/row-comparison.ts'
import { filterDesk } from './filter-desk.ts'
import { groupOf, keepGroups } from './grid-row.ts'
import type { GridTable } from './grid-table.ts'
import type { HeaderContext } from './grid/header-context.ts'
import { columnName, indicatorColumns } from './indicator-columns.ts'
import { filterName, valueName } from './indicator-filter-words.ts'
import { indicatorSubjects, rowFilters } from './indicator-filters.ts'
import { indicatorNotes } from './indicator-notes.ts'
import { searchIndicators } from './indicator-search.ts'
import { readIndicators } from './indicator-summary.ts'
import type { LastYearCopy } from './last-year/last-year-copy.svelte.ts'
import ProjectHeader from './ProjectHeader.svelte'
import { SheetSearch } from './sheet-search.ts'

interface IndicatorGridContext extends Omit<HeaderContext, 'folding'>, ComparedView {
  /** Asks for names that were used before. */
  readonly findNames: FindNames
  readonly comparison: RowComparison
  readonly lastYearCopy: LastYearCopy
}

/** Indicators under their projects, each of which has a row of its own and can be folded. */
export function indicatorGrid(context: IndicatorGridContext): GridTable {
  const { model } = context.sheet
  const { comparison } = context
  return {
    label: m.grid_label(),
    columns: columns(model, indicatorColumns(model, context.findNames, comparison), context.colleagues),
    columnName,
    notesOf: (rowId, column) => indicatorNotes(model, rowId, column),
    groupTitle: (id) => model.group(id)?.project.document.name ?? m.project_unnamed(),
    nameColumn: 'level1',
    startColumn: 'actual',
    drawGroup: (id, target, folding) => {
      const header = mount(ProjectHeader, { target, props: { id, context: { ...context, folding } } })
      return () => void unmount(header)
    },
    searchWords: { label: m.filter_label(), placeholder: m.filter_placeholder() },
    filters: filterDesk({
      subjects: () => indicatorSubjects(model, comparison),
      rows: () => model.groupIds.flatMap((id) => model.rowsOf(id)),
      ofRow: rowFilters,
      name: filterName,
      label: valueName,
    }),
    summary: readIndicators(model),
    scoreColumn: 'ruleScore',
    search: (onmatches) => new SheetSearch(model, searchIndicators(model, comparison), onmatches),
    folders: () => model.groupIds,
    foldersOf: (row) => (row.kind === 'group' ? [] : [groupOf(row)]),
    order: (nodes, isSorted) => keepGroups(nodes, model.groupIds, isSorted ? null : (id) => model.rowsOf(id)),
    commands: [
      ...foldCommands,
      ...findingsCommands,
      ...rowCommands,
      ...weightCommands(model),
      ...compareCommands(context),
      ...lastYearCommands(context.lastYearCopy),
    ],
    makesRows: true,
    movesRows: true,
  }
}
