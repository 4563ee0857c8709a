import { m } from '#lib/i18n.ts'
import type { Command } from '../command.ts'
import { notInEditor } from '../sheet-context.ts'
import type { SheetContext } from '../sheet-context.ts'

export const findingsCommands: readonly Command<SheetContext>[] = [
  {
    id: 'findings.read',
    title: m.command_findings_read,
    group: 'findings',
    keys: ['F4'],
    when: (context) => notInEditor(context) && context.focused !== null && context.readFindings !== null,
    run: ({ focused, readFindings }) => {
      if (focused !== null) readFindings?.(focused.groupId)
    },
  },
]
