import { m } from '#lib/i18n.ts'
import type { Command } from '../command.ts'
import { arrows, inCell, isArrow, notInEditor } from '../sheet-context.ts'
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
  {
    id: 'move.jump',
    title: m.command_move_jump,
    group: 'move',
    keys: arrows.map((arrow) => `Mod+${arrow}`),
    byKeyOnly: true,
    when: inCell,
    run: ({ cursor }, key) => {
      if (isArrow(key)) cursor.jump(key)
    },
  },
  move('move.row-start', 'Home', m.command_move_row_start, (cursor) => cursor.toRowEnd('Home')),
  move('move.row-end', 'End', m.command_move_row_end, (cursor) => cursor.toRowEnd('End')),
  move('move.sheet-start', 'Mod+Home', m.command_move_sheet_start, toStart, notInEditor),
  move('move.sheet-end', 'Mod+End', m.command_move_sheet_end, toEnd, notInEditor),
]

function toStart(cursor: Cursor): void {
  cursor.toSheetEnd('Home')
}

function toEnd(cursor: Cursor): void {
  cursor.toSheetEnd('End')
}
