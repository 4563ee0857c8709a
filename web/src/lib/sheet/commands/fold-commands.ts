import { m } from '#lib/i18n.ts'
import type { Command } from '../command.ts'
import { onProject } from '../sheet-context.ts'
import type { SheetContext } from '../sheet-context.ts'

/** What is done on the row of a project, which folds its indicators. */
export const foldCommands: readonly Command<SheetContext>[] = [
  {
    id: 'fold.close',
    title: m.command_fold,
    group: 'fold',
    keys: ['ArrowLeft'],
    when: (context) => onProject(context) && !isFolded(context),
    run: toggle,
  },
  {
    id: 'fold.open',
    title: m.command_unfold,
    group: 'fold',
    keys: ['ArrowRight'],
    when: (context) => onProject(context) && isFolded(context),
    run: toggle,
  },
  {
    id: 'fold.toggle',
    title: m.command_fold_toggle,
    group: 'fold',
    keys: ['Enter', 'Space'],
    when: onProject,
    run: toggle,
  },
]

function isFolded({ focused, isFolded }: SheetContext): boolean {
  return focused !== null && isFolded(focused.groupId)
}

function toggle({ focused, toggle }: SheetContext): void {
  if (focused !== null) toggle(focused.groupId)
}
