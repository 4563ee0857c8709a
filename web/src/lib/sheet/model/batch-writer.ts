import type { AuthorMarks } from '../author-marks.ts'
import type { Draft } from '../cell-view.ts'
import type { Outbox } from '../outbox.ts'
import { cellKey } from '../patch.ts'
import type { CellPatch, Patch } from '../patch.ts'
import type { RowStore } from '../row-store.ts'
import type { CellChange, Change, ChangeSource } from '../save.ts'
import type { SheetBatch } from '../sheet-batch.ts'
import type { LoadedGroup, SheetTable } from '../sheet-table.ts'
import type { Drafts } from './drafts.ts'
import type { Locks } from './locks.ts'
import type { Painter } from './painter.ts'
import type { AskedRows, RowAsks } from './row-asks.ts'
import type { SeenVersions } from './seen-versions.ts'

interface BatchWriterOptions<R, Group extends LoadedGroup<R>> {
  readonly table: Pick<SheetTable<R, Group, never, never>, 'describe' | 'edit' | 'format' | 'spellOut'>
  readonly store: Pick<RowStore<R, Group, unknown, unknown>, 'expect' | 'recordOf' | 'remember'>
  readonly outbox: Pick<Outbox<R>, 'post'>
  readonly rows: RowAsks<R, Group>
  readonly drafts: Drafts
  readonly locks: Locks<R, Group>
  readonly authors: AuthorMarks
  readonly seen: SeenVersions
  readonly painter: Painter<R>
}

/** What became of patches: those that were taken, with what stood there before, and texts that stay as drafts. */
export interface Written {
  readonly patches: readonly Patch[]
  readonly refused: readonly Draft[]
}

interface Writing {
  readonly source: ChangeSource
  readonly isTyped: boolean
  /** The step of the history it is a part of. */
  readonly step: string
  /** The address its rows are seen under. */
  readonly place: string
}

/** Puts what a person does over the rows and hands it to the outbox. */
export class BatchWriter<R, Group extends LoadedGroup<R>> {
  readonly #options: BatchWriterOptions<R, Group>

  constructor(options: BatchWriterOptions<R, Group>) {
    this.#options = options
  }

  write(asked: SheetBatch, writing: Omit<Writing, 'source'>): Written & Pick<AskedRows, 'refusedRows'> {
    const { table, rows } = this.#options
    const batch = table.spellOut?.(asked) ?? asked
    const { made, placed, refused, refusedRows } = rows.read(batch, writing)
    const typed = (batch.edits ?? []).map(({ rowId, field, text }): CellPatch => ({
      kind: 'cell',
      rowId,
      field,
      before: '',
      after: text,
    }))
    const written = this.apply([...made, ...typed, ...placed], { source: batch.source, ...writing })
    return { patches: written.patches, refused: [...refused, ...written.refused], refusedRows }
  }

  /** What cannot be taken stays in its cell with the reason, and what changes nothing is not sent. */
  apply(patches: readonly Patch[], { source, isTyped, step, place }: Writing): Written {
    const { table, store, outbox, rows, drafts, locks, authors, seen, painter } = this.#options
    const taken: Patch[] = []
    const refused: Draft[] = []
    const changes: Change[] = []
    /** Rows as the patches before have left them: a later cell may depend on an earlier one. */
    const records = new Map<string, R>()
    for (const patch of patches) {
      if (patch.kind === 'row') {
        store.expect(patch.rowId, patch.groupId)
        changes.push(rows.changeOf(patch))
        taken.push(patch)
        continue
      }
      const { rowId, field, after } = patch
      const record = records.get(rowId) ?? store.recordOf(rowId)
      if (record === undefined) continue
      const before = table.format(record, field)
      const key = cellKey(rowId, field)
      if (before === after && !drafts.has(key)) continue
      const lock = locks.of(rowId, field)
      const result = table.edit(record, field, after)
      if (lock !== null || 'refused' in result) {
        const [code, reason] =
          'refused' in result ? ['BAD_INPUT', table.describe(result.refused)] : ['LOCKED', lock ?? '']
        const text = { rowId, field, value: after, step, place }
        refused.push(drafts.refuse(text, { code, reason, theirs: null }))
        continue
      }
      drafts.drop(key)
      const version = seen.of(rowId, key)
      authors.forget([key])
      records.set(rowId, result.record)
      if (table.format(result.record, field) === before) continue
      const change: CellChange = { kind: 'cell', rowId, field, value: after, version }
      store.remember(change, record, result.record)
      changes.push(change)
      taken.push({ ...patch, before })
    }
    outbox.post({ source, changes, isTyped, place, step })
    painter.recompute(patches.map((patch) => patch.rowId))
    return { patches: taken, refused }
  }
}
