import { m } from '#lib/i18n.ts'
import type { Command } from '../command.ts'
import { inCell } from '../sheet-context.ts'
import type { SheetContext } from '../sheet-context.ts'

/** Among several columns only: otherwise Ctrl+R loads the page anew, as everywhere. */
const spansColumns = ({ selection }: SheetContext): boolean =>
  selection.boxes().some(({ left, right }) => right > left)

export const fillCommands: readonly Command<SheetContext>[] = [
  {
    id: 'edit.fill-down',
    title: m.command_fill_down,
    group: 'edit',
    keys: ['Mod+D'],
    when: inCell,
    run: ({ fill }) => fill.down(),
  },
  {
    id: 'edit.fill-right',
    title: m.command_fill_right,
    group: 'edit',
    keys: ['Mod+R'],
    when: (context) => inCell(context) && spansColumns(context),
    run: ({ fill }) => fill.right(),
  },
]
