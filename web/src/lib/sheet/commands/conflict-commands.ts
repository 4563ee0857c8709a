import { m } from '#lib/i18n.ts'
import type { Draft } from '../cell-view.ts'
import type { Command } from '../command.ts'
import { editableCell } from '../focused-cell.ts'
import type { SheetContext } from '../sheet-context.ts'

/** The text in the focused cell that somebody else was faster than. */
function conflictAt({ place, focused, model }: SheetContext): Draft | null {
  const at = place === 'cell' ? editableCell(focused, model.table) : null
  const draft = at && model.draftAt(at.rowId, at.field)
  return draft?.code === 'CONFLICT' ? draft : null
}

/** Theirs is taken by Escape, which gives up any text that was not taken. */
export const conflictCommands: readonly Command<SheetContext>[] = [
  {
    id: 'edit.take-mine',
    title: m.command_take_mine,
    group: 'edit',
    keys: ['Mod+Enter'],
    when: (context) => conflictAt(context) !== null,
    run: (context) => {
      const draft = conflictAt(context)
      if (draft !== null) context.model.insist([draft], draft.title)
    },
  },
]
