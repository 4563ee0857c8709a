import type { SheetContext } from '../sheet-context.ts'

/** Where in the sheet a key was pressed; null where keys are none of the sheet's business, as in a header. */
export function placeOf(target: EventTarget | null): SheetContext['place'] | null {
  if (!(target instanceof HTMLElement)) return null
  if (target.closest('.ag-cell-inline-editing')) return 'editor'
  if (target.classList.contains('ag-full-width-row')) return 'project'
  return 'cellCatcher' in target.dataset ? 'cell' : null
}
