import type { AuthorMarks } from '../author-marks.ts'
import type { Draft } from '../cell-view.ts'
import type { Outbox } from '../outbox.ts'
import { cellKey } from '../patch.ts'
import type { CellPatch, Patch, RowPatch } from '../patch.ts'
import type { RowStore } from '../row-store.ts'
import type { CellChange, Change, ChangeSource, FieldId, RowChange } from '../save.ts'
import { rowPatches } from '../sheet-batch.ts'
import type { NewRow, SheetBatch } from '../sheet-batch.ts'
import type { LoadedGroup, SheetTable } from '../sheet-table.ts'
import type { Drafts } from './drafts.ts'
import type { Locks } from './locks.ts'
import type { Painter } from './painter.ts'
import type { RowTexts } from './row-texts.ts'
import type { SeenVersions } from './seen-versions.ts'

export interface BatchWriterOptions<R, Group extends LoadedGroup<R>> {
  readonly table: Pick<
    SheetTable<R, Group, never, never>,
    'blank' | 'describe' | 'edit' | 'format' | 'spellOut'
  >
  readonly store: Pick<
    RowStore<R, Group, unknown, unknown>,
    'expect' | 'groupOf' | 'remember' | 'row' | 'rowsOf' | 'versionOf'
  >
  readonly texts: Pick<RowTexts<R, Group, unknown, unknown>, 'contentOf'>
  readonly outbox: Pick<Outbox<R>, 'post'>
  readonly drafts: Drafts
  readonly locks: Locks<R, Group>
  readonly authors: AuthorMarks
  readonly seen: SeenVersions
  readonly painter: Painter<R>
  readonly place: () => string
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
}

/** Puts what a person does over the rows and hands it to the outbox. */
export class BatchWriter<R, Group extends LoadedGroup<R>> {
  readonly #options: BatchWriterOptions<R, Group>

  constructor(options: BatchWriterOptions<R, Group>) {
    this.#options = options
  }

  write(asked: SheetBatch, { isTyped, step }: Omit<Writing, 'source'>): Written {
    const { table, store, texts } = this.#options
    const batch = table.spellOut?.(asked) ?? asked
    const made = (batch.creates ?? []).map((row) => this.#make(row, step))
    const typed = (batch.edits ?? []).map(({ rowId, field, text }): CellPatch => ({
      kind: 'cell',
      rowId,
      field,
      before: '',
      after: text,
    }))
    const placed = {
      groupOf: (id: string) => store.groupOf(id),
      rowsOf: (id: string) => store.rowsOf(id),
      contentOf: (id: string) => texts.contentOf(id),
    }
    const patches = [...made.map(({ patch }) => patch), ...typed, ...rowPatches(batch, placed)]
    const written = this.apply(patches, { source: batch.source, isTyped, step })
    return { ...written, refused: [...made.flatMap((row) => row.refused), ...written.refused] }
  }

  /** What cannot be taken stays in its cell with the reason, and what changes nothing is not sent. */
  apply(patches: readonly Patch[], { source, isTyped, step }: Writing): Written {
    const { table, store, outbox, drafts, locks, authors, seen, painter } = this.#options
    const place = this.#options.place()
    const taken: Patch[] = []
    const refused: Draft[] = []
    const changes: Change[] = []
    /** Rows as the patches before have left them: a later cell may depend on an earlier one. */
    const records = new Map<string, R>()
    for (const patch of patches) {
      if (patch.kind === 'row') {
        store.expect(patch.rowId, patch.groupId)
        changes.push(this.#rowChange(patch))
        taken.push(patch)
        continue
      }
      const { rowId, field, after } = patch
      const record = records.get(rowId) ?? store.row(rowId)?.record
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

  /** A new row with the cells that can be read; the others stay in it as they were typed. */
  #make(
    { id: rowId, groupId, after, seed, cells }: NewRow,
    step: string,
  ): { readonly patch: RowPatch; readonly refused: readonly Draft[] } {
    const { table, drafts } = this.#options
    const place = this.#options.place()
    const taken: { [field: FieldId]: string } = {}
    const refused: Draft[] = []
    let made = table.blank(seed)
    for (const [field, value] of Object.entries(cells)) {
      const result = table.edit(made, field, value)
      if ('refused' in result) {
        const reason = table.describe(result.refused)
        const text = { rowId, field, value, step, place }
        refused.push(drafts.refuse(text, { code: 'BAD_INPUT', reason, theirs: null }))
      } else {
        made = result.record
        taken[field] = value
      }
    }
    return {
      patch: { kind: 'row', rowId, groupId, before: null, after: { after, seed, cells: taken } },
      refused,
    }
  }

  #rowChange({ rowId, groupId, before, after }: RowPatch): RowChange {
    const version = this.#options.store.versionOf(rowId)
    if (after === null) return { kind: 'delete', rowId, version }
    return before === null
      ? { kind: 'create', rowId, groupId, ...after }
      : { kind: 'move', rowId, after: after.after, version }
  }
}
