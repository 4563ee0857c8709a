import type { EntryKey, JournalStore, StoredEntry } from './journal-store.ts'
import type { Claim } from './journal-locks.ts'
import { readKept } from './read-kept.ts'
import type { Keeping, KeptSheet, SheetMemory } from './sheet-memory.ts'

export interface JournalParts {
  readonly id: string
  /** Null where the browser stores nothing. */
  readonly store: JournalStore | null
  readonly claim: Claim
  readonly entries: readonly StoredEntry[]
  readonly now: () => number
  /** Another page has taken this journal over while this one slept: it must not go on. */
  readonly onLost: () => void
}

/**
 * What one tab keeps, for all its sheets. Typing never waits for it: changes are gathered and stored one transaction after
 * another, a change of a change only once. Sending does wait, so that what the server got is never unknown here.
 */
export class Journal {
  readonly #parts: JournalParts
  /** When each thing was first kept: its place in the order. */
  readonly #at: Map<string, number>
  #last: number
  #waiting = new Map<string, { readonly at: EntryKey; readonly value: Keeping['value'] }>()
  #storing: Promise<void> | null = null
  #hurry: () => void = () => undefined
  #isLasting: boolean
  readonly #heirs = new Map<string, (kept: KeptSheet) => void>()

  constructor(parts: JournalParts) {
    this.#parts = parts
    this.#isLasting = parts.store !== null
    this.#at = new Map(parts.entries.map((entry) => [nameOf(entry), entry.at]))
    this.#last = Math.max(0, ...this.#at.values())
  }

  /** The part of the journal that belongs to one sheet. */
  memoryOf(sheet: string): SheetMemory {
    const isLasting = (): boolean => this.#isLasting
    return {
      left: readKept(this.#parts.entries.filter((entry) => entry.sheet === sheet)),
      get isLasting() {
        return isLasting()
      },
      onInherit: (listener) => void this.#heirs.set(sheet, listener),
      keep: (changes) => this.#keep(sheet, changes),
      settled: () => this.#settled(),
    }
  }

  /** Whether there is something in that place, stored already or about to be. */
  has(entry: EntryKey): boolean {
    const name = nameOf(entry)
    return this.#at.has(name) || this.#waiting.has(name)
  }

  /** Goes on with what another journal held; it is stored under this one's name by now. */
  inherit(entries: readonly StoredEntry[]): void {
    for (const entry of entries) this.#at.set(nameOf(entry), entry.at)
    this.#last = Math.max(this.#last, ...entries.map(({ at }) => at))
    for (const [sheet, left] of Map.groupBy(entries, (entry) => entry.sheet))
      this.#heirs.get(sheet)?.(readKept(left))
  }

  /** Stores what waits at once, because the page is going. */
  flush(): void {
    this.#hurry()
  }

  #keep(sheet: string, changes: readonly Keeping[]): void {
    for (const { shelf, key, value } of changes) {
      const at = { journal: this.#parts.id, sheet, shelf, key }
      this.#waiting.set(nameOf(at), { at, value })
    }
    if (this.#waiting.size > 0) this.#storing ??= this.#storeAll()
  }

  #settled(): Promise<void> | null {
    if (this.#parts.claim.isHeld()) return this.#storing
    this.#parts.onLost()
    return new Promise(() => undefined)
  }

  async #storeAll(): Promise<void> {
    // A task later: the key press that brought it is on the screen by then.
    await new Promise<void>((resolve) => {
      this.#hurry = resolve
      setTimeout(resolve)
    })
    while (this.#waiting.size > 0) {
      const waiting = [...this.#waiting.values()]
      this.#waiting = new Map()
      await this.#store(waiting)
    }
    this.#storing = null
  }

  async #store(
    waiting: readonly { readonly at: EntryKey; readonly value: Keeping['value'] }[],
  ): Promise<void> {
    const { store, claim } = this.#parts
    if (store === null || !claim.isHeld()) return
    const puts = waiting.flatMap(({ at, value }) =>
      value === null ? [] : [{ ...at, at: this.#when(at), value }],
    )
    const deletes = waiting.flatMap(({ at, value }) => (value === null ? [at] : []))
    for (const key of deletes) this.#at.delete(nameOf(key))
    // A full or forbidden disk must not stop the saving; from here on a closed page is asked about.
    await store.write(puts, deletes).catch(() => void (this.#isLasting = false))
  }

  #when(key: EntryKey): number {
    const name = nameOf(key)
    const known = this.#at.get(name)
    if (known !== undefined) return known
    this.#last = Math.max(this.#last + 1, this.#parts.now())
    this.#at.set(name, this.#last)
    return this.#last
  }
}

const nameOf = ({ sheet, shelf, key }: EntryKey): string => JSON.stringify([sheet, shelf, key])
