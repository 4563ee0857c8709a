import type { OfferedCommand } from '#lib/components/CommandPalette.svelte'
import { m } from '#lib/i18n.ts'
import type { Command, CommandGroup, Offered } from '#lib/sheet/command.ts'

const groups: Readonly<Record<CommandGroup, () => string>> = {
  page: m.command_group_page,
  edit: m.command_group_edit,
  rows: m.command_group_rows,
  select: m.command_group_select,
  move: m.command_group_move,
  fold: m.command_group_fold,
  filter: m.command_group_filter,
  findings: m.command_group_findings,
  history: m.command_group_history,
  compare: m.command_group_compare,
}

const describe = (command: Command<never>, isPossible: boolean): OfferedCommand => ({
  id: command.id,
  title: command.title(),
  group: groups[command.group](),
  keys: command.keys,
  isPossible,
})

/** What can be chosen by name. */
export const forPalette = <Context>(commands: readonly Offered<Context>[]): readonly OfferedCommand[] =>
  commands.flatMap(({ command, isPossible }) => (command.byKeyOnly ? [] : [describe(command, isPossible)]))

/** Everything that has a key. */
export const forHelp = <Context>(commands: readonly Offered<Context>[]): readonly OfferedCommand[] =>
  commands.map(({ command }) => describe(command, true))
