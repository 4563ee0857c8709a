import { randomUUID } from 'node:crypto'
import { GraphQLError, type ASTNode } from 'graphql'
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

/** The same refusal at a place of the document. */
export const refuseAt = (
  path: readonly (string | number)[],
  node: ASTNode,
  error: GraphQLError,
): GraphQLError => new GraphQLError(error.message, { path, nodes: node, extensions: error.extensions })

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

const LONGEST = 1_000

/** GraphQL quotes what it was given, however long that is. */
const shortened = (message: string): string =>
  message.length <= LONGEST ? message : `${message.slice(0, LONGEST - 1).toWellFormed()}…`

/** What GraphQL itself says of the caller's own document: syntax, validation, coercion. */
export const badDocument = (error: GraphQLError): GraphQLError => {
  // Said where the language asked for is not known, so in both.
  if (statusOf(error) === 413)
    return located(error, '请求体太大。The body of the request is too large.', {
      ...error.extensions,
      code: 'TOO_LARGE' satisfies ErrorCode,
    })
  return located(error, shortened(error.message), {
    ...error.extensions,
    code: 'BAD_INPUT' satisfies ErrorCode,
  })
}

const CANCELED = '57014'

/** Whether the database gave a statement up because it took too long; Prisma hides that some causes deep. */
const isStatementTimeout = (error: unknown, depth = 0): boolean => {
  if (!(error instanceof Error) || depth > 5) return false
  if ('code' in error && error.code === CANCELED) return true
  if (error.message.includes('statement timeout')) return true
  return isStatementTimeout(error instanceof GraphQLError ? error.originalError : error.cause, depth + 1)
}

const tooSlow = '数据库没有及时答复，请缩小查询。The database took too long; ask for less.'

/** Lets refusals through, names what GraphQL itself refused, and hides everything else behind an id. */
export const maskError = (error: unknown, logBug: LogBug): GraphQLError => {
  if (error instanceof GraphQLError) {
    if (isErrorCode(error.extensions['code']))
      return error.message.length <= LONGEST
        ? error
        : located(error, shortened(error.message), error.extensions)
    // With a path it was thrown while executing, so by our code.
    const isOurs =
      error.path !== undefined || (error.originalError ?? error) instanceof GraphQLError === false
    if (!isOurs) return badDocument(error)
  }
  if (isStatementTimeout(error)) {
    const extensions = { code: 'TOO_COMPLEX' satisfies ErrorCode }
    return error instanceof GraphQLError
      ? located(error, tooSlow, extensions)
      : new GraphQLError(tooSlow, { extensions })
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
