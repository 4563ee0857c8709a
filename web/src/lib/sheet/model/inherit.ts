import type { KeptSheet } from '../keep/sheet-memory.ts'
import type { Outbox } from '../outbox.ts'
import type { RowStore } from '../row-store.ts'
import type { LoadedGroup } from '../sheet-table.ts'
import type { Drafts } from './drafts.ts'
import type { Painter } from './painter.ts'
import type { RowProblems } from './row-problems.ts'

interface Heirs<R> {
  readonly store: Pick<RowStore<R, LoadedGroup<R>, unknown, unknown>, 'expect'>
  readonly outbox: Outbox<R>
  readonly drafts: Drafts
  readonly problems: RowProblems
  readonly painter: Painter<R>
}

/** Goes on with what an earlier page, or a tab that is gone, had not saved: it lies over the rows, is sent, or says why not. */
export function inherit<R>(
  { batches, drafts: texts, rowProblems }: KeptSheet,
  { store, outbox, drafts, problems, painter }: Heirs<R>,
): void {
  const changes = batches.flatMap((batch) => batch.changes)
  for (const change of changes) if (change.kind === 'create') store.expect(change.rowId, change.groupId)
  drafts.inherit(texts)
  problems.inherit(rowProblems)
  outbox.inherit(batches)
  const refused = [...texts.values()].map(({ draft }) => draft.rowId)
  painter.recompute([...changes.map(({ rowId }) => rowId), ...refused])
}
