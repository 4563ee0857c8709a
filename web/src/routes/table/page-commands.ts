import { m } from '#lib/i18n.ts'
import { route } from '#lib/route.ts'
import type { Settings } from '#lib/settings.svelte.ts'
import type { Command } from '#lib/sheet/command.ts'
import type { TableDesk } from './table-desk.svelte.ts'

/** What a command of the page may do. */
export interface PageContext {
  /** Text is being typed: it keeps its own undo and its own keys. */
  readonly isTyping: boolean
  readonly desk: TableDesk
  readonly settings: Settings
  readonly focusFilter: () => void
  readonly openView: () => void
  /** Opens the filters of the row as a whole; null where there are none. */
  readonly openRowFilters: (() => void) | null
  readonly openFind: () => void
  /** Whether matches are listed to go through. */
  readonly canStep: boolean
  readonly stepFound: (by: 1 | -1) => void
  readonly openPalette: () => void
  readonly openHelp: () => void
}

export type PageCommand = Command<PageContext>

const notTyping = ({ isTyping }: PageContext): boolean => !isTyping

const command = (
  id: string,
  keys: readonly string[],
  title: () => string,
  run: PageCommand['run'],
  when?: PageCommand['when'],
): PageCommand => ({ id, title, group: 'page', keys, run, ...(when === undefined ? {} : { when }) })

/** What the keyboard can do anywhere on a page with a table. */
export const pageCommands: readonly PageCommand[] = [
  command('page.palette', ['Mod+k'], m.command_palette, (page) => page.openPalette()),
  command(
    'page.undo',
    ['Mod+z'],
    m.undo,
    ({ desk }) => desk.undo(),
    (page) => notTyping(page) && page.desk.summary.nextUndo !== null,
  ),
  command(
    'page.redo',
    ['Mod+y', 'Mod+Shift+z'],
    m.redo,
    ({ desk }) => desk.redo(),
    (page) => notTyping(page) && page.desk.summary.nextRedo !== null,
  ),
  command('page.filter', ['Mod+f'], m.command_filter, (page) => page.focusFilter()),
  command(
    'page.row-filters',
    ['Mod+Shift+l'],
    m.row_filters,
    (page) => page.openRowFilters?.(),
    ({ openRowFilters }) => openRowFilters !== null,
  ),
  command('page.view', ['Mod+Shift+y'], m.view_menu, (page) => page.openView()),
  command('page.find', ['Mod+h'], m.find_title, (page) => page.openFind()),
  command(
    'page.find-next',
    ['F3'],
    m.find_next,
    (page) => page.stepFound(1),
    ({ canStep }) => canStep,
  ),
  command(
    'page.find-previous',
    ['Shift+F3'],
    m.find_previous,
    (page) => page.stepFound(-1),
    ({ canStep }) => canStep,
  ),
  command(
    'page.next-failed',
    ['F8'],
    m.command_next_failed,
    ({ desk }) => desk.jumpToNextFailed(),
    ({ desk }) => desk.summary.drafts.length > 0,
  ),
  // A slash and a question mark are also the beginning of a text in a cell.
  {
    ...command('page.filter-slash', ['/'], m.command_filter, (page) => page.focusFilter(), notTyping),
    byKeyOnly: true,
  },
  command('page.pane', ['F6'], m.command_pane, ({ desk }) => desk.panels.changePane()),
  command('page.theme', [], m.command_theme, ({ settings }) => settings.toggleTheme()),
  command('page.import', [], m.import_link, ({ desk }) => desk.go(route.import())),
  command('page.help', ['F1'], m.help_title, (page) => page.openHelp()),
  {
    ...command('page.help-mark', ['Shift+?'], m.help_title, (page) => page.openHelp(), notTyping),
    byKeyOnly: true,
  },
]

// What only some tables have: their pages name it beside the commands above.

export const foldCommand = command('page.folds', ['Mod+Shift+e'], m.collapse_all, ({ desk }) =>
  desk.grid?.toggleAll(),
)

export const unitCommand = command('page.unit', [], m.command_unit, ({ settings }) =>
  settings.toggleAmountUnit(),
)

/** Shows or hides a panel of the page. */
export const panelCommand = (panel: string, keys: readonly string[], title: () => string): PageCommand =>
  command(`page.${panel}`, keys, title, ({ desk }) => desk.panels.toggle(panel))

export const projectHistoryCommand: PageCommand = {
  ...command('page.project-history', ['Mod+Alt+h'], m.command_project_history, ({ desk }) => {
    void desk.panels.enter('project-history')
  }),
  group: 'history',
}
