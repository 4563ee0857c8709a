import { tick } from 'svelte'
import type { AnyModel } from '#lib/sheet/any-sheet.ts'

interface Wanted {
  readonly place: string
  readonly rowIds: readonly string[]
  /** Whether rows are still to come; those that are missing then have gone. */
  readonly isLoading: () => boolean
}

/** Whoever has not arrived by then was kept where they were, and goes there another time for another reason. */
const PATIENCE_MS = 15_000

/** Does something once the rows are in the sheet of that place, or are known not to come; one that goes elsewhere meanwhile is let go. */
export function whenRows(
  model: Pick<AnyModel, 'onChange' | 'place' | 'row'>,
  { place, rowIds, isLoading }: Wanted,
  act: () => void,
): void {
  let hasArrived = model.place === place
  const isThere = (): boolean => rowIds.every((id) => model.row(id) !== undefined) || !isLoading()
  const unlisten = model.onChange(() => {
    if (model.place === place) hasArrived = true
    else if (hasArrived) stop()
    if (!hasArrived || !isThere()) return
    stop()
    // The grid has heard of the rows by then.
    void tick().then(act)
  })
  const patience = setTimeout(() => {
    if (!hasArrived) unlisten()
  }, PATIENCE_MS)
  function stop(): void {
    clearTimeout(patience)
    unlisten()
  }
}
