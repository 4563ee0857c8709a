/** Remembers what texts mean, the latest used ones, bounded by the characters of the texts. */
export class TextCache<Value> {
  readonly #values = new Map<string, Value>()
  readonly #most: number
  #characters = 0

  constructor(characters: number) {
    this.#most = characters
  }

  get(text: string): Value | undefined {
    const value = this.#values.get(text)
    if (value === undefined) return undefined
    // A Map keeps the order of insertion: the first is the longest unused.
    this.#values.delete(text)
    this.#values.set(text, value)
    return value
  }

  set(text: string, value: Value): void {
    if (!this.#values.delete(text)) this.#characters += text.length
    this.#values.set(text, value)
    for (const oldest of this.#values.keys()) {
      if (this.#characters <= this.#most) return
      this.#values.delete(oldest)
      this.#characters -= oldest.length
    }
  }
}
