import type { ChangeFeed } from './change-feed.ts'
import { noticeFor, type ChangeFilter } from './change-filter.ts'
import type { ChangeNotice } from './change-notice.ts'

export interface StreamOptions {
  readonly filter: ChangeFilter
  /** The last number that is known; null for what comes from now on. */
  readonly since: number | null
  /** So many change sets a live subscriber may leave lying. */
  readonly behind: number
  /** What a subscriber is told who left more lying, with the last number it was sent. */
  readonly tooSlow: (since: number) => Error
  /** The request has gone. */
  readonly signal: AbortSignal
}

/**
 * The change sets after a number, each once and in order, forever. The subscriber pulls: it has a place in the order and
 * nothing is queued for it, so a slow one costs no memory. Not an async generator: one that waits cannot be ended.
 */
export const openChangeStream = async (
  feed: ChangeFeed,
  { filter, since, behind, tooSlow, signal }: StreamOptions,
): Promise<AsyncIterableIterator<ChangeNotice>> => {
  let state: 'open' | 'slow' | 'ended' = 'open'
  let ready = Promise.withResolvers<null>()
  let pulling = false
  let live = false
  let at = 0
  let page: readonly ChangeNotice[] = []
  let stop = (): void => undefined

  const end = (how: 'slow' | 'ended'): void => {
    if (state !== 'open') return
    state = how
    page = []
    stop()
    ready.resolve(null)
  }
  stop = await feed.follow(() => {
    ready.resolve(null)
    if (live && !pulling && feed.last - at > behind) end('slow')
  })
  at = since ?? feed.last
  signal.addEventListener('abort', () => end('ended'), { once: true })
  if (signal.aborted) end('ended')

  /** The next change set that is meant for this subscriber; null at the end. */
  const pull = async (): Promise<ChangeNotice | null> => {
    for (;;) {
      if (state === 'slow') {
        state = 'ended'
        throw tooSlow(at)
      }
      if (feed.closed) end('ended')
      if (state !== 'open') return null
      const notice = page.find(({ number }) => number > at)
      if (notice !== undefined) {
        at = notice.number
        const own = noticeFor(notice, filter)
        if (own !== null) return own
        continue
      }
      // Before looking: what is announced while we look is not waited for.
      ready = Promise.withResolvers<null>()
      page = await feed.after(at)
      if (page.length > 0) continue
      live = true
      await ready.promise
    }
  }

  const done = { done: true, value: undefined } as const
  const stream: AsyncIterableIterator<ChangeNotice> = {
    [Symbol.asyncIterator]: () => stream,
    next: async () => {
      pulling = true
      try {
        const notice = await pull()
        return notice === null ? done : { done: false, value: notice }
      } finally {
        pulling = false
      }
    },
    return: async () => {
      end('ended')
      return done
    },
  }
  return stream
}
