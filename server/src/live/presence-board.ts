import type { Database, Listener } from '@biaochi/prisma'
import { TokenBuckets } from '../limits/token-bucket.ts'
import { parsePresence, PRESENCE_CHANNEL, PRESENCE_SECONDS, type Presence } from './presence.ts'

/** Beyond this the longest silent are forgotten: nobody looks at so many. */
const MAX_PRESENT = 1_000
/** A tab says where it is as it moves, a person does not move faster than this. */
const [TAB_RATE, TAB_BURST] = [5, 20]
const [ALL_RATE, ALL_BURST] = [200, 400]

/** Somebody came, moved or left: where they are, and where they were. */
export interface Move {
  readonly now: Presence
  readonly before: Presence | null
}

type Hear = (move: Move) => void

/** Who is where, as far as this process has heard; nothing of it is kept anywhere, and all of it ends by itself. */
export class PresenceBoard {
  readonly #db: Database
  readonly #now: () => number
  readonly #followers = new Set<Hear>()
  /** The longest silent first. */
  readonly #present = new Map<string, { readonly presence: Presence; readonly until: number }>()
  readonly #tabs = new TokenBuckets(TAB_RATE, TAB_BURST)
  readonly #all = new TokenBuckets(ALL_RATE, ALL_BURST)
  #listener: Listener | null = null

  constructor(db: Database, now: () => number = () => performance.now()) {
    this.#db = db
    this.#now = now
  }

  /** Whoever is here now, then every move; answers how to stop it. */
  async follow(hear: Hear): Promise<() => void> {
    // Once and for good; the database ends it when it is closed.
    this.#listener ??= this.#db.listen(PRESENCE_CHANNEL, (text) => this.#take(text))
    await this.#listener.opened
    for (const { presence, until } of this.#present.values())
      if (until > this.#now()) hear({ now: presence, before: null })
    this.#followers.add(hear)
    return () => void this.#followers.delete(hear)
  }

  /** 0, or the seconds until this tab may speak again. */
  admit(id: string): number {
    return this.#tabs.take(id) || this.#all.take('')
  }

  #take(text: string | null): void {
    const now = text === null ? null : parsePresence(text)
    if (now === null) return
    const known = this.#present.get(now.id)
    this.#present.delete(now.id)
    if (now.place !== null)
      this.#present.set(now.id, { presence: now, until: this.#now() + PRESENCE_SECONDS * 1000 })
    const [oldest] = this.#present.keys()
    if (oldest !== undefined && this.#present.size > MAX_PRESENT) this.#present.delete(oldest)
    for (const hear of this.#followers) hear({ now, before: known?.presence ?? null })
  }
}
