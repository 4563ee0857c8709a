import { readFileSync } from 'node:fs'
import { usePersistedOperations } from '@graphql-yoga/plugin-persisted-operations'
import type { Plugin } from 'graphql-yoga'
import { localeOf } from './actor.ts'
import { refuse } from './errors.ts'

const collected = new URL('../../web/src/lib/generated/operations.json', import.meta.url)

/** The operations of our own web app by their SHA-256, as `pnpm generate` collects them; none where that has not run. */
export const readOperations = (): ReadonlyMap<string, string> => {
  try {
    const texts: Readonly<Record<string, string>> = JSON.parse(readFileSync(collected, 'utf8'))
    return new Map(Object.entries(texts))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return new Map()
    throw error
  }
}

const localeFor = ({ request }: { readonly request: Request }) =>
  localeOf(request.headers.get('accept-language'))

/** Takes the hash of a known operation for its text (`extensions.persistedQuery`); `only`: refuses all texts. */
export const persistedOperations = (operations: ReadonlyMap<string, string>, only: boolean): Plugin =>
  usePersistedOperations({
    allowArbitraryOperations: !only,
    getPersistedOperation: (hash) => operations.get(hash) ?? null,
    customErrors: {
      // Clients know these words (urql, Apollo, Relay) and send the text instead.
      notFound: { message: 'PersistedQueryNotFound', extensions: { code: 'NOT_FOUND' } },
      keyNotFound: (payload) => refuse(localeFor(payload), 'BAD_INPUT', 'no-document'),
      persistedQueryOnly: (payload) => refuse(localeFor(payload), 'FORBIDDEN', 'persisted-only'),
    },
  })
