import type { Locale } from '@biaochi/domain'
import type { Database } from '@biaochi/prisma'
import type { Actor } from './actor.ts'
import { AgencyCatalog } from './agency-catalog.ts'

/** What every resolver gets. */
export interface Context extends Actor {
  readonly db: Database
  readonly agencies: AgencyCatalog
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
export const createContext = (db: Database, locale: Locale): Context => ({
  db,
  caller: { kind: 'admin' },
  author: 'local-admin',
  locale,
  agencies: new AgencyCatalog(db),
})
