import type { Draft } from './cell-view.ts'
import type { RowPatch } from './patch.ts'
import type { RowProblem } from './row-problem.ts'
import type { ChangeSource, FieldId, RowContent } from './save.ts'

export interface CellEdit {
  readonly rowId: string
  readonly field: FieldId
  readonly text: string
}

export interface NewRow extends RowContent {
  /** A UUIDv7. */
  readonly id: string
  readonly groupId: string
}

export interface RowMove {
  readonly rowId: string
  /** Under that row of its group, null for the first place. */
  readonly after: string | null
}

/** One step of a person: scored at once, sent in one request, undone as one. */
export interface SheetBatch {
  readonly source: Exclude<ChangeSource, 'UNDO' | 'REDO'>
  /** What it did, for the sentence on the undo button. */
  readonly title: string
  readonly creates?: readonly NewRow[]
  readonly edits?: readonly CellEdit[]
  readonly moves?: readonly RowMove[]
  readonly deletes?: readonly string[]
}

export interface ChangeReport {
  /** Cells and rows that are changed now and on their way. */
  readonly changed: number
  /** Cells that keep their text with the reason. */
  readonly refused: readonly Draft[]
  /** Rows that may not come, go or move. */
  readonly refusedRows: readonly RowProblem[]
}

interface PlacedRows {
  readonly groupOf: (rowId: string) => string | undefined
  readonly rowsOf: (groupId: string) => readonly { readonly id: string }[]
  readonly contentOf: (rowId: string) => RowContent | null
}

/** The moves and deletions of a batch as patches; each place is told as the rows stand when its turn comes. */
export function rowPatches(
  { moves = [], deletes = [] }: Pick<SheetBatch, 'moves' | 'deletes'>,
  rows: PlacedRows,
): readonly RowPatch[] {
  const orders = new Map<string, string[]>()
  const orderOf = (groupId: string): string[] => {
    const known = orders.get(groupId) ?? rows.rowsOf(groupId).map((row) => row.id)
    orders.set(groupId, known)
    return known
  }
  const steps = [
    ...moves.map(({ rowId, after }) => ({ rowId, to: { after } })),
    ...deletes.map((rowId) => ({ rowId, to: null })),
  ]
  return steps.flatMap(({ rowId, to }): RowPatch[] => {
    const groupId = rows.groupOf(rowId)
    const content = rows.contentOf(rowId)
    if (groupId === undefined || content === null) return []
    const order = orderOf(groupId)
    const index = order.indexOf(rowId)
    const before = { ...content, after: order[index - 1] ?? null }
    order.splice(index, 1)
    if (to !== null) order.splice(to.after === null ? 0 : order.indexOf(to.after) + 1, 0, rowId)
    if (to !== null && to.after === before.after) return []
    return [{ kind: 'row', rowId, groupId, before, after: to && { ...content, after: to.after } }]
  })
}
