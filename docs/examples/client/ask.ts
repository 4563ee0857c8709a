import type { TadaDocumentNode } from 'gql.tada'
import { print } from 'graphql'

/** A refusal of the server: switch on the code, show the message. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly code: string

  constructor(message: string, code: string) {
    super(message)
    this.code = code
  }
}

interface Answer<Data> {
  readonly data?: Data | null
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[]
}

export interface Server {
  /** Where it is, up to /graphql. */
  readonly url: string
  readonly language?: 'zh-CN' | 'en'
  readonly fetch?: (request: Request) => Promise<Response>
}

/** Sends a document; what comes back, and what may be sent along, has the document's types. */
export const ask = async <Data, Variables>(
  { url, language = 'zh-CN', fetch = globalThis.fetch }: Server,
  document: TadaDocumentNode<Data, Variables>,
  variables: Variables,
): Promise<Data> => {
  const response = await fetch(
    new Request(new URL('/graphql', url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-language': language },
      body: JSON.stringify({ query: print(document), variables }),
    }),
  )
  // What the document asked for is what the server answers: that is what the generated types say.
  const answer = (await response.json()) as Answer<Data>
  const [error] = answer.errors ?? []
  if (error !== undefined) throw new ApiError(error.message, error.extensions?.code ?? 'INTERNAL')
  if (answer.data === undefined || answer.data === null)
    throw new ApiError(`HTTP ${response.status} without data`, 'INTERNAL')
  return answer.data
}
