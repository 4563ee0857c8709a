import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApp, type TestApp } from '../support/app.ts'
import { importProject } from '../support/import.ts'

let app: TestApp
beforeAll(async () => {
  app = await startApp()
  await importProject(app, { name: '照常' })
})
afterAll(() => app.close())

const LONG =
  '{ indicators { nodes { id name target { raw canonical } actual { raw } project { id name } } } }'

const post = (query: string, headers: Record<string, string> = {}): Promise<Response> =>
  app.fetch(
    new Request('http://localhost/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query }),
    }),
  )

const get = (query: string, headers: Record<string, string> = {}): Promise<Response> =>
  app.fetch(
    new Request(`http://localhost/graphql?query=${encodeURIComponent(query)}`, {
      headers: { accept: 'application/json', ...headers },
    }),
  )

describe('an answer', () => {
  test.each([
    ['br, gzip', 'br', brotliDecompressSync],
    ['gzip;q=1, br;q=0', 'gzip', gunzipSync],
    ['deflate, gzip', 'gzip', gunzipSync],
  ] as const)('for a caller who takes %s is sent as %s', async (accepted, encoding, decode) => {
    const plain = await (await post(LONG)).text()
    const response = await post(LONG, { 'accept-encoding': accepted })
    expect(response.headers.get('content-encoding')).toBe(encoding)
    expect(response.headers.get('vary')).toContain('Accept-Encoding')
    const body = Buffer.from(await response.arrayBuffer())
    expect(decode(body).toString()).toBe(plain)
    expect(body.length).toBeLessThan(Buffer.byteLength(plain) / 2)
  })

  test.each(['', 'identity', 'br;q=0', 'deflate'])('for a caller who takes %j is plain', async (accepted) => {
    const response = await post(LONG, { 'accept-encoding': accepted })
    expect(response.headers.get('content-encoding')).toBeNull()
    expect(await response.json()).toHaveProperty('data')
  })

  test('that is short is plain', async () => {
    const response = await post('{ fiscalYears { projects } }', { 'accept-encoding': 'br' })
    expect(response.headers.get('content-encoding')).toBeNull()
  })
})

describe('a query sent by GET', () => {
  test('is not sent again to whoever still has its answer', async () => {
    const first = await get(LONG)
    const tag = first.headers.get('etag') ?? ''
    expect(tag).toMatch(/^W\/"[\w-]+"$/)
    expect(first.headers.get('cache-control')).toBe('private, no-cache')
    const again = await get(LONG, { 'if-none-match': `"other", ${tag}` })
    expect([again.status, await again.text()]).toEqual([304, ''])
    expect((await get(LONG, { 'if-none-match': '"other"' })).status).toBe(200)
  })

  test('is sent when it has changed', async () => {
    const query = '{ projects { nodes { name } } }'
    const tag = (await get(query)).headers.get('etag') ?? ''
    await importProject(app, { name: '另一个' })
    const response = await get(query, { 'if-none-match': tag })
    expect(response.status).toBe(200)
    expect(response.headers.get('etag')).not.toBe(tag)
  })

  test('cannot write, and POST has no tag', async () => {
    expect(
      (await get('mutation { importForm(input: { fileName: "a", text: "b" }) { committed } }')).status,
    ).toBe(405)
    expect((await post(LONG)).headers.get('etag')).toBeNull()
  })
})
