import { Journal } from './journal.ts'
import type { JournalParts } from './journal.ts'
import type { EntryKey, JournalStore, StoredEntry } from './journal-store.ts'
import type { Claim, JournalLocks } from './journal-locks.ts'

export interface JournalOptions extends Pick<JournalParts, 'now' | 'onLost'> {
  readonly store: JournalStore
  readonly locks: JournalLocks
  /** The tab's own name, which outlives a reload. */
  readonly tab: { readonly read: () => string | null; readonly write: (id: string) => void }
  readonly newId: () => string
}

/** How long a reload waits for its page's last breath. */
const patience = 1_000
/** After this nobody comes back to a closed tab for its undo. */
const historyKept = 7 * 24 * 60 * 60 * 1_000

const noClaim: Claim = { isHeld: () => true, release: () => undefined }

/** Opens this tab's journal, with what tabs that are gone have left behind. */
export async function openJournal({
  store,
  locks,
  tab,
  newId,
  now,
  onLost,
}: JournalOptions): Promise<Journal> {
  const { id, claim } = await claimOwn(locks, tab, newId)
  try {
    await adoptLeft({ store, locks, id, now })
    const entries = (await store.read()).filter(({ journal }) => journal === id)
    return new Journal({ id, store, claim, entries, now, onLost })
  } catch {
    // Some browsers refuse to store in private windows: the sheet works, and says so.
    return new Journal({ id, store: null, claim, entries: [], now, onLost })
  }
}

/** The journal of before a reload; a copied tab has its name as well, and gets a new one. */
async function claimOwn(
  locks: JournalLocks,
  tab: JournalOptions['tab'],
  newId: () => string,
): Promise<{ readonly id: string; readonly claim: Claim }> {
  const known = tab.read()
  const own = known === null ? null : await locks.claim(known, patience)
  if (known !== null && own !== null) return { id: known, claim: own }
  const id = newId()
  tab.write(id)
  return { id, claim: (await locks.claim(id, 0)) ?? noClaim }
}

/** Moves the unsaved of pages that are gone into this journal; the history waits for its own tab to come back. */
async function adoptLeft({
  store,
  locks,
  id,
  now,
}: Pick<JournalOptions, 'store' | 'locks' | 'now'> & { readonly id: string }): Promise<void> {
  const others = new Set((await store.read()).map(({ journal }) => journal))
  others.delete(id)
  for (const journal of others) {
    const claim = await locks.claim(journal, 0)
    if (claim === null) continue
    const all = await store.read()
    const left = all.filter((entry) => entry.journal === journal)
    const own = new Set(all.filter((entry) => entry.journal === id).map(placeOf))
    // Of two texts for one cell the second waits until the first is settled.
    const edits = left.filter((entry) => isEdit(entry) && !own.has(placeOf(entry)))
    const old = left.filter((entry) => !isEdit(entry) && entry.at < now() - historyKept)
    await store.write(
      edits.map((entry) => ({ ...entry, journal: id })),
      [...edits, ...old],
    )
    claim.release()
  }
}

const isEdit = ({ shelf }: StoredEntry): boolean => shelf !== 'step' && shelf !== 'position'

const placeOf = ({ sheet, shelf, key }: EntryKey): string => JSON.stringify([sheet, shelf, key])
