import type { Database, Listener } from '@biaochi/prisma'
import { CHANGES_CHANNEL } from '../actions/announce.ts'
import { readLastNumber, readNotices, type ChangeNotice } from './change-notice.ts'

/** Kept for subscribers that keep up; the others read again from the database. */
const RECENT_SETS = 200
const RECENT_CELLS = 20_000
/** After a failed read; the database may be away for a while. */
const AGAIN = 1_000

/**
 * The change sets of this database in the order of their numbers, whichever process writes them. An announcement only
 * says that there is something: what and in which order is always read from the tables, so a lost or doubled one does no
 * harm. Numbers have no gaps, so “the next after 7” is 8 or does not exist yet.
 */
export class ChangeFeed {
  readonly #db: Database
  readonly #followers = new Set<() => void>()
  #listener: Listener | null = null
  #recent: readonly ChangeNotice[] = []
  #last = 0
  #starting: Promise<void> = Promise.resolve()
  #reading: Promise<void> | null = null
  #unread = false
  #again: NodeJS.Timeout | undefined
  #closed = false

  constructor(db: Database) {
    this.#db = db
  }

  /** The last number that followers have been woken for. */
  get last(): number {
    return this.#last
  }

  get closed(): boolean {
    return this.#closed
  }

  get followers(): number {
    return this.#followers.size
  }

  /** Calls `wake` when there is more; answers how to stop it. */
  async follow(wake: () => void): Promise<() => void> {
    const first = this.#followers.size === 0
    this.#followers.add(wake)
    const stop = (): void => void this.#followers.delete(wake)
    try {
      if (first) this.#starting = this.#start()
      await this.#starting
      return stop
    } catch (error) {
      stop()
      throw error
    }
  }

  /** A page of the change sets after a number; none when there are none. */
  async after(number: number): Promise<readonly ChangeNotice[]> {
    if (number >= this.#last) return []
    const oldest = this.#recent[0]?.number
    if (oldest === undefined || number < oldest - 1) return readNotices(this.#db.sql, number)
    return this.#recent.filter((notice) => notice.number > number)
  }

  async close(): Promise<void> {
    this.#closed = true
    clearTimeout(this.#again)
    for (const wake of this.#followers) wake()
    await this.#listener?.close()
    await this.#reading
  }

  /** Nobody followed for a while: what nobody missed need not be read. */
  async #start(): Promise<void> {
    await this.#reading
    this.#recent = []
    this.#last = await readLastNumber(this.#db.sql)
    this.#listener ??= this.#db.listen(CHANGES_CHANNEL, () => this.#look())
    // What came between the last follower and this listening.
    this.#look()
  }

  /** One reading at a time; what is announced meanwhile is looked for afterwards. */
  #look(): void {
    this.#unread = true
    if (this.#closed || this.#followers.size === 0) return
    this.#reading ??= this.#read().finally(() => {
      this.#reading = null
      if (this.#unread) this.#again = setTimeout(() => this.#look(), AGAIN).unref()
    })
  }

  async #read(): Promise<void> {
    while (this.#unread && !this.#closed) {
      this.#unread = false
      try {
        const notices = await readNotices(this.#db.sql, this.#last)
        this.#keep(notices)
        // There may be another page.
        if (notices.length > 0) this.#unread = true
      } catch {
        // The database is away: the health check says so, and this tries again.
        this.#unread = true
        return
      }
    }
  }

  #keep(notices: readonly ChangeNotice[]): void {
    const newest = notices.at(-1)
    if (newest === undefined) return
    let cells = 0
    const recent = [...this.#recent, ...notices].slice(-RECENT_SETS)
    const tooOld = recent.findLastIndex((notice) => (cells += notice.cells?.length ?? 0) > RECENT_CELLS)
    this.#recent = recent.slice(tooOld + 1)
    this.#last = newest.number
    for (const wake of this.#followers) wake()
  }
}
