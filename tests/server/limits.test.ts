import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '@biaochi/server/app'
import { openDatabase } from '@biaochi/prisma'
import { openMigrated } from '@biaochi/server/db'
import { readEnv } from '@biaochi/server/env'
import { startApp, type TestApp } from '../support/app.ts'
import { createServerDatabase, onServer } from '../support/database.ts'
import { importProject } from '../support/import.ts'

let app: TestApp
beforeAll(async () => {
  app = await startApp()
  await importProject(app, { name: '照常' })
})
afterAll(() => app.close())

const english = { 'accept-language': 'en' }
const nested = (depth: number): string =>
  `{ agencies ${'{ parent '.repeat(depth - 2)}{ id }${' }'.repeat(depth - 2)} }`

describe('a document', () => {
  test('as deep as allowed is answered, one deeper is TOO_COMPLEX with the way there', async () => {
    await app.runOk(nested(15))
    const error = await app.runError('TOO_COMPLEX', nested(16), {}, english)
    expect(error.message).toBe('Fields may be nested at most 15 deep.')
    expect(error.path?.slice(0, 3)).toEqual(['agencies', 'parent', 'parent'])
    expect(error.path).toHaveLength(16)
  })

  test('that asks for more objects than the limit is TOO_COMPLEX before any SQL is sent', async () => {
    const query = `query ($first: Int! = 5) { projects(first: $first) { nodes { indicators { project { indicators { id } } } } } }`
    await app.runOk(query)
    const error = await app.runError('TOO_COMPLEX', query, { first: 500 })
    expect(error.message).toMatch(/个对象，上限是 200000/)
    expect(error.path).toEqual(['projects'])
    expect(app.statements()).toEqual([])
  })

  test.each([
    ['stats', 'total { projects }', 19],
    ['search', 'totalCount', 19],
    ['projects', 'totalCount', 39],
  ])(
    'of %s, each of which may read a whole table, counts for more than its answer',
    async (field, inner, most) => {
      const args = field === 'search' ? '(text: "无")' : ''
      const times = (count: number): string =>
        `{ ${Array.from({ length: count }, (_, n) => `a${n}: ${field}${args} { ${inner} }`).join(' ')} }`
      await app.runOk(times(most))
      await app.runError('TOO_COMPLEX', times(most + 1))
      expect(app.statements()).toEqual([])
    },
  )

  test('answered once with a small page is measured again with a large one, and the other way round', async () => {
    const query = `query ($n: Int!) { indicators(first: $n) { edges { node { project { indicators { project { id } } } } } } }`
    for (const n of [10, 5000, 10, 5000]) {
      if (n === 10) await app.runOk(query, { n })
      else await app.runError('TOO_COMPLEX', query, { n })
    }
  })

  test('counts the rows of a list of ids', async () => {
    const query = `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Project { indicators { project { indicators { id } } } } } }`
    const ids = Array.from({ length: 300 }, () => '0190b0f0-0000-7000-8000-000000000000')
    await app.runOk(query, { ids: ids.slice(0, 10) })
    await app.runError('TOO_COMPLEX', query, { ids })
    expect(app.statements()).toEqual([])
  })

  test('counts a fragment as often as it is used', async () => {
    const fragments = Array.from(
      { length: 30 },
      (_, n) => `fragment f${n} on Agency { parent { ...f${n + 1} } p: parent { ...f${n + 1} } }`,
    ).join('\n')
    await app.runError('TOO_COMPLEX', `{ agencies { ...f0 } } ${fragments} fragment f30 on Agency { id }`)
    expect(app.statements()).toEqual([])
  })

  test.each([
    ['aliases', `{ ${Array.from({ length: 51 }, (_, n) => `a${n}: fiscalYears { projects }`).join(' ')} }`],
    ['fields', `{ fiscalYears { ${'projects '.repeat(1000)} } }`],
    ['directives', `{ fiscalYears { projects ${'@include(if: true) '.repeat(51)} } }`],
    ['tokens', `{ fiscalYears { ${'projects '.repeat(5000)} } }`],
    ['brackets', `{ ${'a { '.repeat(600)}`],
    ['brackets of lists', `{ projects(filter: ${'['.repeat(4000)}) { totalCount } }`],
  ])('with too many %s is TOO_COMPLEX', async (_what, query) => {
    await app.runError('TOO_COMPLEX', query)
    expect([app.statements(), app.bugs]).toEqual([[], []])
  })

  test('of 100,000 characters or more is TOO_LARGE, in the language asked for', async () => {
    const query = `{ fiscalYears { projects } } #${'x'.repeat(100_000)}`
    expect((await app.runError('TOO_LARGE', query)).message).toContain('最多 100000 个字符')
    expect((await app.runError('TOO_LARGE', query, {}, english)).message).toContain('100000 characters')
  })

  test('with a page larger than any is BAD_INPUT at its argument', async () => {
    const error = await app.runError('BAD_INPUT', '{ found: projects(first: 5001) { totalCount } }')
    expect(error.path).toEqual(['found', 'first'])
  })
})

