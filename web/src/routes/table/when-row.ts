import { tick } from 'svelte'
import type { AnyModel } from '#lib/sheet/any-sheet.ts'

/** Does something once the rows are in the sheet of that place; one that goes elsewhere meanwhile is let go. */
export function whenRows(model: AnyModel, place: string, rowIds: readonly string[], act: () => void): void {
  let hasArrived = model.place === place
  const isThere = (): boolean => hasArrived && rowIds.every((id) => model.row(id) !== undefined)
  const stop = model.onChange(() => {
    if (model.place === place) hasArrived = true
    else if (hasArrived) stop()
    if (!isThere()) return
    stop()
    // The grid has heard of the rows by then.
    void tick().then(act)
  })
}
