import type { IndicatorField } from '@biaochi/domain'
import type { GridApi } from 'ag-grid-community'
import { editableCell } from '../focused-cell.ts'
import type { FocusedCell } from '../focused-cell.ts'
import type { GridRow } from '../grid-row.ts'
import type { SheetModel } from '../sheet-model.ts'
import { isArrow, moveByArrow, moveDown, moveToEnd } from './move-focus.ts'
import type { ArrowKey } from './move-focus.ts'

/** What a key may act on. */
export interface KeyTarget {
  readonly grid: GridApi<GridRow>
  readonly model: SheetModel
  readonly focused: FocusedCell | null
  readonly isFolded: (projectId: string) => boolean
  readonly toggle: (projectId: string) => void
  /** Shows a project's findings and gives them the keyboard. */
  readonly readFindings: (projectId: string) => void
}

/** The sheet's own keys, heard before the grid's; what is not taken here the grid answers. */
export function handleSheetKey(event: KeyboardEvent, target: KeyTarget): void {
  // While composing, Enter, Tab, Escape and the arrows belong to the input method.
  if (event.isComposing || event.keyCode === 229) return
  const element = event.target instanceof HTMLElement ? event.target : null
  const isTaken = element?.closest('.ag-cell-inline-editing')
    ? onEditorKey(event, target)
    : event.ctrlKey || event.metaKey || event.altKey
      ? event.ctrlKey && onEndKey(event, target)
      : element?.classList.contains('ag-full-width-row')
        ? onProjectKey(event, target)
        : element !== null && 'cellCatcher' in element.dataset && onCellKey(event, target)
  if (!isTaken) return
  event.preventDefault()
  event.stopPropagation()
}

type TextField = HTMLInputElement | HTMLTextAreaElement

/** Text that was begun by typing is left by an arrow, as in a spreadsheet; after F2 the arrows move in the text. */
function leavingArrow(event: KeyboardEvent, input: TextField): ArrowKey | null {
  if (!isArrow(event.key) || event.shiftKey || !('typed' in input.dataset)) return null
  const choosesSuggestion = input.hasAttribute('list') && /Up|Down/u.test(event.key)
  return choosesSuggestion ? null : event.key
}

/**
 * Enter and Tab commit here, not in the grid: it would hand the text over a task later, so that the old value
 * flashed up, and its Tab would open the next editor at once.
 */
function onEditorKey(event: KeyboardEvent, { grid, model, focused }: KeyTarget): boolean {
  const at = editableCell(focused)
  const { key, target } = event
  const input = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement ? target : null
  if (at === null || input === null) return false
  if (key === 'Enter' && event.altKey) return breakLine(input, at.field)
  const arrow = leavingArrow(event, input)
  if (key !== 'Enter' && key !== 'Tab' && arrow === null) return false
  grid.stopEditing(true)
  model.edit(at.rowId, at.field, input.value)
  if (arrow !== null) moveByArrow(grid, arrow)
  else if (key === 'Enter') moveDown(grid, event.shiftKey ? -1 : 1)
  else if (event.shiftKey) grid.tabToPreviousCell()
  else grid.tabToNextCell()
  return true
}

/** Alt+Enter begins a line, where the text may have several. */
function breakLine(input: TextField, field: IndicatorField): true {
  if (field === 'reason') {
    input.setRangeText('\n', input.selectionStart ?? 0, input.selectionEnd ?? 0, 'end')
    input.dispatchEvent(new InputEvent('input', { bubbles: true }))
  }
  return true
}

function onProjectKey(event: KeyboardEvent, { focused, isFolded, toggle, readFindings }: KeyTarget): boolean {
  if (focused === null) return false
  const { projectId } = focused
  const folds = event.key === 'ArrowLeft' && !isFolded(projectId)
  const unfolds = event.key === 'ArrowRight' && isFolded(projectId)
  if (folds || unfolds || event.key === 'Enter' || event.key === ' ') toggle(projectId)
  else if (event.key === 'F4') readFindings(projectId)
  else return false
  return true
}

function onCellKey(event: KeyboardEvent, { grid, model, focused, readFindings }: KeyTarget): boolean {
  const at = editableCell(focused)
  if (event.key === 'Enter') moveDown(grid, event.shiftKey ? -1 : 1)
  else if (onEndKey(event, { grid })) return true
  else if (event.key === 'F4' && focused !== null) readFindings(focused.projectId)
  else if (event.key === 'Delete' && at !== null) model.edit(at.rowId, at.field, '')
  else if (event.key === 'Escape' && at !== null) model.discard(at.rowId, at.field)
  else return false
  return true
}

function onEndKey(event: KeyboardEvent, { grid }: Pick<KeyTarget, 'grid'>): boolean {
  if ((event.key !== 'Home' && event.key !== 'End') || event.shiftKey) return false
  moveToEnd(grid, event.key, event.ctrlKey)
  return true
}
