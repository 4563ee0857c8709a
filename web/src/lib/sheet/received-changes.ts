import type { ChangeNotice } from './plan-notice.ts'

/** As many own change sets as can be waiting for their notice; a broken line may owe all of them. */
const mostOwn = 1_000

/**
 * What the server tells of everybody's changes, before it is taken. The notice of an own change may come before its
 * answer, which alone says that it is an own one: so nothing is taken while an answer is awaited.
 */
export class ReceivedChanges {
  readonly #isAwaiting: () => boolean
  readonly #take: (notice: ChangeNotice) => void
  /** Saved by this tab, and their notice has not come yet. */
  readonly #own = new Set<string>()
  #held: ChangeNotice[] = []

  constructor(isAwaiting: () => boolean, take: (notice: ChangeNotice) => void) {
    this.#isAwaiting = isAwaiting
    this.#take = take
  }

  receive(notice: ChangeNotice): void {
    this.#held.push(notice)
    this.drain()
  }

  /** This tab has saved that: the rows know it already. */
  isOwn(changeSetId: string | null): void {
    if (changeSetId === null) return
    const [oldest] = this.#own
    if (oldest !== undefined && this.#own.size >= mostOwn) this.#own.delete(oldest)
    this.#own.add(changeSetId)
  }

  /** Takes what was held back, in order, unless an answer is awaited. */
  drain(): void {
    if (this.#isAwaiting()) return
    const held = this.#held
    this.#held = []
    for (const notice of held) if (!this.#own.delete(notice.id)) this.#take(notice)
  }

  clear(): void {
    this.#held = []
  }
}
