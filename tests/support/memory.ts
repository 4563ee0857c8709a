import type { Claim, JournalLocks } from '@biaochi/web/sheet/keep/journal-locks'
import type { EntryKey, JournalStore, StoredEntry } from '@biaochi/web/sheet/keep/journal-store'
import { isUnsaved } from '@biaochi/web/sheet/keep/sheet-memory'
import { readKept } from '@biaochi/web/sheet/keep/read-kept'
import type { KeptEntry } from '@biaochi/web/sheet/keep/read-kept'
import type { Keeping, KeptSheet, SheetMemory } from '@biaochi/web/sheet/keep/sheet-memory'

const named = ({ shelf, key }: Pick<Keeping, 'shelf' | 'key'>): string => `${shelf} ${key}`

/** Keeps at once, as copies like a database; the next page opens it again. */
export class HandMemory implements SheetMemory {
  readonly left: KeptSheet
  readonly isLasting = true
  /** Tells the sheet what a tab that is gone had left. */
  inherit: (kept: KeptSheet) => void = () => undefined
  /** How many things each hand-over stored. */
  readonly written: number[] = []
  readonly #entries: Map<string, KeptEntry>

  constructor(entries: ReadonlyMap<string, KeptEntry> = new Map()) {
    this.#entries = new Map(entries)
    this.left = readKept([...this.#entries.values()])
  }

  keep(changes: readonly Keeping[]): void {
    if (changes.length > 0) this.written.push(changes.length)
    for (const change of changes) {
      const name = named(change)
      const at =
        this.#entries.get(name)?.at ?? Math.max(0, ...[...this.#entries.values()].map((e) => e.at)) + 1
      if (change.value === null) this.#entries.delete(name)
      else this.#entries.set(name, { shelf: change.shelf, at, value: structuredClone(change.value) })
    }
  }

  onInherit(listener: (kept: KeptSheet) => void): void {
    this.inherit = listener
  }

  settled(): null {
    return null
  }

  /** What a page that opens now finds. */
  reopen(): HandMemory {
    return new HandMemory(this.#entries)
  }

  count(shelf: Keeping['shelf']): number {
    return [...this.#entries.values()].filter((entry) => entry.shelf === shelf).length
  }
}

const pathOf = ({ journal, sheet, shelf, key }: EntryKey): string =>
  JSON.stringify([journal, sheet, shelf, key])

/** A database in memory, shared by the tabs of a test; it can be made to wait, and to refuse. */
export class HandStore implements JournalStore {
  readonly #entries = new Map<string, StoredEntry>()
  /** How many things each transaction stored or took away. */
  readonly transactions: number[] = []
  refuses = false

  read(): Promise<readonly StoredEntry[]> {
    return Promise.resolve([...this.#entries.values()])
  }

  async unsaved(): Promise<ReadonlySet<string>> {
    return new Set((await this.read()).flatMap(({ journal, shelf }) => (isUnsaved(shelf) ? [journal] : [])))
  }

  write(puts: readonly StoredEntry[], deletes: readonly EntryKey[]): Promise<void> {
    if (this.refuses) return Promise.reject(new Error('the disk is full'))
    this.transactions.push(puts.length + deletes.length)
    for (const key of deletes) this.#entries.delete(pathOf(key))
    for (const entry of puts) this.#entries.set(pathOf(entry), structuredClone(entry))
    return Promise.resolve()
  }

  get size(): number {
    return this.#entries.size
  }
}

/** Who holds which journal; a tab that crashes lets go. */
export class HandLocks implements JournalLocks {
  readonly #held = new Map<string, symbol>()

  claim(journal: string): Promise<Claim | null> {
    if (this.#held.has(journal)) return Promise.resolve(null)
    const mine = Symbol()
    this.#held.set(journal, mine)
    return Promise.resolve({
      isHeld: () => this.#held.get(journal) === mine,
      release: () => this.free(journal),
    })
  }

  free(journal: string): void {
    this.#held.delete(journal)
  }
}
