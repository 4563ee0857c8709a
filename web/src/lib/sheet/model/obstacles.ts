import type { AuthorMarks } from '../author-marks.ts'
import { cellKey } from '../patch.ts'
import type { CellPatch, Patch } from '../patch.ts'
import type { RowStore } from '../row-store.ts'
import type { LoadedGroup, SheetTable } from '../sheet-table.ts'
import type { RefusedPlace } from '../take-back.ts'
import { patchKey } from '../undo-question.ts'
import type { BlockedPatch } from '../undo-question.ts'
import type { Locks } from './locks.ts'
import type { Refused } from './read-answer.ts'
import type { RowTexts } from './row-texts.ts'

interface ObstaclesOptions<R, Group extends LoadedGroup<R>> {
  readonly table: Pick<SheetTable<R, Group, never, never>, 'edit' | 'format'>
  readonly store: Pick<RowStore<R, Group, unknown, unknown>, 'confirmedRow' | 'group' | 'row'>
  readonly texts: Pick<RowTexts<R, Group, unknown, unknown>, 'textAt' | 'titleOf'>
  readonly locks: Locks<R, Group>
  readonly authors: AuthorMarks
}

/** What keeps the patches of a step from being taken back without a word. */
export class Obstacles<R, Group extends LoadedGroup<R>> {
  readonly #options: ObstaclesOptions<R, Group>

  constructor(options: ObstaclesOptions<R, Group>) {
    this.#options = options
  }

  /** Whether what a patch is about is in the sheet at the moment. */
  isShown(patch: Patch): boolean {
    const { store } = this.#options
    if (patch.kind === 'row' && patch.before === null) return store.group(patch.groupId) !== undefined
    return store.row(patch.rowId) !== undefined
  }

  hasGroup(groupId: string): boolean {
    return this.#options.store.group(groupId) !== undefined
  }

  /** As the page sees it. */
  found(patches: readonly Patch[]): readonly BlockedPatch[] {
    return patches.flatMap((patch) => this.#obstacle(patch) ?? [])
  }

  /** As the server told it, of the patches it was asked for. */
  told(patches: readonly Patch[], refused: readonly Refused[]): readonly BlockedPatch[] {
    const { table, store, texts } = this.#options
    const asked = new Map(patches.map((patch) => [patchKey(patch), patch]))
    return refused.flatMap(({ change, code, reason, theirs }): readonly BlockedPatch[] => {
      const { rowId } = change
      const patch = asked.get(change.kind === 'cell' ? cellKey(rowId, change.field) : rowId)
      // The others were only given up together with these.
      if (patch === undefined || code === 'ABORTED') return []
      const confirmed = store.confirmedRow(rowId)
      const text =
        patch.kind === 'row' || confirmed === undefined ? null : table.format(confirmed.record, patch.field)
      return [{ patch, title: texts.titleOf(rowId), text, code, reason, theirs }]
    })
  }

  /** As the server told it of a change it made as a whole. */
  ofWhole(places: readonly RefusedPlace[]): readonly BlockedPatch[] {
    return places.map(({ rowId, field, code, reason, now, then, theirs }) => ({
      patch: { kind: 'cell', rowId, field, before: now ?? '', after: then ?? '' },
      title: this.#options.texts.titleOf(rowId),
      text: now,
      code,
      reason,
      theirs,
    }))
  }

  #obstacle(patch: Patch): BlockedPatch | null {
    const { texts, locks, authors } = this.#options
    const { rowId } = patch
    const blocked = { patch, title: texts.titleOf(rowId), reason: null, theirs: null }
    if (!this.isShown(patch)) return { ...blocked, text: null, code: 'NOT_FOUND' }
    if (patch.kind === 'row') {
      const reason = locks.ofRows(patch.groupId)
      return reason === null ? null : { ...blocked, text: null, code: 'LOCKED', reason }
    }
    const text = texts.textAt(rowId, patch.field)
    const lock = locks.of(rowId, patch.field)
    if (lock !== null) return { ...blocked, text, code: 'LOCKED', reason: lock }
    if (this.#stillHolds(patch)) return null
    const author = authors.of(cellKey(rowId, patch.field))
    const theirs = author && { value: text, by: author.name, at: author.at }
    return { ...blocked, text, code: 'CONFLICT', theirs }
  }

  /** Whether the cell still says what the step left in it. */
  #stillHolds({ rowId, field, before }: CellPatch): boolean {
    const { table, store } = this.#options
    const row = store.row(rowId)
    if (row === undefined) return false
    const text = table.format(row.record, field)
    if (text === before) return true
    const left = table.edit(row.record, field, before)
    return 'record' in left && table.format(left.record, field) === text
  }
}
