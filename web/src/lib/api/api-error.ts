import type { CombinedError } from '@urql/core'
import { m } from '#lib/i18n.ts'

/** unreachable: nobody answered, or not now · refused: the answer is no, and asking again would not change it. */
export type ApiErrorKind = 'unreachable' | 'refused'

/** Why the server did not do what was asked, in words for a person. */
export class ApiError extends Error {
  readonly kind: ApiErrorKind
  readonly code: string | null

  constructor(kind: ApiErrorKind, message: string, code: string | null) {
    super(message)
    this.name = 'ApiError'
    this.kind = kind
    this.code = code
  }
}

/** A gateway without its server, a server without breath: the next try may well succeed. */
const passingStatus = new Set([408, 425, 429, 500, 502, 503, 504])

export function explainError(error: CombinedError): ApiError {
  const [first] = error.graphQLErrors
  if (first !== undefined) {
    const { code, errorId } = first.extensions
    const known = typeof code === 'string' ? code : 'INTERNAL'
    if (known === 'RATE_LIMITED') return new ApiError('unreachable', m.error_busy(), known)
    const message =
      known === 'INTERNAL'
        ? m.error_internal({ id: typeof errorId === 'string' ? errorId : '–' })
        : first.message
    return new ApiError('refused', message, known)
  }
  const status = statusOf(error.response)
  if (status === null) return new ApiError('unreachable', m.error_unreachable(), null)
  const kind = passingStatus.has(status) ? 'unreachable' : 'refused'
  return new ApiError(kind, m.error_status({ status }), status === 413 ? 'TOO_LARGE' : null)
}

function statusOf(response: unknown): number | null {
  return response instanceof Response ? response.status : null
}
