import type { GridApi } from 'ag-grid-community'
import { editableCell } from '../focused-cell.ts'
import type { FocusedCell } from '../focused-cell.ts'
import type { GridRow } from '../grid-row.ts'
import type { SheetModel } from '../sheet-model.ts'

/** What a key may act on. */
export interface KeyTarget {
  readonly grid: GridApi<GridRow>
  readonly model: SheetModel
  readonly focused: FocusedCell | null
  readonly isFolded: (projectId: string) => boolean
  readonly toggle: (projectId: string) => void
  readonly openFindings: (projectId: string) => void
}

/** The sheet's own keys, heard before the grid's; what is not taken here the grid answers. */
export function handleSheetKey(event: KeyboardEvent, target: KeyTarget): void {
  // While composing, Enter, Tab, Escape and the arrows belong to the input method.
  if (event.isComposing || event.keyCode === 229) return
  const element = event.target instanceof HTMLElement ? event.target : null
  const isTaken = element?.closest('.ag-cell-inline-editing')
    ? onEditorKey(event, target)
    : event.ctrlKey || event.metaKey || event.altKey
      ? false
      : element?.classList.contains('ag-full-width-row')
        ? onProjectKey(event, target)
        : element !== null && 'cellCatcher' in element.dataset && onCellKey(event, target)
  if (!isTaken) return
  event.preventDefault()
  event.stopPropagation()
}

/**
 * Enter and Tab commit here, not in the grid: it would hand the text over a task later, so that the old value
 * flashed up, and its Tab would open the next editor at once.
 */
function onEditorKey(event: KeyboardEvent, { grid, model, focused }: KeyTarget): boolean {
  const at = editableCell(focused)
  if ((event.key !== 'Enter' && event.key !== 'Tab') || at === null) return false
  const text = event.target instanceof HTMLInputElement ? event.target.value : null
  grid.stopEditing(true)
  if (text !== null) model.edit(at.rowId, at.field, text)
  if (event.key === 'Enter') moveDown(grid, event.shiftKey ? -1 : 1)
  else if (event.shiftKey) grid.tabToPreviousCell()
  else grid.tabToNextCell()
  return true
}

function onProjectKey(event: KeyboardEvent, { focused, isFolded, toggle, openFindings }: KeyTarget): boolean {
  if (focused === null) return false
  const { projectId } = focused
  const folds = event.key === 'ArrowLeft' && !isFolded(projectId)
  const unfolds = event.key === 'ArrowRight' && isFolded(projectId)
  if (folds || unfolds || event.key === 'Enter' || event.key === ' ') toggle(projectId)
  else if (event.key === 'F4') openFindings(projectId)
  else return false
  return true
}

function onCellKey(event: KeyboardEvent, { grid, model, focused, openFindings }: KeyTarget): boolean {
  const at = editableCell(focused)
  if (event.key === 'Enter') moveDown(grid, event.shiftKey ? -1 : 1)
  else if (event.key === 'F4' && focused !== null) openFindings(focused.projectId)
  else if (event.key === 'Delete' && at !== null) model.edit(at.rowId, at.field, '')
  else if (event.key === 'Escape' && at !== null) model.discard(at.rowId, at.field)
  else return false
  return true
}

/** To the next indicator of the column; the projects between them are no place to type. */
function moveDown(grid: GridApi<GridRow>, step: 1 | -1): void {
  const cell = grid.getFocusedCell()
  if (!cell) return
  for (let index = cell.rowIndex + step; index >= 0; index += step) {
    const row = grid.getDisplayedRowAtIndex(index)
    if (!row) return
    if (row.data?.kind !== 'indicator') continue
    grid.ensureIndexVisible(index, null)
    grid.setFocusedCell(index, cell.column)
    return
  }
}
