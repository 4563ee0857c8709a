import { m } from '#lib/i18n.ts'
import type { AnyModel } from '../any-sheet.ts'
import type { EditReport } from '../edit-report.ts'
import { dropMoves, rowSource } from '../row-steps.ts'
import { RowGrip } from './row-grip.ts'
import type { Lifted, RowGripOptions } from './row-grip.ts'

interface DragRowsOptions extends Pick<RowGripOptions, 'host' | 'selection' | 'rowAt' | 'focus'> {
  readonly model: AnyModel
  readonly isSorted: () => boolean
  readonly report: (report: EditReport) => void
  readonly tellLocked: (reason: string) => void
}

/** Rows are dragged within their group, as one step; where they cannot be, the reason is told when one tries. */
export function dragRows({ model, isSorted, report, tellLocked, ...grid }: DragRowsOptions): RowGrip {
  const lift = (rowId: string): Lifted | null => {
    const groupId = model.row(rowId)?.groupId
    if (groupId === undefined) return null
    const lock = model.rowLockOf(groupId)
    if (lock !== null) tellLocked(lock)
    else if (isSorted()) report({ kind: 'not-done', why: 'sorted', cells: 0 })
    else {
      const rowIds = [...grid.selection.rowIds()].filter((id) => model.row(id)?.groupId === groupId)
      return { groupId, rowIds }
    }
    return null
  }
  const drop = ({ groupId, rowIds }: Lifted, after: string | null): void => {
    const moves = dropMoves(rowIds, groupId, after, rowSource(model))
    if (moves.length > 0)
      model.change({ source: 'EDIT', title: m.step_rows_moved({ count: moves.length }), moves })
  }
  return new RowGrip({
    ...grid,
    lift,
    drop,
    refuse: () => report({ kind: 'not-done', why: 'other-group', cells: 0 }),
    describe: (count, isPossible) => (isPossible ? m.rows_drag({ count }) : m.rows_other_group()),
  })
}
