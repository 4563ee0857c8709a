import type { Move, PresenceBoard } from './presence-board.ts'
import type { Presence, PresencePlace } from './presence.ts'

export interface PresenceStreamOptions {
  /** Whether the subscriber wants to hear of this place, and may. */
  readonly mayHear: (place: PresencePlace) => boolean
  readonly signal: AbortSignal
}

/**
 * Who is where, forever. Only the last word of each is kept for a subscriber that does not pull, so a slow one costs no
 * more than the board itself. Who goes where the subscriber cannot see has left.
 */
export const openPresenceStream = async (
  board: PresenceBoard,
  { mayHear, signal }: PresenceStreamOptions,
): Promise<AsyncIterableIterator<Presence>> => {
  const unheard = new Map<string, Presence>()
  let ready = Promise.withResolvers<null>()
  let ended = false

  const hears = (presence: Presence | null): boolean =>
    presence !== null && presence.place !== null && mayHear(presence.place)

  const hear = ({ now, before }: Move): void => {
    if (hears(now)) unheard.set(now.id, now)
    else if (hears(before) || unheard.has(now.id))
      unheard.set(now.id, { id: now.id, name: now.name, place: null, rowId: null, field: null })
    else return
    ready.resolve(null)
  }
  const stop = await board.follow(hear)
  const end = (): void => {
    ended = true
    stop()
    unheard.clear()
    ready.resolve(null)
  }
  signal.addEventListener('abort', end, { once: true })
  if (signal.aborted) end()

  const stream: AsyncIterableIterator<Presence> = {
    [Symbol.asyncIterator]: () => stream,
    next: async () => {
      for (;;) {
        if (ended) return { done: true, value: undefined }
        const [first] = unheard.values()
        if (first !== undefined) {
          unheard.delete(first.id)
          return { done: false, value: first }
        }
        ready = Promise.withResolvers<null>()
        await ready.promise
      }
    },
    return: async () => {
      end()
      return { done: true, value: undefined }
    },
  }
  return stream
}
