import { expect } from 'vitest'
import { createApp, type AppOptions } from '@biaochi/server/app'
import type { Database } from '@biaochi/prisma'
import { openTestDatabase } from './database.ts'

export interface AnswerError {
  readonly message: string
  readonly path?: readonly (string | number)[]
  readonly extensions: { readonly code: string; readonly errorId?: string }
}

export interface TestApp {
  readonly db: Database
  readonly fetch: (request: Request) => Promise<Response>
  /** Runs an operation that must succeed; the shape of the answer is the test's claim. */
  readonly runOk: <Data>(query: string, variables?: object, headers?: Record<string, string>) => Promise<Data>
  /** Runs an operation that must be refused with this code. */
  readonly runError: (
    code: string,
    query: string,
    variables?: object,
    headers?: Record<string, string>,
  ) => Promise<AnswerError>
  /** The SQL of the last operation. */
  readonly statements: () => readonly string[]
  /** What the log would have been told. */
  readonly bugs: unknown[]
  readonly close: () => Promise<void>
}

interface Answer {
  readonly data?: unknown
  readonly errors?: readonly AnswerError[]
}

export const startApp = async (options: Partial<AppOptions> = {}): Promise<TestApp> => {
  let statements: string[] = []
  const bugs: unknown[] = []
  const { db, close } = await openTestDatabase((text) => statements.push(text))
  const app = createApp(db, { interpreted: 0, ...options, logBug: (_errorId, error) => bugs.push(error) })
  const run = async (
    query: string,
    variables: object = {},
    headers: Record<string, string> = {},
  ): Promise<Answer> => {
    statements = []
    const response = await app.fetch('http://localhost/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query, variables }),
    })
    return response.json()
  }
  return {
    db,
    bugs,
    close,
    statements: () => statements,
    fetch: async (request) => app.fetch(request),
    runOk: async <Data>(query: string, variables?: object, headers?: Record<string, string>) => {
      const answer = await run(query, variables, headers)
      expect(answer.errors, JSON.stringify([answer.errors, bugs.map(String)])).toBeUndefined()
      return answer.data as Data
    },
    runError: async (code, query, variables, headers) => {
      const [error] = (await run(query, variables, headers)).errors ?? []
      if (error === undefined) throw new Error(`not refused: ${query}`)
      expect(error.extensions.code, error.message).toBe(code)
      return error
    },
  }
}
