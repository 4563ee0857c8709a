import type { HistoryBatch } from '../history.ts'
import type { LoadedGroup } from '../sheet-table.ts'
import type { TakeBack, TakeBackAnswer, TakeBackRequest, WholeChange } from '../take-back.ts'
import type { ServerNews } from './server-news.ts'
import type { Steps, StepSource } from './steps.ts'

interface WholeUndoingOptions<R, Group extends LoadedGroup<R>> {
  readonly takeBack: TakeBack
  readonly steps: Steps
  readonly news: ServerNews<R, Group>
  /** Whether something is on its way: it was done before and has to be there before. */
  readonly isSending: () => boolean
}

/** Takes steps back that the server did as a whole; they are over only when it has answered. */
export class WholeUndoing<R, Group extends LoadedGroup<R>> {
  readonly #options: WholeUndoingOptions<R, Group>
  #isAsking = false

  constructor(options: WholeUndoingOptions<R, Group>) {
    this.#options = options
  }

  /** Whether one has to wait. */
  get isBusy(): boolean {
    return this.#isAsking || this.#options.isSending()
  }

  async take(
    batch: HistoryBatch,
    change: WholeChange,
    source: StepSource,
    onConflict: TakeBackRequest['onConflict'],
  ): Promise<TakeBackAnswer> {
    const { takeBack, steps, news } = this.#options
    this.#isAsking = true
    const answer = await news
      .changeGroup(change.groupId, () => takeBack({ source, change, onConflict }))
      .finally(() => (this.#isAsking = false))
    if (answer.kind === 'done') steps.pass(batch, source)
    // Taken back elsewhere, or not one's own: it would be in the way of all older steps for ever.
    if (answer.kind === 'refused') steps.drop(batch)
    return answer
  }
}
