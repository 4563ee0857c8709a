import type { FinalAnswer, OutgoingBatch } from '../outbox.ts'
import { cellKey } from '../patch.ts'
import type { CellKey } from '../patch.ts'
import type { CellChange, Change, CreateChange, RowChange, Theirs } from '../save.ts'

/** A change the server did not take, and why. */
export interface Refused {
  readonly change: Change
  readonly code: string
  readonly reason: string
  readonly theirs: Theirs | null
}

export interface ReadAnswer {
  readonly saved: readonly CellChange[]
  /** Rows that came, went or moved. */
  readonly placed: readonly RowChange[]
  readonly refused: readonly Refused[]
}

/** Finds for every verdict of an answer the change it is about. */
export function readAnswer<R>(
  { changes }: Pick<OutgoingBatch, 'changes'>,
  { cells, rowAnswers }: FinalAnswer<R> & { kind: 'answered' },
): ReadAnswer {
  const sentCells = new Map<CellKey, CellChange>()
  const sentRows = new Map<string, RowChange>()
  for (const change of changes) {
    if (change.kind === 'cell') sentCells.set(cellKey(change.rowId, change.field), change)
    else sentRows.set(`${change.kind} ${change.rowId}`, change)
    // A row may be made without all of its cells: each that is answered for speaks for itself.
    if (change.kind === 'create') for (const cell of cellsOfCreate(change)) sentCells.set(...cell)
  }
  const saved: CellChange[] = []
  const placed: RowChange[] = []
  const refused: Refused[] = []
  for (const { rowId, field, accepted, code, reason, theirs } of cells) {
    const change = sentCells.get(cellKey(rowId, field))
    if (change === undefined) continue
    if (accepted) saved.push(change)
    else refused.push({ change, code: code ?? 'INTERNAL', reason: reason ?? '', theirs })
  }
  for (const { kind, rowId, accepted, code, reason } of rowAnswers) {
    const change = sentRows.get(`${kind} ${rowId}`)
    if (change === undefined) continue
    if (accepted) placed.push(change)
    else refused.push({ change, code: code ?? 'INTERNAL', reason: reason ?? '', theirs: null })
  }
  // The cells of a row that was not made have no place; the row itself says why.
  const unmade = new Set(refused.flatMap(({ change }) => (change.kind === 'create' ? [change.rowId] : [])))
  return {
    saved,
    placed,
    refused: refused.filter(({ change }) => change.kind !== 'cell' || !unmade.has(change.rowId)),
  }
}

const cellsOfCreate = ({ rowId, cells }: CreateChange): readonly (readonly [CellKey, CellChange])[] =>
  Object.entries(cells).map(([field, value]) => [
    cellKey(rowId, field),
    { kind: 'cell', rowId, field, value, version: 0 },
  ])
