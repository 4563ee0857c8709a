type ReadKeys<Result> = (keys: readonly string[]) => Promise<ReadonlyMap<string, Result>>

/** Reads what is asked for at the same time by one call: a list whose rows each ask for something sends one statement. */
export class KeyBatch<Result> {
  readonly #read: ReadKeys<Result>
  #open: { readonly keys: Set<string>; readonly done: Promise<ReadonlyMap<string, Result>> } | null = null

  constructor(read: ReadKeys<Result>) {
    this.#read = read
  }

  async load(key: string): Promise<Result | null> {
    this.#open ??= this.#start()
    this.#open.keys.add(key)
    return (await this.#open.done).get(key) ?? null
  }

  #start(): { readonly keys: Set<string>; readonly done: Promise<ReadonlyMap<string, Result>> } {
    const keys = new Set<string>()
    // By then every resolver that was ready has asked.
    const done = new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
      this.#open = null
      return this.#read([...keys])
    })
    return { keys, done }
  }
}