const post = (to: Pick<TestApp, 'fetch'>, body: string, headers: Record<string, string> = {}) =>
  to.fetch(
    new Request('http://localhost/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    }),
  )

const QUERY = JSON.stringify({ query: '{ fiscalYears { projects } }' })

describe('a request', () => {
  test('of several operations is BAD_INPUT', async () => {
    const response = await post(app, `[${QUERY},${QUERY}]`, english)
    expect(await response.json()).toMatchObject({
      errors: [{ message: 'A request holds one operation.', extensions: { code: 'BAD_INPUT' } }],
    })
    expect(app.statements().filter((text) => text.includes('project'))).toEqual([])
  })

  test('that says it is too large is TOO_LARGE before it is read', async () => {
    const response = await post(app, QUERY, { 'content-length': '32000001', ...english })
    expect(response.status).toBe(413)
    expect(await response.json()).toMatchObject({
      errors: [{ message: 'The body of a request may have at most 32000000 bytes.' }],
    })
  })

  test('that does not say its length is cut off when it is too large, and read when it is not', async () => {
    const stream = async (query: string): Promise<Response> => {
      const text = JSON.stringify({ query })
      const pieces = [text.slice(0, 10), text.slice(10)]
      const body = new ReadableStream({
        pull: (controller) => {
          const piece = pieces.shift()
          if (piece === undefined) controller.close()
          else controller.enqueue(new TextEncoder().encode(piece))
        },
      })
      const headers = { 'content-type': 'application/json', ...english }
      const init = { method: 'POST', headers, body, duplex: 'half' }
      return small.fetch('http://localhost/graphql', init)
    }
    const small = createApp(app.db, { logBug: () => undefined, limits: { bodyBytes: 100 } })
    expect(await (await stream('{ changeNumber }')).json()).toHaveProperty('data.changeNumber')
    const response = await stream(`{ changeNumber } #${'x'.repeat(100)}`)
    expect(response.status).toBe(413)
    expect(await response.json()).toMatchObject({
      errors: [
        { message: 'The body of a request may have at most 100 bytes.', extensions: { code: 'TOO_LARGE' } },
      ],
    })
  })

  test('beyond the rate is RATE_LIMITED and says when to come again', async () => {
    const limited = createApp(app.db, {
      logBug: () => undefined,
      limits: { requestsPerSecond: 0.1, requestBurst: 3 },
    })
    const codes: number[] = []
    for (let count = 0; count < 5; count += 1)
      codes.push((await post({ fetch: async (request) => limited.fetch(request) }, QUERY)).status)
    expect(codes).toEqual([200, 200, 200, 429, 429])
    const response = await post({ fetch: async (request) => limited.fetch(request) }, QUERY, english)
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(5)
    const { errors } = await response.json()
    expect(errors).toMatchObject([{ extensions: { code: 'RATE_LIMITED', retryAfter: expect.any(Number) } }])
    expect((await limited.fetch('http://localhost/health')).status).toBe(200)
  })

  test('that takes longer than allowed is TOO_COMPLEX', async () => {
    const impatient = createApp(app.db, { logBug: () => undefined, limits: { requestSeconds: 0.05 } })
    const held = Promise.withResolvers<null>()
    const holding = Promise.withResolvers<null>()
    const transaction = app.db.sql.transaction(async (sql) => {
      await sql.query('LOCK TABLE "project" IN ACCESS EXCLUSIVE MODE')
      holding.resolve(null)
      await held.promise
    })
    await holding.promise
    const response = await post({ fetch: async (request) => impatient.fetch(request) }, QUERY, english)
    held.resolve(null)
    await transaction
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'TOO_COMPLEX' } }] })
  })
})

