import { Client, fetchExchange } from '@urql/core'
import type { AnyVariables, OperationResult, TypedDocumentNode } from '@urql/core'
import { persistedExchange } from '@urql/exchange-persisted'
import { getLocale } from '#lib/i18n.ts'
import { explainError } from './api-error.ts'
import { openEvents } from './event-stream.ts'
import type { StreamOptions } from './event-stream.ts'
import { hashDocument } from './hash-document.ts'

/** The one door to the server: asks, and answers with data or throws an ApiError. */
export interface Api {
  readonly query: Ask
  readonly mutate: Ask
  /** Everything a subscription brings, until its server or its signal ends it. */
  readonly stream: Follow
}

export type Ask = <Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
) => Promise<Data>

export type Follow = <Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  options: StreamOptions,
) => AsyncIterable<Data>

export function createApi(fetch: typeof globalThis.fetch): Api {
  const client = new Client({
    url: '/graphql',
    fetch,
    preferGetMethod: false,
    exchanges: [
      // The server knows our documents by their hashes (collect-operations.ts); one it does not know is sent as text. Queries
      // go by GET, so that the browser keeps their answers and is told when they are still right.
      persistedExchange({ enableForMutation: true, generateHash: hashDocument }),
      fetchExchange,
    ],
    requestPolicy: 'network-only',
    fetchOptions: () => ({ headers: { 'accept-language': getLocale() } }),
  })
  return {
    query: async (document, variables) => unwrap(await client.query(document, variables).toPromise()),
    mutate: async (document, variables) => unwrap(await client.mutation(document, variables).toPromise()),
    stream: (document, variables, options) => openEvents(fetch, document, variables, options),
  }
}

function unwrap<Data, Variables extends AnyVariables>({
  data,
  error,
}: OperationResult<Data, Variables>): Data {
  if (error !== undefined) throw explainError(error)
  if (data === undefined) throw new Error('an answer without data and without an error')
  return data
}
