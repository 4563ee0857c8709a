import { m } from '#lib/i18n.ts'
import type { Command } from './command.ts'
import { choiceCommands } from './commands/choice-commands.ts'
import { clipboardCommands } from './commands/clipboard-commands.ts'
import { conflictCommands } from './commands/conflict-commands.ts'
import { editCommands } from './commands/edit-commands.ts'
import { fillCommands } from './commands/fill-commands.ts'
import { columnMenuCommand } from './commands/filter-commands.ts'
import { moveCommands } from './commands/move-commands.ts'
import { rangeEditCommands } from './commands/range-edit-commands.ts'
import { selectCommands } from './commands/select-commands.ts'
import { inEditable, onProject } from './sheet-context.ts'
import type { SheetContext } from './sheet-context.ts'

const historyCommand: Command<SheetContext> = {
  id: 'history.read',
  title: m.command_cell_history,
  group: 'history',
  keys: ['Mod+Shift+H'],
  when: (context) => inEditable(context) || onProject(context),
  run: ({ readHistory }) => readHistory(),
}

/** Everything the keyboard can do in the sheet, whatever table it shows; where two share a key, the first that can be done is. */
export const sheetCommands: readonly Command<SheetContext>[] = [
  ...clipboardCommands,
  ...fillCommands,
  ...moveCommands,
  ...conflictCommands,
  ...choiceCommands,
  ...selectCommands,
  ...rangeEditCommands,
  ...editCommands,
  columnMenuCommand,
  historyCommand,
]
