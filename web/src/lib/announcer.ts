/** Time as the announcer needs it. */
export interface Timer {
  /** Runs `action` after `ms`; the answer cancels it. */
  readonly after: (ms: number, action: () => void) => () => void
}

/** People move with the arrow keys many times a second; others need not see every cell they pass. */
const moveEvery = 300
/** Well within the time after which the server believes one gone. */
const sayAgainEvery = 5_000

/** Says where this tab is: soon after it moved, and again and again so that it is not believed gone. */
export class Announcer<Place> {
  readonly #say: (place: Place | null) => void
  readonly #timer: Timer
  #place: Place | null = null
  /** A moment ago it was said where; what happens meanwhile is said afterwards. */
  #isPausing = false
  #isDue = false
  #cancel: (() => void) | null = null

  constructor(say: (place: Place | null) => void, timer: Timer) {
    this.#say = say
    this.#timer = timer
  }

  /** Moved there; nowhere means left. */
  move(place: Place | null): void {
    if (this.#place === null && place === null) return
    this.#place = place
    if (this.#isPausing) this.#isDue = true
    else this.#sayNow()
  }

  /** Says again where it is, for who has not heard it. */
  repeat(): void {
    this.move(this.#place)
  }

  /** Leaves without waiting: there may be no later. */
  leave(): void {
    if (this.#place === null) return
    this.#place = null
    this.#sayNow()
  }

  #sayNow(): void {
    this.#cancel?.()
    this.#isDue = false
    this.#isPausing = true
    this.#say(this.#place)
    this.#cancel = this.#timer.after(moveEvery, () => this.#rest())
  }

  #rest(): void {
    this.#isPausing = false
    if (this.#isDue) this.#sayNow()
    else if (this.#place !== null)
      this.#cancel = this.#timer.after(sayAgainEvery - moveEvery, () => this.#sayNow())
  }
}
