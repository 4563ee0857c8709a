import { cellKey } from './patch.ts'
import type { Clock } from './clock.ts'
import type { Change, ChangeSource, Save, SaveAnswer, SaveRequest } from './save.ts'

export type FinalAnswer<R> = Exclude<SaveAnswer<R>, { kind: 'unreachable' }>

export interface OutboxOptions<R> {
  readonly save: Save<R>
  readonly clock: Clock
  readonly newKey: () => string
  readonly onAnswer: (request: SaveRequest, answer: FinalAnswer<R>) => void
  readonly onChange: () => void
}

/** Changes that are sent and undone together. */
export interface OutgoingBatch {
  readonly source: ChangeSource
  readonly changes: readonly Change[]
  /** Cells typed one by one: what was typed next may join them. A paste or an undo is one request of its own. */
  readonly isTyped: boolean
}

const firstWait = 1_000
const longestWait = 30_000
const largestBatch = 1_000

/**
 * Sends changes one request at a time and in order, so that they arrive as they were made. What cannot be
 * delivered waits and is tried again; it is never dropped.
 */
export class Outbox<R> {
  readonly #options: OutboxOptions<R>
  #queue: OutgoingBatch[] = []
  #request: SaveRequest | null = null
  #inFlight = false
  #tries = 0
  #cancelWait: (() => void) | null = null
  #waitingFor: string | null = null
  /** All of it as one list, until something changes. */
  #changes: readonly Change[] | null = null

  constructor(options: OutboxOptions<R>) {
    this.#options = options
  }

  /** Why the last try did not arrive, while the next one is awaited. */
  get waitingFor(): string | null {
    return this.#waitingFor
  }

  /** Every change not answered yet, the oldest first; the same list as long as nothing changes. */
  get changes(): readonly Change[] {
    this.#changes ??= [...(this.#request?.changes ?? []), ...this.#queue.flatMap((batch) => batch.changes)]
    return this.#changes
  }

  post(batch: OutgoingBatch): void {
    if (batch.changes.length === 0) return
    const last = this.#queue.at(-1)
    const joined = last?.isTyped && batch.isTyped ? [...last.changes, ...batch.changes] : null
    if (joined !== null && joined.length <= largestBatch) {
      this.#queue[this.#queue.length - 1] = { ...batch, changes: lastOfEachCell(joined) }
    } else this.#queue.push(batch)
    this.#changed()
    this.#send()
  }

  /** Lets what waits in the queue follow what an answer said, for example about versions. */
  rebase(rewrite: (change: Change) => Change): void {
    this.#queue = this.#queue.map((batch) => ({ ...batch, changes: batch.changes.map(rewrite) }))
    this.#changes = null
  }

  /** Tries at once what is waiting, for example because the network is back. */
  retryNow(): void {
    this.#cancelWait?.()
    this.#cancelWait = null
    this.#send()
  }

  #changed(): void {
    this.#changes = null
    this.#options.onChange()
  }

  #send(): void {
    if (this.#inFlight || this.#cancelWait !== null) return
    this.#request ??= this.#nextRequest()
    if (this.#request !== null) void this.#deliver(this.#request)
  }

  #nextRequest(): SaveRequest | null {
    const batch = this.#queue.shift()
    return batch === undefined
      ? null
      : { key: this.#options.newKey(), source: batch.source, changes: batch.changes }
  }

  async #deliver(request: SaveRequest): Promise<void> {
    this.#inFlight = true
    const answer = await this.#options.save(request).catch(
      // A bug in `save` must not leave its cells pending for ever: they say that they were not saved.
      (error: unknown): SaveAnswer<R> => ({ kind: 'refused', code: 'INTERNAL', reason: String(error) }),
    )
    this.#inFlight = false
    if (answer.kind === 'unreachable') {
      this.#wait(answer.reason)
      return
    }
    this.#request = null
    this.#changes = null
    this.#tries = 0
    this.#waitingFor = null
    this.#options.onAnswer(request, answer)
    this.#changed()
    this.#send()
  }

  #wait(reason: string): void {
    const delay = Math.min(firstWait * 2 ** this.#tries, longestWait)
    this.#tries += 1
    this.#waitingFor = reason
    this.#cancelWait = this.#options.clock.after(delay, () => this.retryNow())
    this.#changed()
  }
}

/** Of several texts typed into one cell only the last is sent; a version check could not tell them apart. */
function lastOfEachCell(changes: readonly Change[]): readonly Change[] {
  const key = (change: Change): string =>
    change.kind === 'cell' ? cellKey(change.rowId, change.field) : change.rowId
  const last = new Map(changes.map((change) => [key(change), change]))
  return changes.filter((change) => last.get(key(change)) === change)
}
