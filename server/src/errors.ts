import { randomUUID } from 'node:crypto'
import { GraphQLError } from 'graphql'
import type { Locale } from '@biaochi/domain'
import { say, type ServerMessage } from './messages.ts'

/** The whole set a client can meet; it switches on the code, never on the message. */
export const errorCodes = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'BAD_INPUT',
  'CONFLICT',
  'LOCKED',
  'TOO_LARGE',
  'TOO_COMPLEX',
  'RATE_LIMITED',
  'INTERNAL',
] as const

export type ErrorCode = (typeof errorCodes)[number]

const isErrorCode = (code: unknown): code is ErrorCode => errorCodes.some((known) => known === code)

/** A refusal with its code, in the caller's language. */
export const refuse = (
  locale: Locale,
  code: ErrorCode,
  message: ServerMessage,
  params: Readonly<Record<string, string | number>> = {},
): GraphQLError => new GraphQLError(say(locale, message, params), { extensions: { code } })

/** What a bug is logged with: the id the page shows, and everything else only in the log. */
export type LogBug = (errorId: string, error: unknown) => void

const located = (error: GraphQLError, message: string, extensions: Record<string, unknown>): GraphQLError =>
  new GraphQLError(message, {
    nodes: error.nodes,
    source: error.source,
    positions: error.positions,
    path: error.path,
    extensions,
  })

/** Lets refusals through, names what GraphQL itself refused, and hides everything else behind an id. */
export const maskError = (error: unknown, locale: Locale, logBug: LogBug): GraphQLError => {
  if (error instanceof GraphQLError) {
    if (isErrorCode(error.extensions['code'])) return error
    // Syntax, validation and coercion of arguments: GraphQL's own words, about the caller's own document.
    if (error.originalError === undefined || error.originalError instanceof GraphQLError)
      return located(error, error.message, { ...error.extensions, code: 'BAD_INPUT' })
  }
  const errorId = randomUUID()
  logBug(errorId, error instanceof GraphQLError ? error.originalError : error)
  const message = say(locale, 'internal', { errorId })
  const extensions = { code: 'INTERNAL', errorId }
  return error instanceof GraphQLError
    ? located(error, message, extensions)
    : new GraphQLError(message, { extensions })
}
