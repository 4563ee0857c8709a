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

const statusOf = (error: GraphQLError): unknown => {
  const http = error.extensions['http']
  return typeof http === 'object' && http !== null && 'status' in http ? http.status : undefined
}

/** What GraphQL itself says of the caller's own document: syntax, validation, coercion. */
export const badDocument = (error: GraphQLError): GraphQLError => {
  const code: ErrorCode = statusOf(error) === 413 ? 'TOO_LARGE' : 'BAD_INPUT'
  return located(error, error.message, { ...error.extensions, code })
}

/** Lets refusals through, names what GraphQL itself refused, and hides everything else behind an id. */
export const maskError = (error: unknown, logBug: LogBug): GraphQLError => {
  if (error instanceof GraphQLError) {
    if (isErrorCode(error.extensions['code'])) return error
    // With a path it was thrown while executing, so by our code.
    const isOurs =
      error.path !== undefined || (error.originalError ?? error) instanceof GraphQLError === false
    if (!isOurs) return badDocument(error)
  }
  const errorId = randomUUID()
  logBug(errorId, error instanceof GraphQLError ? (error.originalError ?? error) : error)
  // The request's language is not known here, so both are used.
  const message = `服务器出了错，编号 ${errorId}。The server failed; the error is ${errorId}.`
  const extensions = { code: 'INTERNAL', errorId }
  return error instanceof GraphQLError
    ? located(error, message, extensions)
    : new GraphQLError(message, { extensions })
}
