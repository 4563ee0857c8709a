import { m } from '#lib/i18n.ts'
import type { Command } from '../command.ts'
import type { LastYearCopy } from '../last-year/last-year-copy.svelte.ts'
import { notInEditor } from '../sheet-context.ts'
import type { SheetContext } from '../sheet-context.ts'

/** The selected rows where several are selected, else all of the project one is in. */
function rowsOf({ place, focused, selection, model }: SheetContext): readonly string[] {
  const selected = place === 'cell' ? [...selection.rowIds()] : []
  if (selected.length > 1 || focused === null) return selected
  return model.rowsOf(focused.groupId).map(({ id }) => id)
}

export const lastYearCommands = (copy: LastYearCopy): readonly Command<SheetContext>[] => [
  {
    id: 'edit.copy-last-year',
    title: m.command_copy_year,
    group: 'edit',
    keys: ['Mod+Alt+KeyY'],
    when: (context) => notInEditor(context) && context.focused !== null,
    run: (context) => void copy.open(rowsOf(context)),
  },
]
