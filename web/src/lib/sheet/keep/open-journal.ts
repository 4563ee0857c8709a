import { Journal } from './journal.ts'
import type { JournalParts } from './journal.ts'
import type { JournalStore } from './journal-store.ts'
import type { Claim, JournalLocks } from './journal-locks.ts'
import { LeftJournals } from './left-journals.ts'

export interface JournalOptions extends Pick<JournalParts, 'now' | 'onLost'> {
  readonly store: JournalStore
  readonly locks: JournalLocks
  /** The tab's own name, which outlives a reload. */
  readonly tab: { readonly read: () => string | null; readonly write: (id: string) => void }
  readonly newId: () => string
  /** Calls it every few seconds as long as the page is there. */
  readonly repeat: (look: () => Promise<void>) => void
}

/** How long a reload waits for its page's last breath. */
const patience = 1_000

const noClaim: Claim = { isHeld: () => true, release: () => undefined }

/** Opens this tab's journal, with what tabs that are gone have left behind, and takes what others leave from then on. */
export async function openJournal({
  store,
  locks,
  tab,
  newId,
  now,
  onLost,
  repeat,
}: JournalOptions): Promise<Journal> {
  const { id, claim } = await claimOwn(locks, tab, newId)
  try {
    const left = new LeftJournals({ store, locks, id, now })
    await left.adoptAll()
    const entries = (await store.read()).filter(({ journal }) => journal === id)
    const journal = new Journal({ id, store, claim, entries, now, onLost })
    repeat(async () => {
      if (!claim.isHeld()) return
      for (const entries of await left.adoptGone((entry) => journal.has(entry))) journal.inherit(entries)
    })
    return journal
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
