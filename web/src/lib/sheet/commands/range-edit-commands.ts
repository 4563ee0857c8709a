import { m } from '#lib/i18n.ts'
import type { Command } from '../command.ts'
import { doPainted } from '../edit-report.ts'
import type { CellEdit } from '../sheet-batch.ts'
import { inCell, inEditor } from '../sheet-context.ts'
import type { SheetContext } from '../sheet-context.ts'

/** The same text for every selected cell that can be typed into. */
function editsOf({ selection, model }: SheetContext, text: string): readonly CellEdit[] {
  const fields = new Set(model.table.fields)
  const edits: CellEdit[] = []
  for (const { rowId, column } of selection.cells()) {
    if (fields.has(column)) edits.push({ rowId, field: column, text })
  }
  return edits
}

/** One step; of a large one it is told before that it takes a moment. */
function write(context: SheetContext, title: string, text: string): void {
  const edits = editsOf(context, text)
  doPainted(edits.length, context.report, () => void context.model.change({ source: 'EDIT', title, edits }))
}

const isMany = ({ selection }: SheetContext): boolean => selection.isMany

/** What a key does to one cell it does to all that are selected, as one step. */
export const rangeEditCommands: readonly Command<SheetContext>[] = [
  {
    id: 'edit.clear-range',
    title: m.command_clear_range,
    group: 'edit',
    keys: ['Delete', 'Backspace'],
    when: (context) => inCell(context) && isMany(context),
    run: (context) => {
      write(context, m.command_clear_range(), '')
    },
  },
  {
    id: 'edit.commit-range',
    title: m.command_commit_range,
    group: 'edit',
    keys: ['Mod+Enter'],
    byKeyOnly: true,
    when: (context) => inEditor(context) && isMany(context),
    run: (context) => {
      const { editor, cursor } = context
      if (editor === null) return
      const text = editor.text()
      editor.close()
      write(context, m.command_commit_range(), text)
      cursor.stay()
    },
  },
]
