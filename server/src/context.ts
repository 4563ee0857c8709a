import type { Locale } from '@biaochi/domain'
import type { Database } from '@biaochi/prisma'
import type { Actor } from './actor.ts'
import { AgencyCatalog } from './agency-catalog.ts'
import { RowReader } from './reads/row-reader.ts'

/** What every resolver gets. */
export interface Context extends Actor {
  readonly db: Database
  readonly agencies: AgencyCatalog
  readonly rows: RowReader
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
export const createContext = (db: Database, locale: Locale): Context => {
  const agencies = new AgencyCatalog(db)
  return {
    db,
    caller: { kind: 'admin' },
    author: 'local-admin',
    locale,
    agencies,
    rows: new RowReader({ sql: db.sql, agencies: async () => (await agencies.load()).byId }),
  }
}
