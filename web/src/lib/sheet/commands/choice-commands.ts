import { m } from '#lib/i18n.ts'
import type { Command } from '../command.ts'
import { arrows, isArrow } from '../sheet-context.ts'
import type { SheetContext } from '../sheet-context.ts'

type SheetCommand = Command<SheetContext>

const isChoosing = ({ editor }: SheetContext): boolean => (editor?.choices?.active ?? null) !== null

const choose = (
  id: string,
  key: string,
  title: () => string,
  along: boolean,
  when: (context: SheetContext) => boolean,
): SheetCommand => ({
  id,
  title,
  group: 'edit',
  keys: [key],
  byKeyOnly: true,
  when,
  run: ({ editor, cursor }) => {
    if (editor?.choices?.choose(along) === true) cursor.down(1)
  },
})

export const openChoicesCommand: SheetCommand = {
  id: 'edit.choices',
  title: m.command_choices,
  group: 'edit',
  keys: ['Alt+ArrowDown'],
  byKeyOnly: true,
  when: ({ editor }) => (editor?.choices ?? null) !== null,
  run: ({ editor }) => void editor?.choices?.enter(),
}

export const chooseAlongCommand = choose(
  'edit.choose-along',
  'Mod+Enter',
  m.command_choose_along,
  true,
  ({ editor }) => editor?.choices?.active?.along !== undefined,
)

/** What is offered below an open editor; until one goes there, every key is the text's. */
export const choiceCommands: readonly SheetCommand[] = [
  openChoicesCommand,
  {
    id: 'edit.choices-walk',
    title: m.command_choices_walk,
    group: 'edit',
    keys: arrows,
    byKeyOnly: true,
    when: (context, key) =>
      isChoosing(context) || (context.editor?.choices?.isPicker === true && /Up|Down/u.test(key)),
    run: (context, key) => {
      const choices = context.editor?.choices
      if (!isChoosing(context)) choices?.enter()
      else if (isArrow(key)) choices?.move(key)
    },
  },
  choose('edit.choose', 'Enter', m.command_choose, false, isChoosing),
  chooseAlongCommand,
  {
    id: 'edit.choices-leave',
    title: m.command_choices_leave,
    group: 'edit',
    keys: ['Escape'],
    byKeyOnly: true,
    when: isChoosing,
    run: ({ editor }) => editor?.choices?.leave(),
  },
]
