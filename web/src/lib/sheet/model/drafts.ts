import type { Draft } from '../cell-view.ts'
import type { KeptDraft, KeptSheet, SheetMemory } from '../keep/sheet-memory.ts'
import { cellKey } from '../patch.ts'
import type { CellKey } from '../patch.ts'
import type { CellChange } from '../save.ts'

interface DraftsOptions {
  readonly memory: SheetMemory
  readonly titleOf: (rowId: string) => string
}

/** A text that is not taken, where it was typed, and in which step of the history. */
type RefusedText = Pick<CellChange, 'rowId' | 'field' | 'value'> & {
  readonly step: string
  readonly place: string
}

/** Typed texts that were not taken: each stays in its cell with the reason, and belongs to the step it was typed in. */
export class Drafts {
  readonly #options: DraftsOptions
  readonly #drafts = new Map<CellKey, KeptDraft>()
  readonly #ofStep = new Map<string, Set<CellKey>>()
  #list: readonly Draft[] | null = null

  constructor(options: DraftsOptions) {
    this.#options = options
  }

  /** All of them; the same list as long as nothing changes. */
  get list(): readonly Draft[] {
    this.#list ??= [...this.#drafts.values()].map(({ draft }) => draft)
    return this.#list
  }

  /** Texts an earlier page had; they are kept already. */
  inherit(drafts: KeptSheet['drafts']): void {
    for (const [key, kept] of drafts) this.#put(key, kept)
  }

  has(key: CellKey): boolean {
    return this.#drafts.has(key)
  }

  at(key: CellKey): Draft | null {
    return this.#drafts.get(key)?.draft ?? null
  }

  ofStep(step: string): readonly Draft[] {
    return [...(this.#ofStep.get(step) ?? [])].flatMap((key) => this.at(key) ?? [])
  }

  isLeftOf(step: string): boolean {
    return this.#ofStep.has(step)
  }

  /** Keeps what was typed, with the reason. */
  refuse(
    { rowId, field, value, step, place }: RefusedText,
    { code, reason, theirs }: Pick<Draft, 'code' | 'reason' | 'theirs'>,
  ): Draft {
    const title = this.#options.titleOf(rowId)
    const draft = { rowId, field, text: value, code, reason, theirs, title, place }
    const key = cellKey(rowId, field)
    this.#take(key)
    this.#keep(key, { draft, step })
    return draft
  }

  drop(key: CellKey): void {
    if (this.#take(key)) this.#options.memory.keep([{ shelf: 'draft', key, value: null }])
  }

  /** Takes the texts of a step out of their cells, to be kept with the step. */
  pickUp(step: string): readonly Draft[] {
    const drafts = this.ofStep(step)
    for (const { rowId, field } of drafts) this.drop(cellKey(rowId, field))
    return drafts
  }

  /** Puts such texts back into their cells; where another one was refused since, that one stays. */
  layDown(step: string, drafts: readonly Draft[]): void {
    for (const draft of drafts) {
      const key = cellKey(draft.rowId, draft.field)
      if (!this.has(key)) this.#keep(key, { draft, step })
    }
  }

  #keep(key: CellKey, value: KeptDraft): void {
    this.#put(key, value)
    this.#options.memory.keep([{ shelf: 'draft', key, value }])
  }

  #put(key: CellKey, kept: KeptDraft): void {
    this.#drafts.set(key, kept)
    const keys = this.#ofStep.get(kept.step)
    if (keys === undefined) this.#ofStep.set(kept.step, new Set([key]))
    else keys.add(key)
    this.#list = null
  }

  #take(key: CellKey): boolean {
    const kept = this.#drafts.get(key)
    if (kept === undefined) return false
    this.#drafts.delete(key)
    const keys = this.#ofStep.get(kept.step)
    keys?.delete(key)
    if (keys?.size === 0) this.#ofStep.delete(kept.step)
    this.#list = null
    return true
  }
}
