import { defineConfig } from 'vitest/config'

const project = (name: string, include: string, env: Record<string, string> = {}, options = {}) => ({
  test: { name, include: [include], env, testTimeout: 30_000, hookTimeout: 120_000, ...options },
})

export default defineConfig({
  test: {
    reporters: ['default', './support/count-reporter.ts'],
    projects: [
      project('domain', 'domain/**/*.test.ts'),
      project('forms', 'forms/**/*.test.ts'),
      project('web', 'web/**/*.test.ts'),
      project('server-pglite', 'server/**/*.test.ts', { TEST_DATABASE: 'pglite' }),
      project('server-postgres', 'server/**/*.test.ts', { TEST_DATABASE: 'postgres' }, { globalSetup: ['./support/postgres.ts'] }),
      project('e2e', 'e2e/**/*.test.ts', {}, { testTimeout: 120_000, fileParallelism: false }),
    ],
  },
})
