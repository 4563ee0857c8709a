import type { JournalLocks } from './journal-locks.ts'
import type { EntryKey, JournalStore, StoredEntry } from './journal-store.ts'
import { isUnsaved } from './sheet-memory.ts'

interface LeftJournalsOptions {
  readonly store: JournalStore
  readonly locks: JournalLocks
  /** The journal that inherits. */
  readonly id: string
  readonly now: () => number
}

/** Whether the heir keeps something in the same place already. */
type IsTaken = (entry: EntryKey) => boolean

/** After this nobody comes back to a closed tab for its undo. */
const historyKept = 7 * 24 * 60 * 60 * 1_000

/** What pages that are gone have left behind; their unsaved is inherited, their history waits for its own tab to come back. */
export class LeftJournals {
  readonly #options: LeftJournalsOptions
  /** Journals nobody held the last time one looked. */
  #gone: ReadonlySet<string> = new Set()

  constructor(options: LeftJournalsOptions) {
    this.#options = options
  }

  /** A page that opens takes everything there is at once. */
  async adoptAll(): Promise<void> {
    const entries = await this.#options.store.read()
    const own = new Set(entries.filter(({ journal }) => journal === this.#options.id).map(placeOf))
    for (const journal of new Set(entries.map((entry) => entry.journal)))
      await this.#withFree(journal, () => this.#adopt(journal, (entry) => own.has(placeOf(entry))))
  }

  /**
   * Takes what nobody holds for the second time, a journal at a time: a page that is only loaded anew holds its own again by
   * then.
   */
  async adoptGone(isTaken: IsTaken): Promise<readonly (readonly StoredEntry[])[]> {
    const gone = new Set<string>()
    const adopted: (readonly StoredEntry[])[] = []
    for (const journal of await this.#options.store.unsaved())
      await this.#withFree(journal, async () => {
        gone.add(journal)
        if (this.#gone.has(journal)) adopted.push(await this.#adopt(journal, isTaken))
      })
    this.#gone = gone
    return adopted
  }

  /** Does it only where no page has the journal, and lets none have it meanwhile. */
  async #withFree(journal: string, act: () => Promise<unknown>): Promise<void> {
    const { id, locks } = this.#options
    const claim = journal === id ? null : await locks.claim(journal, 0)
    if (claim === null) return
    await act().finally(claim.release)
  }

  async #adopt(journal: string, isTaken: IsTaken): Promise<readonly StoredEntry[]> {
    const { store, id, now } = this.#options
    const left = (await store.read()).filter((entry) => entry.journal === journal)
    // Of two texts for one cell the second waits until the first is settled.
    const edits = left.filter((entry) => isUnsaved(entry.shelf) && !isTaken(entry))
    const old = left.filter((entry) => !isUnsaved(entry.shelf) && entry.at < now() - historyKept)
    const adopted = edits.map((entry) => ({ ...entry, journal: id }))
    if (edits.length + old.length > 0) await store.write(adopted, [...edits, ...old])
    return adopted
  }
}

const placeOf = ({ sheet, shelf, key }: EntryKey): string => JSON.stringify([sheet, shelf, key])
