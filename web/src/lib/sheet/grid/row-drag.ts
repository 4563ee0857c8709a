import type { GridApi, GridOptions, RowDragEvent } from 'ag-grid-community'
import { groupOf } from '../grid-row.ts'
import type { GridRow } from '../grid-row.ts'

export interface RowDragOptions {
  /** The rows that go along with the one that is dragged. */
  readonly dragged: (rowId: string) => readonly string[]
  readonly drop: (rowIds: readonly string[], groupId: string, after: string | null) => void
}

type Drag = Pick<
  GridOptions<GridRow>,
  'onRowDragMove' | 'onRowDragEnd' | 'onRowDragLeave' | 'onRowDragCancel'
>

/** Rows are dragged by the handle of their first column, within their group; a line shows where they would go. */
export function rowDrag({ dragged, drop }: RowDragOptions): Drag {
  const clear = ({ api }: { readonly api: GridApi<GridRow> }): void => api.setRowDropPositionIndicator(null)
  return {
    onRowDragMove: (event) => {
      const target = targetOf(event)
      event.api.setRowDropPositionIndicator(
        target && event.overNode ? { row: event.overNode, dropIndicatorPosition: target.side } : null,
      )
    },
    onRowDragLeave: clear,
    onRowDragCancel: clear,
    onRowDragEnd: (event) => {
      clear(event)
      const target = targetOf(event)
      const row = event.node.data
      if (target !== null && row?.kind === 'row') drop(dragged(row.id), row.groupId, target.after)
    },
  }
}

interface Target {
  readonly side: 'above' | 'below'
  readonly after: string | null
}

/** Under which row of the same group; on the group's own header the first place. */
function targetOf({ node, overNode, y, api }: RowDragEvent<GridRow>): Target | null {
  const over = overNode?.data
  if (node.data === undefined || over === undefined || overNode === undefined) return null
  if (groupOf(over) !== groupOf(node.data)) return null
  if (over.kind === 'group') return { side: 'below', after: null }
  const top = (overNode.rowTop ?? 0) + (overNode.rowHeight ?? 0) / 2
  if (y >= top) return { side: 'below', after: over.id }
  const above =
    overNode.rowIndex === null ? undefined : api.getDisplayedRowAtIndex(overNode.rowIndex - 1)?.data
  return { side: 'above', after: above?.kind === 'row' ? above.id : null }
}
