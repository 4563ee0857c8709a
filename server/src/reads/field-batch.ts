import { createContextCache } from '@pothos/core'
import type { GraphQLResolveInfo } from 'graphql'
import type { Context } from '../context.ts'
import { KeyBatch } from './key-batch.ts'

interface Place {
  readonly nodes: GraphQLResolveInfo['fieldNodes']
  readonly batch: KeyBatch<unknown>
}

/**
 * One batch for each place in an operation: there the arguments are the same for every row that asks. `start` reads what
 * many rows ask for at once.
 */
export const fieldBatches = <Result>() => {
  const places = createContextCache((_context: Context): Place[] => [])
  return (
    context: Context,
    { fieldNodes }: GraphQLResolveInfo,
    read: (keys: readonly string[]) => Promise<ReadonlyMap<string, Result>>,
  ): KeyBatch<Result> => {
    const known = places(context).find(({ nodes }) =>
      nodes.every((node, index) => node === fieldNodes[index]),
    )
    // Only this function fills its own list, always with batches of its own results.
    if (known !== undefined) return known.batch as KeyBatch<Result>
    const batch = new KeyBatch(read)
    places(context).push({ nodes: fieldNodes, batch })
    return batch
  }
}
