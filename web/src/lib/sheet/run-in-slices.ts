export interface Slices<Result> {
  readonly onDone: (result: Result) => void
  /** It takes longer than one frame. */
  readonly onPause: () => void
}

const sliceOf = 8

/** Does work that pauses a few milliseconds in each frame, so that the page never stands still; answers what ends it. */
export function runInSlices<Result>(
  start: () => Generator<void, Result>,
  { onDone, onPause }: Slices<Result>,
): () => void {
  let work: Generator<void, Result> | null = null
  let frame = requestAnimationFrame(function slice() {
    work ??= start()
    const until = performance.now() + sliceOf
    while (performance.now() < until) {
      const step = work.next()
      if (step.done) return onDone(step.value)
    }
    onPause()
    frame = requestAnimationFrame(slice)
  })
  return () => cancelAnimationFrame(frame)
}
