import type { AuthorMarks } from '../author-marks.ts'
import type { Outbox } from '../outbox.ts'
import { cellKey } from '../patch.ts'
import { planNotice } from '../plan-notice.ts'
import type { ChangeNotice } from '../plan-notice.ts'
import { ReceivedChanges } from '../received-changes.ts'
import type { RowStore } from '../row-store.ts'
import type { FieldId, ServerRow } from '../save.ts'
import type { LoadedGroup, SheetTable } from '../sheet-table.ts'
import type { Painter } from './painter.ts'
import type { RowTexts } from './row-texts.ts'

/** A group the server put back as a whole. */
export type GroupAnswer =
  | { readonly kind: 'restored'; readonly changeSetId: string }
  | { readonly kind: 'refused'; readonly reason: string }

export type RestoreAnswer<R> =
  | { readonly kind: 'restored'; readonly changeSetId: string; readonly rows: readonly ServerRow<R>[] }
  | { readonly kind: 'refused'; readonly reason: string }

interface ServerNewsOptions<R, Group extends LoadedGroup<R>> {
  readonly table: Pick<SheetTable<R, never, never, never>, 'fields' | 'edit'>
  readonly store: Pick<
    RowStore<R, Group, unknown, unknown>,
    'add' | 'confirm' | 'confirmedRow' | 'remove' | 'replace'
  >
  readonly texts: Pick<RowTexts<R, Group, unknown, unknown>, 'textAt'>
  readonly outbox: Pick<Outbox<R>, 'changes' | 'isSending' | 'openCells'>
  readonly authors: AuthorMarks
  readonly painter: Painter<R>
}

/** What the server tells besides its answers: others' changes, rows read anew, cells put back. */
export class ServerNews<R, Group extends LoadedGroup<R>> {
  readonly #options: ServerNewsOptions<R, Group>
  readonly #received: ReceivedChanges
  /** Restorings whose answer is awaited. */
  #restoring = 0
  #staleGroups: ReadonlySet<string> = new Set()

  constructor(options: ServerNewsOptions<R, Group>) {
    this.#options = options
    this.#received = new ReceivedChanges(
      () => options.outbox.isSending || this.#restoring > 0,
      (notice) => this.#takeNotice(notice),
    )
  }

  /** Groups that others changed in a way that was not told in full: to be read anew. */
  get staleGroups(): ReadonlySet<string> {
    return this.#staleGroups
  }

  receive(notice: ChangeNotice): void {
    this.#received.receive(notice)
  }

  /** This tab has saved that: its notice is no news. */
  isOwn(changeSetId: string | null): void {
    this.#received.isOwn(changeSetId)
  }

  /** Takes what was held back while an answer was awaited. */
  drain(): void {
    this.#received.drain()
  }

  clear(): void {
    this.#received.clear()
    this.#staleGroups = new Set()
  }

  receiveRows(rows: readonly ServerRow<R>[]): void {
    const { store, painter } = this.#options
    for (const row of rows) store.confirm(row)
    painter.recompute(rows.map((row) => row.id))
  }

  /** New groups come last, and what was asked for and is not there has gone. */
  receiveGroups(groups: readonly Group[], asked: readonly string[]): void {
    const { store, outbox, painter } = this.#options
    const found = new Set(groups.map((group) => group.id))
    this.#staleGroups = new Set([...this.#staleGroups].filter((id) => !asked.includes(id)))
    store.remove(new Set(asked.filter((id) => !found.has(id))))
    store.replace(groups, outbox.changes)
    store.add(groups, outbox.changes)
    painter.refreshGroups(new Set([...asked, ...found]), true)
  }

  /** Answers what `restore` answered, and what the cell said before and says now. */
  async restoreCell(
    rowId: string,
    field: FieldId,
    restore: () => Promise<RestoreAnswer<R>>,
  ): Promise<{ readonly answer: RestoreAnswer<R>; readonly before: string; readonly after: string }> {
    const { texts, authors } = this.#options
    const before = texts.textAt(rowId, field)
    this.#restoring += 1
    const answer = await restore().finally(() => (this.#restoring -= 1))
    if (answer.kind === 'restored') {
      this.isOwn(answer.changeSetId)
      authors.forget([cellKey(rowId, field)])
      this.receiveRows(answer.rows)
    }
    const after = texts.textAt(rowId, field)
    this.drain()
    return { answer, before, after }
  }

  /** Has the server change a group as a whole; it is to be read anew then, and what it is told of that is no news. */
  async changeGroup<Answer extends object>(groupId: string, ask: () => Promise<Answer>): Promise<Answer> {
    this.#restoring += 1
    const answer = await ask().finally(() => (this.#restoring -= 1))
    if ('changeSetId' in answer && typeof answer.changeSetId === 'string') {
      this.isOwn(answer.changeSetId)
      this.#staleGroups = new Set([...this.#staleGroups, groupId])
      this.#options.painter.refreshGroups(new Set([groupId]))
    }
    this.drain()
    return answer
  }

  #takeNotice(notice: ChangeNotice): void {
    const { table, store, outbox, authors, painter } = this.#options
    const { rows, authored, stale } = planNotice(notice, {
      table,
      confirmedRow: (id) => store.confirmedRow(id),
    })
    for (const row of rows) store.confirm(row)
    // Where something of one's own is on its way it stands above theirs.
    authors.add(authored.filter(({ key }) => !outbox.openCells.has(key)))
    if (stale.size > 0) this.#staleGroups = new Set([...this.#staleGroups, ...stale])
    painter.recompute(authored.map(({ rowId }) => rowId))
  }
}
