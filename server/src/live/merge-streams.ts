type Result<Item> = IteratorResult<Item, undefined>

/**
 * Two streams as one, each in its own order; the end or the error of either ends both. Each has at most one item lying
 * here: what a slow reader leaves lying is the streams' own business.
 */
export const mergeStreams = <First, Second>(
  first: AsyncIterableIterator<First>,
  second: AsyncIterableIterator<Second>,
): AsyncIterableIterator<First | Second> => {
  const arrived: (() => Result<First | Second>)[] = []
  let ready = Promise.withResolvers<null>()

  /** Asks a stream for its next item unless it has been asked. Not Promise.race: on one that never comes it piles up. */
  const asker = (stream: AsyncIterableIterator<First | Second>): (() => void) => {
    let asked = false
    const arrive = (take: () => Result<First | Second>): void => {
      arrived.push(take)
      ready.resolve(null)
    }
    return () => {
      if (asked) return
      asked = true
      stream.next().then(
        (result) =>
          arrive(() => {
            asked = false
            return result.done === true ? { done: true, value: undefined } : result
          }),
        (error: unknown) =>
          arrive(() => {
            throw error
          }),
      )
    }
  }
  const askers = [asker(first), asker(second)]

  const end = async (): Promise<Result<never>> => {
    await Promise.all([first.return?.(), second.return?.()])
    return { done: true, value: undefined }
  }

  const merged: AsyncIterableIterator<First | Second> = {
    [Symbol.asyncIterator]: () => merged,
    next: async () => {
      ready = Promise.withResolvers<null>()
      for (const ask of askers) ask()
      if (arrived.length === 0) await ready.promise
      try {
        const result = arrived.shift()?.()
        return result === undefined || result.done === true ? await end() : result
      } catch (error) {
        await end()
        throw error
      }
    },
    return: end,
  }
  return merged
}
