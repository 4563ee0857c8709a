import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '@biaochi/server/app'
import { startApp, type TestApp } from '../support/app.ts'
import { importProject } from '../support/import.ts'

const QUERY =
  'query Known($text: String, $first: Int) { projects(filter: { text: $text }, first: $first) { nodes { name } } }'
const WRITE =
  'mutation Known($input: ImportFormInput!) { importForm(input: $input) { committed projects { name } } }'
const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')
const operations = new Map([QUERY, WRITE].map((text) => [hashOf(text), text]))

let app: TestApp
beforeAll(async () => {
  app = await startApp({ operations, answerBytes: 1_000_000 })
  await importProject(app, { name: '登记过的' })
})
afterAll(() => app.close())

const named = (text: string) => ({ persistedQuery: { version: 1, sha256Hash: hashOf(text) } })

interface Answered {
  readonly status: number
  readonly data?: unknown
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[]
}

const answerOf = async (response: Response): Promise<Answered> => {
  const answer: object = await response.json()
  return { status: response.status, ...answer }
}

const post = async (body: object, headers: Record<string, string> = {}, to = app): Promise<Answered> =>
  answerOf(
    await to.fetch(
      new Request('http://localhost/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      }),
    ),
  )

const address = (text: string, variables: object): string => {
  const params = { extensions: JSON.stringify(named(text)), variables: JSON.stringify(variables) }
  return `http://localhost/graphql?${new URLSearchParams(params)}`
}

describe('a known operation', () => {
  const variables = { text: '登记过', first: 5 }
  const data = { projects: { nodes: [{ name: '登记过的' }] } }

  test('is answered by its hash alone', async () => {
    expect(await post({ extensions: named(QUERY), variables })).toEqual({ status: 200, data })
  })

  test('is answered from memory like its text, and so by GET with a tag', async () => {
    const ask = (headers = {}): Promise<Response> =>
      app.fetch(new Request(address(QUERY, variables), { headers }))
    for (let time = 0; time < 2; time += 1) expect(await answerOf(await ask())).toEqual({ status: 200, data })
    const before = app.statements().length
    const tag = (await ask()).headers.get('etag') ?? ''
    expect((await ask({ 'if-none-match': tag })).status).toBe(304)
    expect(app.statements().slice(before)).toHaveLength(2)
  })

  test('is under the same limits', async () => {
    const { errors } = await post({ extensions: named(QUERY), variables: { first: 1_000_000 } })
    expect(errors?.[0]?.extensions.code).toBe('BAD_INPUT')
  })

  test('that writes is not answered by GET', async () => {
    const input = { fileName: 'a.txt', text: '' }
    expect((await post({ extensions: named(WRITE), variables: { input } })).data).toBeTruthy()
    expect((await app.fetch(new Request(address(WRITE, { input })))).status).toBe(405)
  })
})

describe('refused are', () => {
  test('hashes nobody knows, in the words clients wait for', async () => {
    const { errors } = await post({ extensions: named('{ fiscalYears { projects } }') })
    expect(errors).toMatchObject([{ message: 'PersistedQueryNotFound', extensions: { code: 'NOT_FOUND' } }])
  })

  test.each([
    ['nothing at all', {}],
    ['a hash of another kind', { extensions: { persistedQuery: { version: 2, sha256Hash: 'a' } } }],
    ['a hash that is no text', { extensions: { persistedQuery: { version: 1, sha256Hash: 1 } } }],
  ])('%s', async (_what, body) => {
    const { errors } = await post(body, { 'accept-language': 'en' })
    expect(errors).toMatchObject([
      { message: 'The request has no document.', extensions: { code: 'BAD_INPUT' } },
    ])
  })

  test('texts, where only known operations are answered', async () => {
    const strict = createApp(app.db, { operations, persistedOnly: true, logBug: () => undefined })
    const to = { ...app, fetch: async (request: Request) => strict.fetch(request) }
    const { errors } = await post({ query: QUERY }, { 'accept-language': 'en' }, to)
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }])
    expect((await post({ extensions: named(QUERY) }, {}, to)).data).toBeTruthy()
  })
})
