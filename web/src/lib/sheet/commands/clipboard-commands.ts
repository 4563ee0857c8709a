import { m } from '#lib/i18n.ts'
import type { Command } from '../command.ts'
import { inCell } from '../sheet-context.ts'
import type { SheetContext } from '../sheet-context.ts'

type SheetCommand = Command<SheetContext>

/**
 * The browser's own events of the clipboard need no permission, so their keys are left to it; only where no key was
 * pressed, as in a palette, the browser is asked for the event.
 */
const byEvent = (
  id: string,
  keys: readonly string[],
  title: () => string,
  event: 'copy' | 'cut',
): SheetCommand => ({
  id,
  title,
  group: 'edit',
  keys,
  when: (context, key) => key === '' && inCell(context),
  run: () => void document.execCommand(event),
})

export const clipboardCommands: readonly SheetCommand[] = [
  byEvent('edit.copy', ['Mod+C'], m.command_copy, 'copy'),
  byEvent('edit.cut', ['Mod+X'], m.command_cut, 'cut'),
  {
    id: 'edit.paste',
    title: m.command_paste,
    group: 'edit',
    keys: ['Mod+V'],
    byKeyOnly: true,
    when: () => false,
    run: () => undefined,
  },
  {
    id: 'edit.paste-rows',
    title: m.command_paste_rows,
    group: 'edit',
    keys: ['Mod+Shift+V'],
    byKeyOnly: true,
    when: () => false,
    run: () => undefined,
  },
  {
    id: 'edit.forget-cut',
    title: m.command_forget_cut,
    group: 'edit',
    keys: ['Escape'],
    byKeyOnly: true,
    when: (context) => inCell(context) && context.clipboard.hasCut,
    run: ({ clipboard }) => clipboard.forgetCut(),
  },
]
