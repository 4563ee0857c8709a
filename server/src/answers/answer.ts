import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

/** An answer as it leaves: bytes in the caller's encoding. */
export interface Answer {
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer<ArrayBuffer>
}

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
export const encodingFor = ({ headers }: Request): Encoding | null => {
  const offers = (headers.get('accept-encoding') ?? '').split(',').map((offer) =>
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

// The language of messages and the encoding make other answers of the same address.
const VARY = 'Accept, Accept-Encoding, Accept-Language'

/** The headers of an answer by which a caller may keep it: only those of a query sent by GET. */
export const taggedHeaders = (text: string): Record<string, string> => ({
  etag: tagOf(text),
  'cache-control': 'private, no-cache',
  vary: VARY,
})

/** The answer in the encoding the caller takes. */
export const encodeAnswer = async (
  request: Request,
  text: string,
  headers: Readonly<Record<string, string>>,
): Promise<Answer> => {
  const encoding = text.length < LEAST ? null : encodingFor(request)
  // Bytes, not text: Node writes long text to a socket at three times the cost.
  const body = encoding === null ? Buffer.from(text) : await encoders[encoding](text)
  const ofEncoding: Record<string, string> =
    encoding === null ? {} : { 'content-encoding': encoding, vary: VARY }
  return { headers: { ...headers, ...ofEncoding, 'content-length': String(body.length) }, body }
}

/** Whether the caller has this answer already. */
export const hasAnswer = (request: Request, { etag }: Readonly<Record<string, string>>): boolean =>
  etag !== undefined &&
  (request.headers.get('if-none-match') ?? '').split(',').some((known) => [etag, '*'].includes(known.trim()))

/** The headers of a 304. */
export const headersAlone = (headers: Readonly<Record<string, string>>): Record<string, string> => {
  const { etag, 'cache-control': control, vary } = headers
  return Object.fromEntries(
    Object.entries({ etag, 'cache-control': control, vary }).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  )
}
