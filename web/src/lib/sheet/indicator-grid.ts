import { mount, unmount } from 'svelte'
import { m } from '#lib/i18n.ts'
import { columns } from './columns.ts'
import { rowCommands } from './commands/row-commands.ts'
import { weightCommands } from './commands/weight-commands.ts'
import { groupOf, keepGroups } from './grid-row.ts'
import type { GridTable } from './grid-table.ts'
import type { HeaderContext } from './grid/header-context.ts'
import { columnName, indicatorColumns } from './indicator-columns.ts'
import { searchIndicators } from './indicator-search.ts'
import ProjectHeader from './ProjectHeader.svelte'
import { SheetSearch } from './sheet-search.ts'

/** Indicators under their projects, each of which has a row of its own and can be folded. */
export function indicatorGrid(context: Omit<HeaderContext, 'folding'>): GridTable {
  const { model } = context.sheet
  return {
    label: m.grid_label(),
    columns: columns(model, indicatorColumns(model), context.colleagues),
    columnName,
    nameColumn: 'level1',
    startColumn: 'actual',
    drawGroup: (id, target, folding) => {
      const header = mount(ProjectHeader, { target, props: { id, context: { ...context, folding } } })
      return () => void unmount(header)
    },
    search: (onmatches) => new SheetSearch(model, searchIndicators(model), onmatches),
    folders: () => model.groupIds,
    foldersOf: (row) => (row.kind === 'group' ? [] : [groupOf(row)]),
    order: (nodes, isSorted) => keepGroups(nodes, model.groupIds, isSorted ? null : (id) => model.rowsOf(id)),
    commands: [...rowCommands, ...weightCommands(model)],
    makesRows: true,
  }
}
