import { v4 as uuidv4 } from 'uuid'
import { browserStore } from './journal-store.ts'
import { beatLocks, webLocks } from './journal-locks.ts'
import type { Journal } from './journal.ts'
import { openJournal } from './open-journal.ts'

const tabKey = 'biaochi.tab'
/** How often one looks whether a tab is gone; between two looks one that is loaded anew is back. */
const lookEvery = 5_000

/** This tab's journal in this browser. */
export async function openBrowserJournal(): Promise<Journal> {
  const [navigation] = performance.getEntriesByType('navigation')
  const isReload = navigation instanceof PerformanceNavigationTiming && navigation.type === 'reload'
  const journal = await openJournal({
    store: browserStore(),
    // Absent where the page did not come over https.
    locks: 'locks' in navigator ? webLocks(navigator.locks) : beatLocks(localStorage, { isReload }),
    tab: {
      read: () => sessionStorage.getItem(tabKey),
      write: (id) => sessionStorage.setItem(tabKey, id),
    },
    newId: () => uuidv4(),
    now: () => Date.now(),
    onLost: () => location.reload(),
    // What cannot be read or moved now stays where it is.
    repeat: (look) => void setInterval(() => void look().catch(() => undefined), lookEvery),
  })
  for (const going of ['beforeunload', 'pagehide']) addEventListener(going, () => journal.flush())
  // A page brought back by the back button may have lost its journal meanwhile.
  addEventListener('pageshow', (event) => event.persisted && location.reload())
  return journal
}
