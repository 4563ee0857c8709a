import { m } from '#lib/i18n.ts'
import type { Command } from '../command.ts'
import { lastYearColumns } from '../compare/compare-cells.ts'
import { notInEditor } from '../sheet-context.ts'
import type { SheetContext } from '../sheet-context.ts'
import type { ColumnId } from '../sheet-table.ts'
import { showColumn } from '../view/column-layout.ts'
import type { SheetView } from '../view/sheet-view.svelte.ts'

export interface ComparedView {
  readonly view: SheetView
  readonly hasMidterm: () => boolean
}

/** Shows all of these columns, or hides them when all are shown. */
function toggleColumns(view: SheetView, ids: readonly ColumnId[]): void {
  const isShown = (id: ColumnId): boolean => view.columns.some((column) => column.id === id && !column.hidden)
  const shown = !ids.every(isShown)
  for (const id of ids) view.changeColumns((columns, at) => showColumn(columns, at, shown), id)
}

/** What stands beside this year's targets: last year's, and those of the medium term. */
export const compareCommands = ({ view, hasMidterm }: ComparedView): readonly Command<SheetContext>[] => [
  {
    id: 'compare.last-year',
    title: m.command_last_year,
    group: 'compare',
    keys: ['Mod+Shift+s'],
    when: notInEditor,
    run: () => toggleColumns(view, lastYearColumns),
  },
  {
    id: 'compare.midterm',
    title: m.command_midterm,
    group: 'compare',
    keys: ['Mod+Shift+m'],
    when: (context) => notInEditor(context) && hasMidterm(),
    run: () => toggleColumns(view, ['midterm']),
  },
]
