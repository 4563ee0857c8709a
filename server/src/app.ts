import type { IncomingMessage } from 'node:http'
import { renderGraphiQL } from '@graphql-yoga/render-graphiql'
import type { Database } from '@biaochi/prisma'
import { GraphQLError } from 'graphql'
import { createYoga, type Plugin } from 'graphql-yoga'
import { actorOf, localeOf } from './actor.ts'
import { keepAnswers } from './answers/keep-answers.ts'
import { sendAnswers } from './answers/send-answers.ts'
import { compileOperations } from './compile-operations.ts'
import { createContext, type Context } from './context.ts'
import { badDocument, maskError, type ErrorCode, type LogBug } from './errors.ts'
import { readExamples } from './examples.ts'
import { refusedRequest } from './guard.ts'
import { latestTexts } from './latest-used.ts'
import { defaultLimits, type Limits } from './limits/limits.ts'
import { ChangeFeed } from './live/change-feed.ts'
import { PresenceBoard } from './live/presence-board.ts'
import { limitBody } from './limits/limit-body.ts'
import { limitsPlugin } from './limits/limits-plugin.ts'
import { TokenBuckets } from './limits/token-bucket.ts'
import { say } from './messages.ts'
import { persistedOperations } from './persisted-operations.ts'
import { schema } from './schema/index.ts'

/** A parsed document weighs some fifty times its text. */
const PARSED_CHARACTERS = 1_000_000

export interface AppOptions {
  readonly logBug: LogBug
  readonly limits?: Partial<Limits>
  readonly introspection?: boolean
  readonly graphiql?: boolean
  /** How often an operation is interpreted before it is compiled. */
  readonly interpreted?: number
  /** Operations that callers may name by their SHA-256. */
  readonly operations?: ReadonlyMap<string, string>
  /** Whether nothing but those is answered. */
  readonly persistedOnly?: boolean
  /** How much memory the answers to repeated queries may take; 0: none are kept. */
  readonly answerBytes?: number
  /** Where subscriptions hear of changes; whoever gives it closes it. */
  readonly feed?: ChangeFeed
}

const failure = (
  status: number,
  code: ErrorCode,
  message: string,
  extensions: Readonly<Record<string, number>> = {},
): Response => Response.json({ errors: [{ message, extensions: { code, ...extensions } }] }, { status })

/** What is wrong with the request itself, before GraphQL sees it. */
const refused = (request: Request, { bodyBytes }: Limits): Response | null => {
  const locale = localeOf(request.headers.get('accept-language'))
  const reason = refusedRequest((name) => request.headers.get(name))
  if (reason !== null) return failure(403, 'FORBIDDEN', reason)
  // A form or a script of another site can send other types without asking first; JSON it cannot.
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (request.method === 'POST' && type !== 'application/json')
    return failure(415, 'BAD_INPUT', say(locale, 'json-only'))
  // Said before it is read; a body that does not say its length is cut off when it gets there.
  if (Number(request.headers.get('content-length') ?? 0) > bodyBytes)
    return failure(413, 'TOO_LARGE', say(locale, 'body-too-large', { max: bodyBytes }))
  return null
}

const health = async (db: Database): Promise<Response> => {
  try {
    await db.sql.query('SELECT 1 AS "one"')
    return Response.json({ status: 'ok', database: db.kind })
  } catch {
    return Response.json({ status: 'failing', database: db.kind }, { status: 503 })
  }
}

/** Who asks: the local admin for now, so the address. */
const callerOf = (context: { readonly req?: IncomingMessage }): string =>
  context.req?.socket.remoteAddress ?? 'local'

const tooOften = (request: Request, wait: number): Response => {
  const seconds = Math.max(1, Math.ceil(wait))
  const locale = localeOf(request.headers.get('accept-language'))
  const message = say(locale, 'rate-limited', { seconds })
  const response = failure(429, 'RATE_LIMITED', message, { retryAfter: seconds })
  response.headers.set('retry-after', String(seconds))
  return response
}

const door = (db: Database, limits: Limits): Plugin<object, { readonly req?: IncomingMessage }> => {
  const { requestsPerSecond, requestBurst } = limits
  const buckets = requestsPerSecond === 0 ? null : new TokenBuckets(requestsPerSecond, requestBurst)
  return {
    onValidate:
      () =>
      ({ valid, result, setResult }) => {
        if (!valid)
          setResult(result.map((error) => (error instanceof GraphQLError ? badDocument(error) : error)))
      },
    onRequest: async ({ request, url, endResponse, serverContext }) => {
      const refusal = refused(request, limits)
      if (refusal !== null) return endResponse(refusal)
      if (url.pathname === '/health') return endResponse(await health(db))
      const wait = buckets?.take(callerOf(serverContext)) ?? 0
      if (wait > 0) endResponse(tooOften(request, wait))
    },
  }
}

/** Whether the app answers this path; everything else is the web's. */
export const isAppPath = (path: string): boolean => path === '/graphql' || path === '/health'

/** The server without a socket: `/graphql` and `/health`, as a Node handler and as `fetch`. */
export const createApp = (
  db: Database,
  {
    logBug,
    introspection = true,
    graphiql = true,
    interpreted = 1,
    answerBytes = 0,
    operations = new Map(),
    persistedOnly = false,
    limits: given = {},
    feed: givenFeed,
  }: AppOptions,
) => {
  const limits = { ...defaultLimits, ...given }
  const feed = givenFeed ?? new ChangeFeed(db)
  const board = new PresenceBoard(db)
  const answers = keepAnswers(db, answerBytes)
  return createYoga<{ readonly req?: IncomingMessage }, Context>({
    schema,
    graphqlEndpoint: '/graphql',
    // Ours is at /health and asks the database.
    healthCheckEndpoint: '/graphql/alive',
    landingPage: false,
    // Never for other origins: see guard.ts.
    cors: false,
    multipart: false,
    logging: false,
    // Ours is limitBody.
    maxRequestBodySize: false,
    parserAndValidationCache: {
      documentCache: latestTexts(PARSED_CHARACTERS),
      errorCache: latestTexts(PARSED_CHARACTERS / 10),
    },
    renderGraphiQL,
    graphiql: graphiql && {
      title: '标尺 GraphQL',
      defaultTabs: readExamples().map(({ query, variables }) => ({ query, variables })),
    },
    plugins: [
      door(db, limits),
      limitBody(limits.bodyBytes),
      persistedOperations(operations, persistedOnly),
      answers.plugin,
      limitsPlugin(limits, introspection),
      compileOperations(schema, interpreted),
      sendAnswers(answers.keeper),
    ],
    context: ({ request }) =>
      createContext(db, actorOf(request), { feed, board, limits, signal: request.signal }),
    maskedErrors: { maskError: (error) => maskError(error, logBug) },
  })
}
