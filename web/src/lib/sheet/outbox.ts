import type { Clock } from './clock.ts'
import type { CellChange, ChangeSource, Save, SaveAnswer, SaveRequest } from './save.ts'

export type FinalAnswer = Exclude<SaveAnswer, { kind: 'unreachable' }>

export interface OutboxOptions {
  readonly save: Save
  readonly clock: Clock
  readonly newKey: () => string
  /** The newest version known of a row, asked when a request is put together. */
  readonly versionOf: (rowId: string) => number
  readonly onAnswer: (request: SaveRequest, answer: FinalAnswer) => void
  readonly onChange: () => void
}

interface Batch {
  readonly source: ChangeSource
  readonly changes: readonly CellChange[]
}

const firstWait = 1_000
const longestWait = 30_000
const largestBatch = 1_000

/**
 * Sends changes one request at a time and in order, so that a version taken from the last answer is always
 * the newest one. What cannot be delivered waits and is tried again; it is never dropped.
 */
export class Outbox {
  readonly #options: OutboxOptions
  #queue: Batch[] = []
  #request: SaveRequest | null = null
  #inFlight = false
  #tries = 0
  #cancelWait: (() => void) | null = null
  #waitingFor: string | null = null

  constructor(options: OutboxOptions) {
    this.#options = options
  }

  /** Why the last try did not arrive, while the next one is awaited. */
  get waitingFor(): string | null {
    return this.#waitingFor
  }

  /** Every change not answered yet, the oldest first. */
  get changes(): readonly CellChange[] {
    return [...(this.#request?.changes ?? []), ...this.#queue.flatMap((batch) => batch.changes)]
  }

  post(source: ChangeSource, changes: readonly CellChange[]): void {
    if (changes.length === 0) return
    const last = this.#queue.at(-1)
    // An undo stays a request of its own: it is taken back whole or not at all.
    const joins = source === 'EDIT' && last?.source === 'EDIT'
    if (joins && last !== undefined && last.changes.length + changes.length <= largestBatch) {
      this.#queue[this.#queue.length - 1] = { source, changes: coalesce([...last.changes, ...changes]) }
    } else {
      this.#queue.push({ source, changes: coalesce(changes) })
    }
    this.#options.onChange()
    this.#send()
  }

  /** Tries at once what is waiting, for example because the network is back. */
  retryNow(): void {
    this.#cancelWait?.()
    this.#cancelWait = null
    this.#send()
  }

  #send(): void {
    if (this.#inFlight || this.#cancelWait !== null) return
    this.#request ??= this.#nextRequest()
    if (this.#request !== null) void this.#deliver(this.#request)
  }

  #nextRequest(): SaveRequest | null {
    const batch = this.#queue.shift()
    if (batch === undefined) return null
    const changes = batch.changes.map((change) => ({
      ...change,
      version: this.#options.versionOf(change.rowId),
    }))
    return { key: this.#options.newKey(), source: batch.source, changes }
  }

  async #deliver(request: SaveRequest): Promise<void> {
    this.#inFlight = true
    const answer = await this.#options.save(request).catch(
      // A bug in `save` must not leave its cells pending for ever: they say that they were not saved.
      (error: unknown): SaveAnswer => ({ kind: 'refused', code: 'INTERNAL', reason: String(error) }),
    )
    this.#inFlight = false
    if (answer.kind === 'unreachable') {
      this.#wait(answer.reason)
      return
    }
    this.#request = null
    this.#tries = 0
    this.#waitingFor = null
    this.#options.onAnswer(request, answer)
    this.#options.onChange()
    this.#send()
  }

  #wait(reason: string): void {
    const delay = Math.min(firstWait * 2 ** this.#tries, longestWait)
    this.#tries += 1
    this.#waitingFor = reason
    this.#cancelWait = this.#options.clock.after(delay, () => this.retryNow())
    this.#options.onChange()
  }
}

/** Of several changes to one cell only the last is sent; a version check could not tell them apart. */
function coalesce(changes: readonly CellChange[]): readonly CellChange[] {
  const last = new Map(changes.map((change) => [`${change.rowId}/${change.field}`, change]))
  return changes.filter((change) => last.get(`${change.rowId}/${change.field}`) === change)
}
