import type { Sql } from '@biaochi/prisma'

// `xmin` is the transaction that wrote the row last: it also moves where the number does not (see markWrite).
const READ_MARK = `SELECT "last"::text || ' ' || "xmin"::text AS "mark" FROM "change_counter"`

/**
 * Reads what differs whenever anything was written, by whichever process: the change counter, which every writing
 * transaction moves (see announce). Whoever asks while a statement is under way shares the next one.
 */
export class ChangeMarks {
  readonly #sql: Sql
  #running: Promise<string> | null = null
  #next: Promise<string> | null = null

  constructor(sql: Sql) {
    this.#sql = sql
  }

  read(): Promise<string> {
    if (this.#running === null) return this.#start()
    // Not the running one: it may have looked before what the asker was told is saved.
    const start = (): Promise<string> => this.#start()
    return (this.#next ??= this.#running.then(start, start))
  }

  #start(): Promise<string> {
    this.#next = null
    const reading = this.#read().finally(() => {
      if (this.#running === reading) this.#running = null
    })
    this.#running = reading
    return reading
  }

  async #read(): Promise<string> {
    const [row] = await this.#sql.query<{ mark: string }>(READ_MARK, [], { prepared: true })
    if (row === undefined) throw new Error('the change counter has no row')
    return row.mark
  }
}
