/** Remembers the latest used values, bounded by their weight. */
export class LatestUsed<Value> {
  readonly #values = new Map<string, Value>()
  readonly #most: number
  readonly #weigh: (key: string, value: Value) => number
  #weight = 0

  constructor(most: number, weigh: (key: string, value: Value) => number) {
    this.#most = most
    this.#weigh = weigh
  }

  get weight(): number {
    return this.#weight
  }

  get(key: string): Value | undefined {
    const value = this.#values.get(key)
    if (value === undefined) return undefined
    // A Map keeps the order of insertion: the first is the longest unused.
    this.#values.delete(key)
    this.#values.set(key, value)
    return value
  }

  set(key: string, value: Value): void {
    this.#forget(key)
    this.#values.set(key, value)
    this.#weight += this.#weigh(key, value)
    for (const oldest of this.#values.keys()) {
      if (this.#weight <= this.#most) return
      this.#forget(oldest)
    }
  }

  #forget(key: string): void {
    const value = this.#values.get(key)
    if (value === undefined) return
    this.#weight -= this.#weigh(key, value)
    this.#values.delete(key)
  }
}

/** What texts mean, bounded by the characters of the texts. */
export const latestTexts = <Value>(characters: number): LatestUsed<Value> =>
  new LatestUsed(characters, (text) => text.length)
