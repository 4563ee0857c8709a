/** Work under way, by what it is about. */
export class Shared<Result> {
  readonly #running = new Map<string, Promise<Result>>()

  /** Does the work, or takes what the same work under way comes to if that is good. */
  async run(id: string, work: () => Promise<Result>, isGood: (result: Result) => boolean): Promise<Result> {
    const running = this.#running.get(id)
    if (running !== undefined) {
      const result = await running.catch(() => null)
      return result !== null && isGood(result) ? result : work()
    }
    const done = work()
    this.#running.set(id, done)
    try {
      return await done
    } finally {
      this.#running.delete(id)
    }
  }
}
