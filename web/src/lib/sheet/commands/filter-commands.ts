import { m } from '#lib/i18n.ts'
import type { Command } from '../command.ts'
import type { SheetContext } from '../sheet-context.ts'

export const columnMenuCommand: Command<SheetContext> = {
  id: 'filter.column',
  title: m.command_filter_column,
  group: 'filter',
  keys: ['Alt+ArrowDown'],
  when: (context) => context.place === 'cell' && context.focused?.column !== null,
  run: ({ focused, openColumnMenu }) => {
    if (focused?.column) openColumnMenu(focused.column)
  },
}
