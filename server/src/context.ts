import type { Locale } from '@biaochi/domain'
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

/** Chinese unless the caller prefers English. */
export const localeOf = (acceptLanguage: string | null): Locale => {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => part.trim().split(';')[0]?.toLowerCase() ?? '')
    .find((tag) => tag.startsWith('zh') || tag.startsWith('en'))
  return wanted?.startsWith('en') === true ? 'en' : 'zh-CN'
}

/** Until people exist, whoever reaches the server is the local admin: it listens on the loopback address only. */
export const createContext = (db: Database, locale: Locale, live: Live): Context => {
  const agencies = new AgencyCatalog(db)
  return {
    db,
    caller: { kind: 'admin' },
    author: 'local-admin',
    locale,
    live,
    agencies,
    rows: new RowReader({ sql: db.sql, agencies: async () => (await agencies.load()).byId }),
  }
}

/** The same caller's context with nothing remembered: for each event of a subscription. */
export const renewed = ({ db, locale, live }: Context): Context => createContext(db, locale, live)
