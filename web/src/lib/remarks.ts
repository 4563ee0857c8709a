import { createSubscriber } from 'svelte/reactivity'
import type { Clock } from './sheet/clock.ts'

/** plain: to know · good: it is done · warning: not all of it · bad: it is not · working: it takes a moment. */
type Kind = 'plain' | 'good' | 'warning' | 'bad' | 'working'

export interface RemarkAction {
  readonly label: string
  readonly run: () => void
}

/** A sentence that is said once and goes by itself. */
export interface Remark {
  readonly id: number
  readonly kind: Kind
  readonly text: string
  readonly action: RemarkAction | null
}

/** As many lines as are read at once. */
const most = 3
const toRead = 5_000
const toRegret = 8_000
/** Something can be done about it. */
const toDecide = 15_000

/** What was just done or could not be, in a line of its own that covers nothing. */
export class Remarks {
  readonly #clock: Pick<Clock, 'after'>
  readonly #timers = new WeakMap<Remark, () => void>()
  #count = 0
  #isHeld = false
  #list: readonly Remark[] = []
  #changed = (): void => undefined
  readonly #read = createSubscriber((changed) => void (this.#changed = changed))

  constructor(clock: Pick<Clock, 'after'>) {
    this.#clock = clock
  }

  /** The newest last. */
  get list(): readonly Remark[] {
    this.#read()
    return this.#list
  }

  /** Says it; the answer takes it back. */
  say(kind: Kind, text: string, action: RemarkAction | null = null): () => void {
    const remark = { id: (this.#count += 1), kind, text, action }
    this.#show([...this.#list.filter((other) => other.text !== text), remark].slice(-most))
    if (!this.#isHeld) this.#time(remark)
    return () => this.drop(remark)
  }

  drop({ id }: Pick<Remark, 'id'>): void {
    this.#show(this.#list.filter((remark) => remark.id !== id))
  }

  /** Nothing goes while somebody is at it with the mouse or the keyboard. */
  hold(): void {
    this.#isHeld = true
    for (const remark of this.#list) this.#timers.get(remark)?.()
  }

  letGo(): void {
    this.#isHeld = false
    for (const remark of this.#list) this.#time(remark)
  }

  #show(list: readonly Remark[]): void {
    this.#list = list
    this.#changed()
  }

  #time(remark: Remark): void {
    const { kind, action } = remark
    if (kind === 'working') return
    const lasts = action !== null ? toDecide : kind === 'warning' || kind === 'bad' ? toRegret : toRead
    this.#timers.get(remark)?.()
    this.#timers.set(
      remark,
      this.#clock.after(lasts, () => this.drop(remark)),
    )
  }
}
