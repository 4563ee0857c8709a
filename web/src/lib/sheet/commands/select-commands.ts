import { m } from '#lib/i18n.ts'
import { nextRow } from '../cell-range.ts'
import type { CellAt, CellRange } from '../cell-range.ts'
import type { Command } from '../command.ts'
import { jumpFrom, pageFrom, rowEnd, sheetEnd, stepFrom } from '../selection-moves.ts'
import { arrows, endOf, inCell, isArrow, onProject } from '../sheet-context.ts'
import type { SheetContext } from '../sheet-context.ts'

type SheetCommand = Command<SheetContext>

const onMany = (context: SheetContext): boolean => inCell(context) && context.selection.isMany

/** Moves the last range's free corner; the active cell and the keyboard stay. */
const extend = (
  id: string,
  keys: readonly string[],
  title: () => string,
  target: (context: SheetContext, head: CellAt, key: string) => CellAt | null,
): SheetCommand => ({
  id,
  title,
  group: 'select',
  keys,
  byKeyOnly: true,
  when: (context) => inCell(context) && context.selection.active !== null,
  run: (context, key) => {
    const { selection, show } = context
    const head = selection.range && target(context, selection.range.head, key)
    if (head === null) return
    selection.extendTo(head)
    if (selection.range?.whole === undefined) show(head)
  },
})

const widen = (
  id: string,
  key: string,
  title: () => string,
  whole: (range: CellRange) => CellRange['whole'],
): SheetCommand => ({
  id,
  title,
  group: 'select',
  keys: [key],
  when: inCell,
  run: ({ selection }) => {
    const { range } = selection
    const to = range && whole(range)
    if (range !== null && to) selection.replace({ ...range, whole: to })
  },
})

/** The first row with cells above or below the header of a group. */
function besideHeader({ selection, focused }: SheetContext, step: 1 | -1): CellAt | null {
  const { layout } = selection
  const header = focused === null ? null : layout.indexOf(focused.groupId)
  const row = header === null ? null : nextRow(layout, header + step, step)
  const [rowId, column] = [row === null ? null : layout.rowIdAt(row), layout.columns[0]]
  return rowId === null || column === undefined ? null : { rowId, column }
}

/** From a group's header whole rows are selected; the keyboard goes with them. */
const fromHeader = (
  id: string,
  keys: readonly string[],
  title: () => string,
  whole: CellRange['whole'] & string,
  stepOf: (key: string) => 1 | -1,
): SheetCommand => ({
  id,
  title,
  group: 'select',
  keys,
  when: onProject,
  run: (context, key) => {
    const { focused, selection, cursor } = context
    // What is folded has no rows to be selected.
    if (focused !== null && whole === 'groups' && context.isFolded(focused.groupId))
      context.toggle(focused.groupId)
    const at = besideHeader(context, stepOf(key))
    // A project without rows has none to be selected.
    const isOther =
      whole === 'groups' && at !== null && context.model.row(at.rowId)?.groupId !== focused?.groupId
    if (at === null || isOther) return
    selection.select([{ anchor: at, head: at, whole }])
    cursor.stay()
  },
})

const withShift = (keys: readonly string[], modifier = ''): string[] =>
  keys.map((key) => `${modifier}Shift+${key}`)

export const selectCommands: readonly SheetCommand[] = [
  extend('select.extend', withShift(arrows), m.command_extend, ({ selection }, head, key) =>
    isArrow(key) ? stepFrom(selection.layout, head, key) : null,
  ),
  extend(
    'select.extend-jump',
    withShift(arrows, 'Mod+'),
    m.command_extend_jump,
    ({ selection, isFilled }, head, key) =>
      isArrow(key) ? jumpFrom(selection.layout, head, key, isFilled) : null,
  ),
  extend('select.extend-row', withShift(['Home', 'End']), m.command_extend_row, ({ selection }, head, key) =>
    rowEnd(selection.layout, head, endOf(key)),
  ),
  extend(
    'select.extend-sheet',
    withShift(['Home', 'End'], 'Mod+'),
    m.command_extend_sheet,
    ({ selection }, _head, key) => sheetEnd(selection.layout, endOf(key)),
  ),
  extend(
    'select.extend-page',
    withShift(['PageUp', 'PageDown']),
    m.command_extend_page,
    ({ selection, pageRows }, head, key) =>
      pageFrom(selection.layout, head, key === 'PageUp' ? -pageRows() : pageRows()),
  ),
  fromHeader('select.group', ['Mod+A', 'Shift+Space'], m.command_select_group, 'groups', () => 1),
  fromHeader(
    'select.from-header',
    ['Shift+ArrowUp', 'Shift+ArrowDown'],
    m.command_extend_header,
    'rows',
    (key) => (key === 'ArrowUp' ? -1 : 1),
  ),
  widen('select.row', 'Shift+Space', m.command_select_row, ({ whole }) =>
    whole === 'columns' ? 'sheet' : 'rows',
  ),
  widen('select.column', 'Control+Space', m.command_select_column, ({ whole }) =>
    whole === 'rows' ? 'sheet' : 'columns',
  ),
  widen('select.all', 'Mod+A', m.command_select_all, ({ whole }) =>
    whole === 'groups' ? 'sheet' : 'groups',
  ),
  {
    id: 'select.next',
    title: m.command_select_next,
    group: 'select',
    keys: ['Tab'],
    byKeyOnly: true,
    when: onMany,
    run: ({ cursor }) => cursor.along(1),
  },
  {
    id: 'select.previous',
    title: m.command_select_previous,
    group: 'select',
    keys: ['Shift+Tab'],
    byKeyOnly: true,
    when: onMany,
    run: ({ cursor }) => cursor.along(-1),
  },
  {
    id: 'select.collapse',
    title: m.command_select_collapse,
    group: 'select',
    keys: ['Escape'],
    when: onMany,
    run: ({ selection }) => selection.collapse(),
  },
]
