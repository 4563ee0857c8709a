import pg from 'pg'

export interface Listener {
  /** The first opening has ended: from now on nothing is missed without a word. Also when it failed; it is tried again. */
  readonly opened: Promise<unknown>
  close(): Promise<void>
}

const FIRST_PAUSE = 100
const LONGEST_PAUSE = 5_000
/** A connection cut without a word shows only when something is asked of it. */
const HEARTBEAT = 10_000

/** Told the text of an announcement; null when some may have been missed. */
export type Wake = (text: string | null) => void

/**
 * Calls `wake` for each NOTIFY on the channel, over a connection of its own that is opened again whenever it breaks.
 * What was announced in between is not told by PostgreSQL, so `wake` is called after every opening too: it means “look”.
 */
export const listenToServer = (url: string, channel: string, wake: Wake): Listener => {
  let client: pg.Client | null = null
  let pause = FIRST_PAUSE
  let closed = false
  let timer: NodeJS.Timeout | undefined

  const lose = (lost: pg.Client): void => {
    if (client !== lost) return
    client = null
    clearTimeout(timer)
    void lost.end().catch(() => undefined)
    if (closed) return
    timer = setTimeout(() => void open(), pause).unref()
    pause = Math.min(pause * 2, LONGEST_PAUSE)
  }

  const beat = (living: pg.Client): void => {
    timer = setTimeout(() => {
      living.query('SELECT 1').then(
        () => beat(living),
        () => lose(living),
      )
    }, HEARTBEAT).unref()
  }

  const open = async (): Promise<void> => {
    const fresh = new pg.Client({
      connectionString: url,
      application_name: 'biaochi listener',
      keepAlive: true,
      connectionTimeoutMillis: HEARTBEAT,
      query_timeout: HEARTBEAT,
    })
    client = fresh
    fresh.on('error', () => lose(fresh))
    fresh.on('end', () => lose(fresh))
    fresh.on('notification', ({ payload }) => wake(payload ?? ''))
    try {
      await fresh.connect()
      await fresh.query(`LISTEN ${pg.escapeIdentifier(channel)}`)
    } catch {
      return lose(fresh)
    }
    if (client !== fresh) return
    pause = FIRST_PAUSE
    beat(fresh)
    wake(null)
  }

  return {
    opened: open(),
    close: async () => {
      closed = true
      clearTimeout(timer)
      const last = client
      client = null
      await last?.end().catch(() => undefined)
    },
  }
}
