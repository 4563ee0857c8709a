import type { FetchAPI, Plugin } from 'graphql-yoga'
import { encodeAnswer, hasAnswer, headersAlone, taggedHeaders, type Answer } from './answer.ts'

/** Whoever remembers answers, see keep-answers.ts. */
export interface Keeper {
  /** The answer that was found for a request instead of computing it. */
  readonly found: (request: Request) => Answer | undefined
  readonly wants: (request: Request) => boolean
  readonly keep: (request: Request, answer: Answer) => void
}

const responseOf = (request: Request, { headers, body }: Answer, { Response }: FetchAPI): Response =>
  hasAnswer(request, headers)
    ? new Response(null, { status: 304, headers: headersAlone(headers) })
    : new Response(body, { status: 200, headers })

/** Whether the answer is whole and of one piece: events and files go through as they come. */
const isWhole = ({ headers }: Response): boolean =>
  /^application\/(graphql-response\+)?json/.test(headers.get('content-type') ?? '')

/**
 * Sends answers in the encoding the caller takes. A query sent by GET has a tag, and whoever still has its answer is told
 * so instead of being sent it again.
 */
export const sendAnswers = (keeper: Keeper): Plugin => ({
  onResponse: async ({ request, response, setResponse, fetchAPI }) => {
    const found = keeper.found(request)
    if (found !== undefined) return setResponse(responseOf(request, found, fetchAPI))
    if (!isWhole(response)) return
    const text = await response.text()
    const { status, statusText } = response
    const given = Object.fromEntries(response.headers)
    const headers = request.method === 'GET' && status === 200 ? { ...given, ...taggedHeaders(text) } : given
    const wanted = status === 200 && keeper.wants(request)
    if (!wanted && hasAnswer(request, headers))
      return setResponse(new fetchAPI.Response(null, { status: 304, headers: headersAlone(headers) }))
    const answer = await encodeAnswer(request, text, headers)
    if (wanted) keeper.keep(request, answer)
    setResponse(
      status === 200
        ? responseOf(request, answer, fetchAPI)
        : new fetchAPI.Response(answer.body, { status, statusText, headers: answer.headers }),
    )
  },
})
