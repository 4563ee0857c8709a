import { defineConfig } from 'vitest/config'

const common = {
  // Every core: Vitest leaves one free, and of CI's two that would be half.
  maxWorkers: '100%',
  // Every test makes what it needs and ends it: reading the modules anew for each file would take a third of the time.
  isolate: false,
  testTimeout: 30_000,
  hookTimeout: 120_000,
}

const project = (name: string, include: string, env: Record<string, string> = {}, options = {}) => ({
  test: { name, include: [include], env, ...common, ...options },
})

// Node resolves packages without the condition "development" that Vite adds: with it our code would get another copy of
// graphql than graphql-yoga has, and neither would know the other's errors.
const server = (name: string, env: Record<string, string>, options = {}) => ({
  ...project(name, 'server/**/*.test.ts', env, options),
  ssr: { resolve: { conditions: ['module', 'node'] } },
})

export default defineConfig({
  test: {
    reporters: ['default', './support/count-reporter.ts'],
    projects: [
      project('domain', 'domain/**/*.test.ts'),
      project('forms', 'forms/**/*.test.ts'),
      project('web', 'web/**/*.test.ts'),
      server('server-pglite', { TEST_DATABASE: 'pglite' }, { globalSetup: ['./support/pglite.ts'] }),
      server('server-postgres', { TEST_DATABASE: 'postgres' }, { globalSetup: ['./support/postgres.ts'] }),
      project(
        'e2e',
        'e2e/**/*.test.ts',
        {},
        {
          testTimeout: 120_000,
          globalSetup: ['./support/stage-templates.ts'],
          // What is asked again until it holds: a slow machine needs longer, and one that is quick does not wait.
          expect: { poll: { timeout: 30_000 } },
        },
      ),
    ],
  },
})
