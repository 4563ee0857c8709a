import { hash } from 'node:crypto'
import type { GraphQLParams } from 'graphql-yoga'
import { actorOf } from '../actor.ts'
import { encodingFor } from './answer.ts'

/** What is longer is a change or comes once. */
const LONGEST = 20_000

/** All an answer depends on besides the database: who asks for what, and how it is to be sent; null when too long. */
export const answerKey = (request: Request, params: GraphQLParams): string | null => {
  const { query, operationName, variables } = params
  if (query === undefined || Number(request.headers.get('content-length') ?? 0) > LONGEST) return null
  const text = JSON.stringify([
    // The caller with all rights, the author and the language.
    actorOf(request),
    request.method,
    request.headers.get('accept'),
    encodingFor(request),
    query,
    operationName ?? null,
    variables ?? {},
  ])
  return text.length > LONGEST ? null : hash('sha256', text, 'base64url')
}
