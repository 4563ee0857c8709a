import { m } from '#lib/i18n.ts'
import type { Command } from '#lib/sheet/command.ts'

/** What a command of the page may do. */
export interface PageContext {
  /** Text is being typed: it keeps its own undo and its own keys. */
  readonly isTyping: boolean
  readonly canUndo: boolean
  readonly canRedo: boolean
  readonly undo: () => void
  readonly redo: () => void
  readonly focusFilter: () => void
  readonly openFind: () => void
  /** Whether matches are listed to go through. */
  readonly canStep: boolean
  readonly stepFound: (by: 1 | -1) => void
  readonly changePane: () => void
  readonly toggleFindings: () => void
  readonly toggleFolds: () => void
  readonly toggleAmountUnit: () => void
  readonly toggleTheme: () => void
  readonly openPalette: () => void
  readonly openHelp: () => void
  readonly goToImport: () => void
}

type PageCommand = Command<PageContext>

const notTyping = ({ isTyping }: PageContext): boolean => !isTyping

const command = (
  id: string,
  keys: readonly string[],
  title: () => string,
  run: PageCommand['run'],
  when?: PageCommand['when'],
): PageCommand => ({ id, title, group: 'page', keys, run, ...(when === undefined ? {} : { when }) })

/** What the keyboard can do anywhere on the page. */
export const pageCommands: readonly PageCommand[] = [
  command('page.palette', ['Mod+k'], m.command_palette, (page) => page.openPalette()),
  command(
    'page.undo',
    ['Mod+z'],
    m.undo,
    (page) => page.undo(),
    (page) => notTyping(page) && page.canUndo,
  ),
  command(
    'page.redo',
    ['Mod+y', 'Mod+Shift+z'],
    m.redo,
    (page) => page.redo(),
    (page) => notTyping(page) && page.canRedo,
  ),
  command('page.filter', ['Mod+f'], m.command_filter, (page) => page.focusFilter()),
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
  // A slash and a question mark are also the beginning of a text in a cell.
  {
    ...command('page.filter-slash', ['/'], m.command_filter, (page) => page.focusFilter(), notTyping),
    byKeyOnly: true,
  },
  command('page.pane', ['F6'], m.command_pane, (page) => page.changePane()),
  command('page.findings', ['Mod+Shift+f'], m.command_findings, (page) => page.toggleFindings()),
  command('page.folds', ['Mod+Shift+e'], m.collapse_all, (page) => page.toggleFolds()),
  command('page.unit', [], m.command_unit, (page) => page.toggleAmountUnit()),
  command('page.theme', [], m.command_theme, (page) => page.toggleTheme()),
  command('page.import', [], m.import_link, (page) => page.goToImport()),
  command('page.help', ['F1'], m.help_title, (page) => page.openHelp()),
  {
    ...command('page.help-mark', ['Shift+?'], m.help_title, (page) => page.openHelp(), notTyping),
    byKeyOnly: true,
  },
]
