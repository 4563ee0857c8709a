import type { Caller, Locale } from '@biaochi/domain'

/** On whose behalf an action writes. */
export interface Actor {
  readonly caller: Caller
  /** Who stands in the history. */
  readonly author: string
  /** The language refusals are written in. */
  readonly locale: Locale
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
export const actorOf = (request: Request): Actor => ({
  caller: { kind: 'admin' },
  author: 'local-admin',
  locale: localeOf(request.headers.get('accept-language')),
})
