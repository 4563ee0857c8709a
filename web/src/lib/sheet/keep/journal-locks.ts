/** A journal that is this page's alone. */
export interface Claim {
  /** Whether it still is: a page that slept too long may have lost it to another. */
  readonly isHeld: () => boolean
  readonly release: () => void
}

/** Sees to it that two tabs never write or send the same journal. */
export interface JournalLocks {
  /** Takes a journal that no other page has; waits `patience` ms for a page that is just closing, else null. */
  readonly claim: (journal: string, patience: number) => Promise<Claim | null>
}

const lockName = (journal: string): string => `biaochi.journal.${journal}`

/** The browser's locks, which end with the page that holds them, however it ends. */
export const webLocks = (locks: LockManager): JournalLocks => ({
  claim: (journal, patience) =>
    new Promise((resolve) => {
      const hold = (lock: Lock | null): Promise<void> | void => {
        if (lock === null) return resolve(null)
        return new Promise((release) => resolve({ isHeld: () => true, release: () => release() }))
      }
      const options = patience === 0 ? { ifAvailable: true } : { signal: AbortSignal.timeout(patience) }
      // Running out of patience is the one way a request for a lock ends in an error.
      locks.request(lockName(journal), options, hold).catch(() => resolve(null))
    }),
})

/** Pages in the background may be called as rarely as once a minute. */
const longestSilence = 150_000
const beatEvery = 5_000
/** Two pages that write at the same moment see within this time which of them was the later one. */
const settleFor = 50

/** Without locks (plain http in an intranet) a page says every few seconds that it is there, and takes leave when it goes. */
export const beatLocks = (storage: Storage, { isReload }: { readonly isReload: boolean }): JournalLocks => ({
  claim: async (journal, patience) => {
    const name = lockName(journal)
    const token = crypto.getRandomValues(new Uint32Array(2)).join('-')
    const isHeld = (): boolean => storage.getItem(name)?.split(' ')[0] === token
    const beat = (): void => storage.setItem(name, `${token} ${Date.now()}`)
    const last = Number(storage.getItem(name)?.split(' ')[1] ?? 0)
    // A reload of the page that crashed does not wait for its own silence.
    const isOwnReload = isReload && patience > 0
    if (Date.now() - last < longestSilence && !isOwnReload) return null
    beat()
    await new Promise((resolve) => setTimeout(resolve, settleFor))
    if (!isHeld()) return null
    const timer = setInterval(() => isHeld() && beat(), beatEvery)
    const release = (): void => {
      clearInterval(timer)
      if (isHeld()) storage.removeItem(name)
    }
    addEventListener('pagehide', release)
    return { isHeld, release }
  },
})