// PGlite runs a statement to its end: nothing can interrupt it.
if (onServer)
  test('a statement that takes too long is given up and answered with TOO_COMPLEX', async () => {
    const own = await createServerDatabase()
    const db = await openDatabase({ url: own.url }, { statementSeconds: 0.2 })
    const bugs: unknown[] = []
    const impatient = createApp(db, { logBug: (_id, error) => bugs.push(error) })
    const holder = await openMigrated({ url: own.url })
    await holder.sql.transaction(async (sql) => {
      await sql.query('LOCK TABLE "project", "agency" IN ACCESS EXCLUSIVE MODE')
      for (const query of [
        '{ fiscalYears { projects } }',
        '{ projects { nodes { id } } }',
        '{ agencies { id } }',
      ]) {
        const response = await post(
          { fetch: async (request) => impatient.fetch(request) },
          JSON.stringify({ query }),
        )
        expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'TOO_COMPLEX' } }] })
      }
    })
    expect(bugs).toEqual([])
    await holder.close()
    await db.close()
    await own.drop()
  })

describe('switches', () => {
  const closed = (): TestApp['fetch'] => {
    const quiet = createApp(app.db, { logBug: () => undefined, introspection: false, graphiql: false })
    return async (request) => quiet.fetch(request)
  }

  test('introspection is answered, and FORBIDDEN where it is switched off', async () => {
    await app.runOk('{ __schema { types { name } } __type(name: "Project") { name } }')
    for (const query of ['{ __schema { types { name } } }', '{ __type(name: "Project") { name } }']) {
      const response = await post({ fetch: closed() }, JSON.stringify({ query }), english)
      expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN' } }] })
    }
    const named = await post({ fetch: closed() }, JSON.stringify({ query: '{ projets { totalCount } }' }))
    expect(JSON.stringify(await named.json())).not.toContain('Did you mean')
  })

  test('GraphiQL is shown, and is not where it is switched off', async () => {
    const page = (fetch: TestApp['fetch']) =>
      fetch(new Request('http://localhost/graphql', { headers: { accept: 'text/html' } }))
    expect((await page(app.fetch)).status).toBe(200)
    expect(await (await page(closed())).text()).not.toContain('标尺')
  })

  test('come from the environment', () => {
    const env = readEnv({
      GRAPHIQL: 'off',
      GRAPHQL_INTROSPECTION: 'off',
      MAX_DEPTH: '7',
      RATE_PER_SECOND: '0',
    })
    expect(env).toMatchObject({ graphiql: false, introspection: false })
    expect(env.limits).toMatchObject({ depth: 7, requestsPerSecond: 0, cost: 200_000 })
  })

  test.each([{ GRAPHIQL: 'yes' }, { MAX_DEPTH: '0' }, { MAX_COST: 'much' }, { RATE_PER_SECOND: '-1' }])(
    'of %j are refused with the name of the setting',
    (variables) => {
      expect(() => readEnv(variables)).toThrow(Object.keys(variables)[0])
    },
  )
})
