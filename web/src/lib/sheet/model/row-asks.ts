import type { Draft } from '../cell-view.ts'
import type { HistoryBatch } from '../history.ts'
import type { RowPatch } from '../patch.ts'
import type { RowProblem } from '../row-problem.ts'
import type { RowStore } from '../row-store.ts'
import type { FieldId, RowChange } from '../save.ts'
import { rowPatches } from '../sheet-batch.ts'
import type { NewRow, SheetBatch } from '../sheet-batch.ts'
import type { LoadedGroup, SheetTable } from '../sheet-table.ts'
import type { Drafts } from './drafts.ts'
import type { Locks } from './locks.ts'
import type { RowProblems } from './row-problems.ts'
import type { RowTexts } from './row-texts.ts'

interface RowAsksOptions<R, Group extends LoadedGroup<R>> {
  readonly table: Pick<SheetTable<R, Group, never, never>, 'blank' | 'describe' | 'edit'>
  readonly store: Pick<RowStore<R, Group, unknown, unknown>, 'groupOf' | 'rowsOf' | 'versionOf'>
  readonly texts: Pick<RowTexts<R, Group, unknown, unknown>, 'contentOf' | 'titleOfChange'>
  readonly drafts: Drafts
  readonly problems: RowProblems
  readonly locks: Locks<R, Group>
}

/** The step of the history the rows are a part of, and the address they are seen under. */
type StepAt = Pick<HistoryBatch, 'place'> & { readonly step: string }

/** What a batch asks of rows: those to be made, those to be moved or deleted, and those that may not. */
export interface AskedRows {
  readonly made: readonly RowPatch[]
  readonly placed: readonly RowPatch[]
  /** First cells of new rows that cannot be read: they stay in them as they were typed. */
  readonly refused: readonly Draft[]
  readonly refusedRows: readonly RowProblem[]
}

/** Reads what a batch asks of whole rows, and refuses at once what the state of their group does not allow. */
export class RowAsks<R, Group extends LoadedGroup<R>> {
  readonly #options: RowAsksOptions<R, Group>

  constructor(options: RowAsksOptions<R, Group>) {
    this.#options = options
  }

  read(batch: SheetBatch, at: StepAt): AskedRows {
    const { store, texts, locks } = this.#options
    const isFree = ({ groupId }: { readonly groupId: string }): boolean => locks.ofRows(groupId) === null
    const { creates = [] } = batch
    const placed = rowPatches(batch, {
      groupOf: (id) => store.groupOf(id),
      rowsOf: (id) => store.rowsOf(id),
      contentOf: (id) => texts.contentOf(id),
    })
    const refusedRows = this.#refuse([
      ...creates.filter((row) => !isFree(row)).map((row) => newRowPatch(row)),
      ...placed.filter((patch) => !isFree(patch)),
    ])
    const made = creates.filter(isFree).map((row) => this.#make(row, at))
    return {
      made: made.map(({ patch }) => patch),
      placed: placed.filter(isFree),
      refused: made.flatMap(({ refused }) => refused),
      refusedRows,
    }
  }

  /** As the server is asked. */
  changeOf({ rowId, groupId, before, after }: RowPatch): RowChange {
    const version = this.#options.store.versionOf(rowId)
    if (after === null) return { kind: 'delete', rowId, version }
    return before === null
      ? { kind: 'create', rowId, groupId, ...after }
      : { kind: 'move', rowId, after: after.after, version }
  }

  #refuse(patches: readonly RowPatch[]): readonly RowProblem[] {
    const { locks, texts, problems } = this.#options
    const refused = patches.map((patch): RowProblem => {
      const change = this.changeOf(patch)
      const reason = locks.ofRows(patch.groupId) ?? ''
      return { change, title: texts.titleOfChange(change), reason, code: 'LOCKED' }
    })
    if (refused.length > 0) problems.add(refused)
    return refused
  }

  /** A new row with the cells that can be read. */
  #make(row: NewRow, at: StepAt): { readonly patch: RowPatch; readonly refused: readonly Draft[] } {
    const { table, drafts } = this.#options
    const cells: { [field: FieldId]: string } = {}
    const refused: Draft[] = []
    let made = table.blank(row.seed)
    for (const [field, value] of Object.entries(row.cells)) {
      const result = table.edit(made, field, value)
      if ('refused' in result) {
        const reason = table.describe(result.refused)
        const text = { rowId: row.id, field, value, ...at }
        refused.push(drafts.refuse(text, { code: 'BAD_INPUT', reason, theirs: null }))
      } else {
        made = result.record
        cells[field] = value
      }
    }
    return { patch: newRowPatch({ ...row, cells }), refused }
  }
}

const newRowPatch = ({ id: rowId, groupId, after, seed, cells }: NewRow): RowPatch => ({
  kind: 'row',
  rowId,
  groupId,
  before: null,
  after: { after, seed, cells },
})
