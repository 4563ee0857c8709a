import type { ErrorCode } from '../errors.ts'
import type { ServerMessage } from '../messages.ts'

/** The request as a whole cannot be taken. */
export interface Refusal {
  readonly kind: 'refused'
  readonly code: ErrorCode
  readonly message: ServerMessage
  readonly params: Readonly<Record<string, string | number>>
}

export const refusal = (
  code: ErrorCode,
  message: ServerMessage,
  params: Readonly<Record<string, string | number>> = {},
): Refusal => ({ kind: 'refused', code, message, params })
