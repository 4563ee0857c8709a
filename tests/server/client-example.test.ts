import { afterAll, beforeAll, expect, test } from 'vitest'
import { ApiError, ask } from '@biaochi/client-example/ask'
import { executionReport } from '@biaochi/client-example/execution-report'
import { graphql } from '@biaochi/client-example/graphql'
import { loadSamples } from '@biaochi/server/actions/load-samples'
import { startApp, type TestApp } from '../support/app.ts'

let app: TestApp
beforeAll(async () => {
  app = await startApp()
  await loadSamples(app.db, { loading: () => undefined, problem: () => undefined })
})
afterAll(() => app.close())

test('the typed client reports a year of the samples', async () => {
  const report = await executionReport({ url: 'http://localhost', fetch: app.fetch }, 2025)
  expect(report).toMatch(/^2025 年\n/)
  expect(report).toMatch(/云浦市水务局：\d+ 个项目，执行率 [\d.]+%/)
  expect(report).toContain('河道保洁与水环境管护 · 群众投诉按时办结率：95.06%（≥98%）')
})

test('a refusal reaches it with its code, in the language asked for', async () => {
  const document = graphql('query ($id: ID!) { project(id: $id) { name } }')
  const asked = ask({ url: 'http://localhost', language: 'en', fetch: app.fetch }, document, { id: 'x' })
  await expect(asked).rejects.toThrow(ApiError)
  await expect(asked).rejects.toMatchObject({ code: 'BAD_INPUT', message: 'The id x is not a UUID.' })
})
