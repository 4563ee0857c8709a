import { GraphQLError } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import { localeOf } from '../actor.ts'
import type { ErrorCode } from '../errors.ts'
import { say } from '../messages.ts'

const readBody = async (
  body: ReadableStream<Uint8Array>,
  most: number,
  tooLarge: () => Error,
): Promise<Buffer<ArrayBuffer>> => {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of body) {
    bytes += chunk.byteLength
    if (bytes > most) throw tooLarge()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/**
 * Cuts a body off that does not say its length. One that does was refused before it was read (app.ts), and Node holds it to
 * what it said: Yoga's own limit copies every body through a stream, which costs more than a short query.
 */
export const limitBody = (most: number): Plugin => ({
  onRequestParse: ({ request, requestParser, setRequestParser, fetchAPI }) => {
    if (requestParser === undefined || request.method === 'GET' || request.headers.has('content-length'))
      return
    const message = say(localeOf(request.headers.get('accept-language')), 'body-too-large', { max: most })
    const tooLarge = () =>
      new GraphQLError(message, {
        extensions: { code: 'TOO_LARGE' satisfies ErrorCode, http: { status: 413 } },
      })
    setRequestParser(async ({ body, url, method, headers, signal }) =>
      requestParser(
        body === null
          ? request
          : new fetchAPI.Request(url, {
              method,
              headers,
              signal,
              body: await readBody(body, most, tooLarge),
            }),
      ),
    )
  },
})
