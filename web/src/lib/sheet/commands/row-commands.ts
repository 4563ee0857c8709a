import { m } from '#lib/i18n.ts'
import type { Command } from '../command.ts'
import { copiedRows, newRows, rowSource, stepMoves } from '../row-steps.ts'
import { inCell } from '../sheet-context.ts'
import type { SheetContext } from '../sheet-context.ts'
import type { NewRow } from '../sheet-batch.ts'

type SheetCommand = Command<SheetContext>

const onRows = (
  id: string,
  keys: readonly string[],
  title: () => string,
  act: (context: SheetContext, rowIds: readonly string[]) => void,
): SheetCommand => ({
  id,
  title,
  group: 'rows',
  keys,
  when: inCell,
  run: (context) => {
    const free: string[] = []
    let lock: string | null = null
    for (const rowId of context.selection.rowIds()) {
      const reason = lockOf(context, rowId)
      if (reason === null) free.push(rowId)
      lock ??= reason
    }
    if (lock !== null) context.tellLocked(lock)
    if (free.length > 0) act(context, free)
  },
})

/** Why rows may not come, go or move where this one stands. */
const lockOf = ({ model }: SheetContext, rowId: string): string | null => {
  const groupId = model.row(rowId)?.groupId
  return groupId === undefined ? null : model.rowLockOf(groupId)
}

/** One step, and the keyboard goes to the first of the new rows. */
function create(context: SheetContext, creates: readonly NewRow[]): void {
  const [first] = creates
  if (first === undefined) return
  context.model.change({ source: 'EDIT', title: m.step_rows_new({ count: creates.length }), creates })
  context.focusCell(first.id, 'name')
}

const insert = (where: 'above' | 'below') => (context: SheetContext, rowIds: readonly string[]) => {
  const { inherited } = context.model.table
  create(context, newRows(rowIds, where, inherited, rowSource(context.model)))
}

const move = (step: 'up' | 'down') => (context: SheetContext, rowIds: readonly string[]) => {
  // A move would not be seen.
  if (context.isSorted()) return context.report({ kind: 'not-done', why: 'sorted', cells: 0 })
  const moves = stepMoves(rowIds, step, rowSource(context.model))
  if (moves.length === 0) return
  context.model.change({ source: 'EDIT', title: m.step_rows_moved({ count: moves.length }), moves })
}

export const rowCommands: readonly SheetCommand[] = [
  onRows('rows.insert-below', ['Mod+Alt+Equal'], m.command_rows_below, insert('below')),
  onRows('rows.insert-above', ['Mod+Alt+Shift+Equal'], m.command_rows_above, insert('above')),
  onRows('rows.duplicate', ['Mod+Shift+KeyD'], m.command_rows_copy, (context, rowIds) =>
    create(context, copiedRows(rowIds, rowSource(context.model))),
  ),
  onRows('rows.delete', ['Mod+Alt+Minus'], m.command_rows_delete, ({ model }, deletes) => {
    model.change({ source: 'EDIT', title: m.step_rows_deleted({ count: deletes.length }), deletes })
  }),
  onRows('rows.move-up', ['Alt+Shift+ArrowUp'], m.command_rows_up, move('up')),
  onRows('rows.move-down', ['Alt+Shift+ArrowDown'], m.command_rows_down, move('down')),
]
