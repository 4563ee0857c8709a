import { renderGraphiQL } from '@graphql-yoga/render-graphiql'
import type { Database } from '@biaochi/prisma'
import { GraphQLError } from 'graphql'
import { createYoga, type Plugin } from 'graphql-yoga'
import { createContext, localeOf, type Context } from './context.ts'
import { badDocument, maskError, type LogBug } from './errors.ts'
import { refusedRequest } from './guard.ts'
import { say } from './messages.ts'
import { schema } from './schema/index.ts'

/** 50,000 cells or a form of some megabytes fit well; nothing sensible is larger. */
const MAX_BODY = 32_000_000

export interface AppOptions {
  readonly logBug: LogBug
}

const failure = (status: number, code: string, message: string): Response =>
  Response.json({ errors: [{ message, extensions: { code } }] }, { status })

/** What is wrong with the request itself, before GraphQL sees it. */
const refused = (request: Request): Response | null => {
  const reason = refusedRequest((name) => request.headers.get(name))
  if (reason !== null) return failure(403, 'FORBIDDEN', reason)
  // A form or a script of another site can send other types without asking first; JSON it cannot.
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (request.method === 'POST' && type !== 'application/json')
    return failure(415, 'BAD_INPUT', say(localeOf(request.headers.get('accept-language')), 'json-only'))
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

const door = (db: Database): Plugin => ({
  onValidate:
    () =>
    ({ valid, result, setResult }) => {
      if (!valid)
        setResult(result.map((error) => (error instanceof GraphQLError ? badDocument(error) : error)))
    },
  onRequest: async ({ request, url, endResponse }) => {
    const refusal = refused(request)
    if (refusal !== null) endResponse(refusal)
    else if (url.pathname === '/health') endResponse(await health(db))
  },
})

/** Whether the app answers this path; everything else is the web's. */
export const isAppPath = (path: string): boolean => path === '/graphql' || path === '/health'

/** The server without a socket: `/graphql` and `/health`, as a Node handler and as `fetch`. */
export const createApp = (db: Database, { logBug }: AppOptions) =>
  createYoga<object, Context>({
    schema,
    graphqlEndpoint: '/graphql',
    // Ours is at /health and asks the database.
    healthCheckEndpoint: '/graphql/alive',
    landingPage: false,
    // Never for other origins: see guard.ts.
    cors: false,
    multipart: false,
    logging: false,
    maxRequestBodySize: MAX_BODY,
    renderGraphiQL,
    graphiql: { title: '标尺 GraphQL' },
    plugins: [door(db)],
    context: ({ request }) => createContext(db, localeOf(request.headers.get('accept-language'))),
    maskedErrors: { maskError: (error) => maskError(error, logBug) },
  })
