import { cellKey } from './patch.ts'
import type { CellKey } from './patch.ts'
import type { Clock } from './clock.ts'
import type { SheetMemory } from './keep/sheet-memory.ts'
import type { Change, Save, SaveAnswer, SaveRequest } from './save.ts'

export type FinalAnswer<R> = Exclude<SaveAnswer<R>, { kind: 'unreachable' }>

export interface OutboxOptions<R> {
  readonly save: Save<R>
  readonly clock: Clock
  readonly newKey: () => string
  /** Knows every batch before it is sent, and until it is answered. */
  readonly memory: SheetMemory
  readonly onAnswer: (batch: OutgoingBatch, answer: FinalAnswer<R>) => void
  readonly onChange: () => void
}

/** Changes that are sent and undone together; their key is theirs from the beginning. */
export interface OutgoingBatch extends SaveRequest {
  /** Cells typed one by one: what was typed next may join them. A paste or an undo is one request of its own. */
  readonly isTyped: boolean
  /** The address under which its rows can be seen. */
  readonly place: string
  /** The newest step of the history it carries. */
  readonly step: string
}

const firstWait = 1_000
const longestWait = 30_000
const largestBatch = 1_000
/** What the server takes at once; a column of 100,000 cells that is emptied goes in two, one after the other. */
const largestRequest = 50_000

/**
 * Sends changes one request at a time and in order, so that they arrive as they were made. What cannot be
 * delivered waits and is tried again; it is never dropped.
 */
export class Outbox<R> {
  readonly #options: OutboxOptions<R>
  #queue: OutgoingBatch[] = []
  #request: OutgoingBatch | null = null
  #inFlight = false
  /** The network came back while a request was on its way that may have been lost with it. */
  #tryAgain = false
  #tries = 0
  #cancelWait: (() => void) | null = null
  #waitingFor: string | null = null
  /** All of it as one list, until something changes. */
  #changes: readonly Change[] | null = null
  #openCells: { readonly of: readonly Change[]; readonly keys: ReadonlySet<CellKey> } | null = null

  /** Keys of what a page before this one had typed, or a tab that is gone. */
  readonly #left = new Set<string>()
  /** Keys of what such a page may have sent already: under them nothing else may go. */
  readonly #sealed = new Set<string>()

  constructor(options: OutboxOptions<R>) {
    this.#options = options
  }

  /** Whether an answer is awaited at this moment. */
  get isSending(): boolean {
    return this.#inFlight
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

  /** The cells with text on its way; of a new row all that were filled in. */
  get openCells(): ReadonlySet<CellKey> {
    const { changes } = this
    if (this.#openCells?.of !== changes)
      this.#openCells = { of: changes, keys: new Set(changes.flatMap(keysOf)) }
    return this.#openCells.keys
  }

  /** How many changes of an earlier page are not answered yet. */
  get leftCount(): number {
    const batches = this.#request === null ? this.#queue : [this.#request, ...this.#queue]
    const left = batches.filter(({ key }) => this.#left.has(key))
    return left.reduce((count, { changes }) => count + changes.length, 0)
  }

  /** Sends what an earlier page had left, after what waits already. */
  inherit(batches: readonly OutgoingBatch[]): void {
    const [first] = batches
    if (first === undefined) return
    this.#sealed.add(first.key)
    for (const { key } of batches) this.#left.add(key)
    this.#queue.push(...batches)
    this.#changed()
    this.#send()
  }

  post(batch: Omit<OutgoingBatch, 'key'>): void {
    if (batch.changes.length === 0) return
    const last = this.#queue.at(-1)
    const canJoin = last?.isTyped && batch.isTyped && !this.#sealed.has(last.key)
    const joined = canJoin ? [...last.changes, ...batch.changes] : null
    if (last !== undefined && joined !== null && joined.length <= largestBatch) {
      const together = { ...batch, key: last.key, changes: lastOfEachCell(joined) }
      this.#queue[this.#queue.length - 1] = together
      this.#keep(together)
    } else {
      for (let from = 0; from < batch.changes.length; from += largestRequest) {
        const changes = batch.changes.slice(from, from + largestRequest)
        const alone = { ...batch, changes, key: this.#options.newKey() }
        this.#queue.push(alone)
        this.#keep(alone)
      }
    }
    this.#changed()
    this.#send()
  }

  /** Lets what waits in the queue follow what an answer said, for example about versions. */
  rebase(rewrite: (change: Change) => Change): void {
    this.#queue = this.#queue.map((batch) => {
      if (this.#sealed.has(batch.key)) return batch
      const changes = batch.changes.map(rewrite)
      if (changes.every((change, index) => change === batch.changes[index])) return batch
      const rewritten = { ...batch, changes }
      this.#keep(rewritten)
      return rewritten
    })
    this.#changes = null
  }

  /** Tries at once what is waiting, for example because the network is back. */
  retryNow(): void {
    this.#cancelWait?.()
    this.#cancelWait = null
    this.#tryAgain = this.#inFlight
    this.#send()
  }

  #changed(): void {
    this.#changes = null
    this.#options.onChange()
  }

  #keep(batch: OutgoingBatch): void {
    this.#options.memory.keep([{ shelf: 'batch', key: batch.key, value: batch }])
  }

  #send(): void {
    if (this.#inFlight || this.#cancelWait !== null) return
    this.#request ??= this.#queue.shift() ?? null
    if (this.#request !== null) void this.#deliver(this.#request)
  }

  async #deliver(request: OutgoingBatch): Promise<void> {
    this.#inFlight = true
    const kept = this.#options.memory.settled()
    // What the server may have got must be known after a crash as it was sent: the same key, the same changes.
    if (kept !== null) await kept
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
    this.#tryAgain = false
    this.#waitingFor = null
    this.#options.memory.keep([{ shelf: 'batch', key: request.key, value: null }])
    this.#options.onAnswer(request, answer)
    this.#changed()
    this.#send()
  }

  #wait(reason: string): void {
    const delay = this.#tryAgain ? 0 : Math.min(firstWait * 2 ** this.#tries, longestWait)
    this.#tryAgain = false
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

function keysOf(change: Change): readonly CellKey[] {
  if (change.kind === 'cell') return [cellKey(change.rowId, change.field)]
  return change.kind === 'create'
    ? Object.keys(change.cells).map((field) => cellKey(change.rowId, field))
    : []
}
