import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Plugin } from 'graphql-yoga'

/** Below this a packet holds the answer anyway. */
const LEAST = 1_000

const gzipped = promisify(gzip)
const brotli = promisify(brotliCompress)

const encoders = {
  // As fast as gzip, and smaller.
  br: (text: string) => brotli(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
  gzip: (text: string) => gzipped(text),
}

type Encoding = keyof typeof encoders

/** The best encoding the caller takes, or null; `q=0` says never. */
const chosenEncoding = (accepted: string | null): Encoding | null => {
  const offers = (accepted ?? '').split(',').map((offer) =>
    offer
      .trim()
      .toLowerCase()
      .split(/\s*;\s*/),
  )
  const takes = (name: string): boolean =>
    offers.some(([offer, ...params]) => offer === name && !params.some((param) => /^q=0(\.0*)?$/.test(param)))
  return takes('br') ? 'br' : takes('gzip') ? 'gzip' : null
}

const tagOf = (text: string): string =>
  `W/"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`

const knows = (request: Request, tag: string): boolean =>
  (request.headers.get('if-none-match') ?? '').split(',').some((known) => [tag, '*'].includes(known.trim()))

/** Whether the answer is whole and of one piece: events and files go through as they come. */
const isWhole = ({ headers }: Response): boolean =>
  /^application\/(graphql-response\+)?json/.test(headers.get('content-type') ?? '')

/**
 * Answers in the encoding the caller takes. A query sent by GET has a tag, and whoever still has its answer is told so:
 * it is computed, but not sent again.
 */
export const compressAnswers = (): Plugin => ({
  onResponse: async ({ request, response, setResponse, fetchAPI }) => {
    if (!isWhole(response)) return
    const text = await response.text()
    const { status, statusText } = response
    const headers = Object.fromEntries(response.headers)
    delete headers['content-length']
    if (request.method === 'GET' && status === 200) {
      const tag = tagOf(text)
      headers['etag'] = tag
      headers['cache-control'] = 'private, no-cache'
      // The language of messages and the encoding make other answers of the same address.
      headers['vary'] = 'Accept, Accept-Encoding, Accept-Language'
      if (knows(request, tag)) {
        delete headers['content-type']
        return setResponse(new fetchAPI.Response(null, { status: 304, headers }))
      }
    }
    const encoding = text.length < LEAST ? null : chosenEncoding(request.headers.get('accept-encoding'))
    if (encoding !== null) {
      headers['content-encoding'] = encoding
      headers['vary'] = 'Accept, Accept-Encoding, Accept-Language'
    }
    // Bytes, not text: Node writes long text to a socket at three times the cost.
    const body = encoding === null ? Buffer.from(text) : await encoders[encoding](text)
    setResponse(new fetchAPI.Response(body, { status, statusText, headers }))
  },
})
