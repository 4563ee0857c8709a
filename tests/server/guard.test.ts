import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readEnv } from '@biaochi/server/env'
import { startApp, type TestApp } from '../support/app.ts'

let app: TestApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

const post = (
  headers: Record<string, string>,
  body = '{"query":"{fiscalYears{projects}}"}',
): Promise<Response> => app.fetch(new Request('http://localhost/graphql', { method: 'POST', headers, body }))

const json = { 'content-type': 'application/json' }

describe('a request', () => {
  test('of JSON from this machine is answered', async () => {
    const response = await post({ ...json, host: '127.0.0.1:4180', origin: 'http://localhost:5173' })
    expect(await response.json()).toEqual({ data: { fiscalYears: [] } })
  })

  test.each([
    ['text/plain'],
    ['application/x-www-form-urlencoded'],
    ['multipart/form-data; boundary=x'],
    ['application/graphql'],
  ])('of type %s, which a page elsewhere can send without asking, is refused', async (type) => {
    expect((await post({ 'content-type': type })).status).toBe(415)
  })

  test.each([
    { host: 'evil.example' },
    { host: 'evil.example:4180' },
    { host: '127.0.0.1.evil.example' },
    { origin: 'https://evil.example' },
    { origin: 'null' },
  ])('with %j is refused', async (headers) => {
    expect((await post({ ...json, ...headers })).status).toBe(403)
  })

  test('never gets leave for another origin', async () => {
    const response = await post({ ...json, origin: 'http://localhost:5173' })
    expect([...response.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([])
  })

  test('with a body that is too large is refused with a code', async () => {
    const response = await post(
      json,
      JSON.stringify({ query: `{ fiscalYears { projects } } #${'x'.repeat(33_000_000)}` }),
    )
    expect(response.status).toBe(413)
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'TOO_LARGE' } }] })
  })

  test.each([['{'], ['[]'], ['{"query":5}'], ['{"variables":{}}']])(
    'with the body %s is refused with a code',
    async (body) => {
      expect(await (await post(json, body)).json()).toMatchObject({
        errors: [{ extensions: { code: 'BAD_INPUT' } }],
      })
    },
  )
})

test('GET /graphql shows GraphiQL from this machine alone', async () => {
  const response = await app.fetch(
    new Request('http://localhost/graphql', { headers: { accept: 'text/html' } }),
  )
  expect(response.status).toBe(200)
  const page = await response.text()
  expect(page).toContain('标尺')
  expect(page).not.toMatch(/(src|href)="?https?:/)
})

test('a mutation does not run by GET', async () => {
  const query = encodeURIComponent('mutation{importForm(input:{fileName:"a",text:"b"}){committed}}')
  const response = await app.fetch(new Request(`http://localhost/graphql?query=${query}`))
  expect(response.status).toBe(405)
})

test('/health answers with the kind of database', async () => {
  const response = await app.fetch(new Request('http://localhost/health'))
  expect(await response.json()).toEqual({ status: 'ok', database: app.db.kind })
})

describe('settings', () => {
  test.each([['0.0.0.0'], ['192.168.1.5'], ['example.com'], ['::'], ['127.0.0.1.nip.io']])(
    'HOST=%s is refused and says why',
    (HOST) => {
      expect(() => readEnv({ HOST })).toThrow(/本机地址/)
    },
  )

  test.each([['127.0.0.1'], ['localhost'], ['::1'], ['127.8.8.8']])('HOST=%s is taken', (HOST) => {
    expect(readEnv({ HOST }).host).toBe(HOST)
  })

  test.each([['abc'], ['-1'], ['65536'], ['1.5']])('PORT=%s is refused', (PORT) => {
    expect(() => readEnv({ PORT })).toThrow(/PORT/)
  })

  test('without any setting it is port 4180 on this machine, with data beside the program', () => {
    expect(readEnv({ PORT: '' })).toMatchObject({
      host: '127.0.0.1',
      port: 4180,
      database: { dataDir: expect.stringMatching(/data$/) },
    })
  })
})
