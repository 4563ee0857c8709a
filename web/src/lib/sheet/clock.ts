/** Time as the sheet needs it; tests hand in one they move themselves. */
export interface Clock {
  readonly now: () => number
  /** Runs `action` after `ms`; the answer cancels it. */
  readonly after: (ms: number, action: () => void) => () => void
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after: (ms, action) => {
    const timer = setTimeout(action, ms)
    return () => clearTimeout(timer)
  },
}
