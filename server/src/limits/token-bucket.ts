interface Bucket {
  readonly tokens: number
  readonly at: number
}

const MANY_CALLERS = 10_000

/** Counts what each caller spends: `rate` a second in the long run, `burst` at once. */
export class TokenBuckets {
  readonly #buckets = new Map<string, Bucket>()
  readonly #rate: number
  readonly #burst: number
  readonly #now: () => number

  constructor(rate: number, burst: number, now: () => number = () => performance.now()) {
    this.#rate = rate
    this.#burst = Math.max(burst, 1)
    this.#now = now
  }

  /** Takes one token; answers 0, or the seconds until there is one. */
  take(caller: string): number {
    const now = this.#now()
    const bucket = this.#buckets.get(caller)
    const filled = bucket === undefined ? this.#burst : this.#filled(bucket, now)
    if (filled < 1) return (1 - filled) / this.#rate
    if (bucket === undefined && this.#buckets.size >= MANY_CALLERS) this.#forgetFull(now)
    this.#buckets.set(caller, { tokens: filled - 1, at: now })
    return 0
  }

  #filled({ tokens, at }: Bucket, now: number): number {
    return Math.min(this.#burst, tokens + ((now - at) / 1000) * this.#rate)
  }

  // A full bucket says no more than none.
  #forgetFull(now: number): void {
    for (const [caller, bucket] of this.#buckets)
      if (this.#filled(bucket, now) >= this.#burst) this.#buckets.delete(caller)
  }
}
