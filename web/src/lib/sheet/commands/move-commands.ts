import { m } from '#lib/i18n.ts'
import type { Command } from '../command.ts'
import { inCell, notInEditor } from '../sheet-context.ts'
import type { Cursor, SheetContext } from '../sheet-context.ts'

type SheetCommand = Command<SheetContext>

const move = (
  id: string,
  key: string,
  title: () => string,
  go: (cursor: Cursor) => void,
  when: NonNullable<SheetCommand['when']> = inCell,
): SheetCommand => ({ id, title, group: 'move', keys: [key], when, run: ({ cursor }) => go(cursor) })

export const moveCommands: readonly SheetCommand[] = [
  move('move.down', 'Enter', m.command_move_down, (cursor) => cursor.down(1)),
  move('move.up', 'Shift+Enter', m.command_move_up, (cursor) => cursor.down(-1)),
  move('move.row-start', 'Home', m.command_move_row_start, (cursor) => cursor.toEnd('Home', false)),
  move('move.row-end', 'End', m.command_move_row_end, (cursor) => cursor.toEnd('End', false)),
  move(
    'move.sheet-start',
    'Mod+Home',
    m.command_move_sheet_start,
    (cursor) => cursor.toEnd('Home', true),
    notInEditor,
  ),
  move(
    'move.sheet-end',
    'Mod+End',
    m.command_move_sheet_end,
    (cursor) => cursor.toEnd('End', true),
    notInEditor,
  ),
]
