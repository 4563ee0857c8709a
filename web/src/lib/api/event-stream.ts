import { CombinedError, stringifyDocument } from '@urql/core'
import type { AnyVariables, TypedDocumentNode } from '@urql/core'
import { getLocale } from '#lib/i18n.ts'
import { ApiError, explainError } from './api-error.ts'
import { EventReader } from './event-reader.ts'
import { hashDocument } from './hash-document.ts'

/** The server says something at least every 12 seconds; after this long the line is dead, whatever TCP believes. */
const longestSilence = 30_000

export interface StreamOptions {
  readonly signal: AbortSignal
  /** The server has begun to answer. */
  readonly onOpen: () => void
}

interface Answer<Data> {
  readonly data?: Data | null
  readonly errors?: ConstructorParameters<typeof CombinedError>[0]['graphQLErrors']
}

/**
 * All a subscription brings, until the server ends it or the signal does; throws an ApiError when it is refused, breaks
 * or falls silent. A POST read by hand: EventSource can neither send a document in a body nor tell a dead line.
 */
export async function* openEvents<Data, Variables extends AnyVariables>(
  fetch: typeof globalThis.fetch,
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  options: StreamOptions,
): AsyncGenerator<Data, void, undefined> {
  const query = stringifyDocument(document)
  const sha256Hash = await hashDocument(query)
  let heard = false
  try {
    if (sha256Hash !== '') {
      const asked = { extensions: { persistedQuery: { version: 1, sha256Hash } }, variables }
      for await (const data of readEvents<Data>(fetch, asked, options)) {
        heard = true
        yield data
      }
      return
    }
  } catch (error) {
    // A server of another age does not know the hash.
    if (heard || !(error instanceof ApiError) || error.code !== 'NOT_FOUND') throw error
  }
  yield* readEvents<Data>(fetch, { query, variables }, options)
}

async function* readEvents<Data>(
  fetch: typeof globalThis.fetch,
  asked: object,
  { signal, onOpen }: StreamOptions,
): AsyncGenerator<Data, void, undefined> {
  const silence = new AbortController()
  const breakOff = (): void => silence.abort()
  let timer = setTimeout(breakOff, longestSilence)
  // A line that the machine believes cut may stay open for minutes without a word.
  window.addEventListener('offline', breakOff)
  try {
    const response = await fetch('/graphql', {
      method: 'POST',
      headers: {
        accept: 'text/event-stream',
        'content-type': 'application/json',
        'accept-language': getLocale(),
      },
      body: JSON.stringify(asked),
      signal: AbortSignal.any([signal, silence.signal]),
    })
    if (!response.ok || response.body === null) throw await refusalOf(response)
    onOpen()
    const chunks = response.body.pipeThrough(new TextDecoderStream()).getReader()
    const reader = new EventReader()
    for (;;) {
      const { done, value } = await chunks.read()
      if (done) return
      clearTimeout(timer)
      timer = setTimeout(breakOff, longestSilence)
      for (const { name, data } of reader.push(value)) {
        if (name === 'complete') return
        yield read<Data>(data)
      }
    }
  } catch (error) {
    if (signal.aborted) return
    // What `fetch` throws says only that nobody answered.
    throw error instanceof TypeError || error instanceof DOMException
      ? explainError(new CombinedError({ networkError: error }))
      : error
  } finally {
    clearTimeout(timer)
    window.removeEventListener('offline', breakOff)
    silence.abort()
  }
}

function read<Data>(text: string): Data {
  const { data, errors }: Answer<Data> = JSON.parse(text)
  if (errors !== undefined) throw explainError(new CombinedError({ graphQLErrors: errors }))
  if (data === undefined || data === null) throw new Error('an event without data and without an error')
  return data
}

async function refusalOf(response: Response): Promise<Error> {
  const answer: Answer<never> | null = await response.json().catch(() => null)
  return explainError(new CombinedError({ graphQLErrors: answer?.errors ?? [], response }))
}
