import { m } from '#lib/i18n.ts'
import type { Command } from '../command.ts'
import { editableCell } from '../focused-cell.ts'
import type { EditableCell } from '../focused-cell.ts'
import { arrows, inEditable, inEditor, isArrow } from '../sheet-context.ts'
import type { Cursor, SheetContext } from '../sheet-context.ts'
import type { AnyModel } from '../any-sheet.ts'

type SheetCommand = Command<SheetContext>

/** What stands in the editor, if one is open, goes into its cell. */
export function takeText({ editor, model }: SheetContext): void {
  if (editor === null) return
  const { at } = editor
  const text = editor.text()
  editor.close()
  model.edit(at.rowId, at.field, text)
}

/**
 * Enter and Tab commit here, not in the grid: it would hand the text over a task later, so that the old value
 * flashed up, and its Tab would open the next editor at once.
 */
const commit = (
  id: string,
  key: string,
  title: () => string,
  go: (cursor: Cursor) => void,
): SheetCommand => ({
  id,
  title,
  group: 'edit',
  keys: [key],
  byKeyOnly: true,
  when: inEditor,
  run: (context) => {
    takeText(context)
    go(context.cursor)
  },
})

const onCell = (
  id: string,
  key: string,
  title: () => string,
  act: (model: AnyModel, at: EditableCell) => void,
): SheetCommand => ({
  id,
  title,
  group: 'edit',
  keys: [key],
  when: inEditable,
  run: ({ model, focused }) => {
    const at = editableCell(focused, model.table)
    if (at !== null) act(model, at)
  },
})

export const editCommands: readonly SheetCommand[] = [
  {
    id: 'edit.open',
    title: m.command_edit_open,
    group: 'edit',
    keys: ['F2'],
    when: inEditable,
    run: ({ startEditing }) => startEditing(),
  },
  commit('edit.commit-down', 'Enter', m.command_commit_down, (cursor) => cursor.down(1)),
  commit('edit.commit-up', 'Shift+Enter', m.command_commit_up, (cursor) => cursor.down(-1)),
  commit('edit.commit-right', 'Tab', m.command_commit_right, (cursor) => cursor.along(1)),
  commit('edit.commit-left', 'Shift+Tab', m.command_commit_left, (cursor) => cursor.along(-1)),
  {
    id: 'edit.commit-arrow',
    title: m.command_commit_arrow,
    group: 'edit',
    keys: arrows,
    byKeyOnly: true,
    when: ({ editor }, key) => isArrow(key) && (editor?.isLeftBy(key) ?? false),
    run: (context, key) => {
      takeText(context)
      if (isArrow(key)) context.cursor.byArrow(key)
    },
  },
  {
    // Also here, not in the grid: it gives the cell the keyboard back a moment later, and a key pressed meanwhile was lost.
    id: 'edit.cancel',
    title: m.command_cancel,
    group: 'edit',
    keys: ['Escape'],
    byKeyOnly: true,
    when: inEditor,
    run: ({ editor, cursor }) => {
      editor?.close()
      cursor.stay()
    },
  },
  {
    id: 'edit.break-line',
    title: m.command_break_line,
    group: 'edit',
    keys: ['Alt+Enter'],
    byKeyOnly: true,
    when: inEditor,
    run: ({ editor }) => editor?.breakLine(),
  },
  commit('edit.commit-here', 'Mod+Enter', m.command_commit_here, (cursor) => cursor.stay()),
  onCell('edit.clear', 'Delete', m.command_clear, (model, at) => model.edit(at.rowId, at.field, '')),
  onCell('edit.discard', 'Escape', m.command_discard, (model, at) => model.discard(at.rowId, at.field)),
]
