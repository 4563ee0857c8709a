import type { NewRow, RowMove } from './sheet-batch.ts'
import type { AnyModel } from './any-sheet.ts'
import type { RowContent } from './save.ts'

/** What steps over rows ask of the sheet. */
export interface RowSource {
  readonly groupOf: (rowId: string) => string | undefined
  /** In the order of the sheet, whatever the grid is sorted by. */
  readonly rowIdsOf: (groupId: string) => readonly string[]
  readonly contentOf: (rowId: string) => RowContent | null
  readonly newRowId: () => string
}

export const rowSource = (model: AnyModel): RowSource => ({
  groupOf: (id) => model.row(id)?.groupId,
  rowIdsOf: (groupId) => model.rowsOf(groupId).map((row) => row.id),
  contentOf: (id) => model.contentOf(id),
  newRowId: () => model.newRowId(),
})

interface Block {
  readonly groupId: string
  /** The chosen rows of the group in its order. */
  readonly chosen: readonly string[]
  readonly order: readonly string[]
}

/** As many empty rows as are chosen, above or below them; each begins under the same levels as its neighbour. */
export const newRows = (
  rowIds: readonly string[],
  where: 'above' | 'below',
  inherited: readonly string[],
  rows: RowSource,
): readonly NewRow[] =>
  blocksOf(rowIds, rows).flatMap(({ groupId, chosen, order }) => {
    const neighbour = where === 'above' ? chosen[0] : chosen.at(-1)
    const content = neighbour === undefined ? null : rows.contentOf(neighbour)
    if (neighbour === undefined || content === null) return []
    const after = where === 'below' ? neighbour : (order[order.indexOf(neighbour) - 1] ?? null)
    const cells = Object.fromEntries(
      Object.entries(content.cells).filter(([field]) => inherited.includes(field)),
    )
    return inARow(
      groupId,
      after,
      chosen.map(() => ({ seed: content.seed, cells })),
      rows,
    )
  })

/** The chosen rows once more, below the last of them in each group. */
export const copiedRows = (rowIds: readonly string[], rows: RowSource): readonly NewRow[] =>
  blocksOf(rowIds, rows).flatMap(({ groupId, chosen }) =>
    inARow(
      groupId,
      chosen.at(-1) ?? null,
      chosen.flatMap((id) => rows.contentOf(id) ?? []),
      rows,
    ),
  )

/** The chosen rows of each group one place up or down, together; at the edge they stay. */
export const stepMoves = (
  rowIds: readonly string[],
  step: 'up' | 'down',
  rows: RowSource,
): readonly RowMove[] =>
  blocksOf(rowIds, rows).flatMap(({ chosen, order }) => {
    const [first, last] = [chosen[0], chosen.at(-1)]
    if (first === undefined || last === undefined) return []
    if (step === 'up') {
      const index = order.indexOf(first)
      return index === 0 ? [] : chain(chosen, order[index - 2] ?? null)
    }
    const next = order[order.indexOf(last) + 1]
    return next === undefined ? [] : chain(chosen, next)
  })

/** The chosen rows under another row of their group, null for its first place; rows of other groups stay where they are. */
export function dropMoves(
  rowIds: readonly string[],
  groupId: string,
  after: string | null,
  rows: RowSource,
): readonly RowMove[] {
  const block = blocksOf(rowIds, rows).find((at) => at.groupId === groupId)
  if (block === undefined) return []
  // Dropped on one of themselves: under the nearest row above that stays.
  const chosen = new Set(block.chosen)
  const above = after === null ? [] : block.order.slice(0, block.order.indexOf(after) + 1)
  return chain(block.chosen, above.findLast((id) => !chosen.has(id)) ?? null)
}

const chain = (rowIds: readonly string[], after: string | null): readonly RowMove[] =>
  rowIds.map((rowId, index) => ({ rowId, after: rowIds[index - 1] ?? after }))

function inARow(
  groupId: string,
  after: string | null,
  contents: readonly Pick<RowContent, 'seed' | 'cells'>[],
  { newRowId }: RowSource,
): readonly NewRow[] {
  const ids = contents.map(() => newRowId())
  return contents.map(({ seed, cells }, index) => ({
    id: ids[index] ?? newRowId(),
    groupId,
    after: ids[index - 1] ?? after,
    seed,
    cells,
  }))
}

function blocksOf(rowIds: readonly string[], { groupOf, rowIdsOf }: RowSource): readonly Block[] {
  const chosen = new Set(rowIds)
  const groups = new Set(rowIds.flatMap((id) => groupOf(id) ?? []))
  return [...groups].map((groupId) => {
    const order = rowIdsOf(groupId)
    return { groupId, order, chosen: order.filter((id) => chosen.has(id)) }
  })
}
