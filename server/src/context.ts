import type { Database } from '@biaochi/prisma'
import type { Actor } from './actor.ts'
import { AgencyCatalog } from './agency-catalog.ts'
import type { Limits } from './limits/limits.ts'
import type { ChangeFeed } from './live/change-feed.ts'
import type { PresenceBoard } from './live/presence-board.ts'
import { RowReader } from './reads/row-reader.ts'

/** What every resolver gets. */
export interface Context extends Actor {
  readonly db: Database
  readonly agencies: AgencyCatalog
  readonly rows: RowReader
  readonly live: Live
}

/** What a subscription needs besides. */
export interface Live {
  readonly feed: ChangeFeed
  readonly board: PresenceBoard
  readonly limits: Limits
  /** Aborted when the caller has gone. */
  readonly signal: AbortSignal
}

export const createContext = (db: Database, actor: Actor, live: Live): Context => {
  const agencies = new AgencyCatalog(db)
  return {
    ...actor,
    db,
    live,
    agencies,
    rows: new RowReader({ sql: db.sql, agencies: async () => (await agencies.load()).byId }),
  }
}

/** The same caller's context with nothing remembered: for each event of a subscription. */
export const renewed = ({ db, caller, author, locale, live }: Context): Context =>
  createContext(db, { caller, author, locale }, live)
