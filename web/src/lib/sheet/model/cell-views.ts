import type { AuthorMarks } from '../author-marks.ts'
import { worstOf } from '../cell-view.ts'
import type { CellState, CellView, Draft } from '../cell-view.ts'
import type { Outbox } from '../outbox.ts'
import { cellKey } from '../patch.ts'
import type { RowStore } from '../row-store.ts'
import type { SavedMarks } from '../saved-marks.ts'
import type { ColumnId, LoadedGroup, Row, SheetTable } from '../sheet-table.ts'
import type { Drafts } from './drafts.ts'
import type { Locks } from './locks.ts'
import type { Painter } from './painter.ts'

interface CellViewsOptions<R, Group extends LoadedGroup<R>, Computed, View> {
  readonly table: SheetTable<R, Group, Computed, View>
  readonly store: RowStore<R, Group, Computed, View>
  readonly outbox: Pick<Outbox<R>, 'openCells' | 'waitingFor'>
  readonly drafts: Drafts
  readonly locks: Locks<R, Group>
  readonly saved: SavedMarks
  readonly authors: AuthorMarks
  readonly painter: Painter<R>
}

/** Puts together all there is to say about a cell. */
export class CellViews<R, Group extends LoadedGroup<R>, Computed, View> {
  readonly #options: CellViewsOptions<R, Group, Computed, View>

  constructor(options: CellViewsOptions<R, Group, Computed, View>) {
    this.#options = options
  }

  of(rowId: string, column: ColumnId): CellView | null {
    const { store, painter } = this.#options
    const row = store.row(rowId)
    return row === undefined ? null : painter.cell(rowId, column, () => this.#view(row, column))
  }

  #view(row: Row<R, Computed>, column: ColumnId): CellView {
    const { table, store, drafts, locks, authors } = this.#options
    const shown = table.show(row, column)
    const key = cellKey(row.id, column)
    const draft = drafts.at(key)
    const findings = store.findingsAt(row.id, key)
    const author = authors.of(key)
    const lock = locks.of(row.id, column)
    const state = this.#state(row.id, column, draft)
    return {
      text: draft?.text ?? shown.text,
      explanation: shown.explanation,
      state: state === 'idle' && lock !== null ? 'locked' : state,
      reason: draft?.reason ?? lock,
      severity: worstOf(findings),
      findings: findings.map((at) => table.describe(at.message)),
      author,
      isNews: author !== null && authors.isFresh(author),
    }
  }

  #state(rowId: string, column: ColumnId, draft: Draft | null): CellState {
    const { table, store, outbox, saved } = this.#options
    const key = cellKey(rowId, column)
    if (store.triedRow === rowId && !table.fields.includes(column)) return 'trial'
    if (draft !== null) return draft.code === 'CONFLICT' ? 'conflict' : 'failed'
    if (outbox.openCells.has(key)) return outbox.waitingFor === null ? 'pending' : 'waiting'
    return saved.has(key) ? 'saved' : 'idle'
  }
}
