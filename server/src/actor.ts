import type { Caller, Locale } from '@biaochi/domain'

/** On whose behalf an action writes. */
export interface Actor {
  readonly caller: Caller
  /** Who stands in the history. */
  readonly author: string
  /** The language refusals are written in. */
  readonly locale: Locale
}
