import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { schema } from '@biaochi/server/schema'
import { startApp, type AnswerError, type TestApp } from '../support/app.ts'
import { onServer } from '../support/database.ts'
import { importProjects } from '../support/import.ts'
import { textArguments } from '../support/text-arguments.ts'

const codes = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'BAD_INPUT',
  'CONFLICT',
  'LOCKED',
  'TOO_LARGE',
  'TOO_COMPLEX',
  'RATE_LIMITED',
]

let app: TestApp
let before: string
beforeAll(async () => {
  app = await startApp({ limits: { requestsPerSecond: 0 } })
  await importProjects(app, [{ name: '照常一' }, { name: '照常二' }])
  before = await fingerprint()
})
afterAll(() => app.close())

/** Everything that is kept, in one hash. */
const fingerprint = async (): Promise<string> => {
  const tables = await app.db.sql.query<{ name: string }>(
    `SELECT table_name AS "name" FROM information_schema.tables WHERE table_schema = 'public' ORDER BY table_name`,
  )
  const hashes = []
  for (const { name } of tables) {
    const [row] = await app.db.sql.query<{ hash: string | null }>(
      `SELECT md5(string_agg(t::text, '|' ORDER BY t::text)) AS "hash" FROM "${name}" t`,
    )
    hashes.push(`${name} ${row?.hash}`)
  }
  return hashes.join('\n')
}

interface Answer {
  readonly data?: unknown
  readonly errors?: readonly AnswerError[]
}

const ask = async (body: string): Promise<Answer> => {
  const response = await app.fetch(
    new Request('http://localhost/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    }),
  )
  expect(response.status).toBeLessThan(500)
  return response.json()
}

/** Whatever is sent: an answer, or errors that each have a code of the set; never a bug. */
const askHostile = async (query: unknown, variables?: unknown, operationName?: unknown): Promise<Answer> => {
  const answer = await ask(JSON.stringify({ query, variables, operationName }))
  for (const { extensions, message } of answer.errors ?? []) {
    expect(codes, message).toContain(extensions?.code)
    expect(message.length).toBeLessThanOrEqual(1_000)
  }
  expect(app.bugs).toEqual([])
  return answer
}

const refusedWith = async (code: string, query: unknown, variables?: unknown): Promise<void> => {
  const sent = app.statements().length
  const { errors, data } = await askHostile(query, variables)
  expect(errors?.map(({ extensions }) => extensions.code)).toContain(code)
  expect(data ?? null).toBeNull()
  expect(app.statements()).toHaveLength(sent)
}

const places = textArguments(schema)

const injections = {
  quote: `' OR '1'='1`,
  statement: `"; DROP TABLE "project" CASCADE; --`,
  union: `' UNION SELECT answer::text FROM change_set --`,
  dollar: '$1 $$ $body$',
  pattern: '%_\\%',
  backslash: '\\',
  array: '{"a","b\\"}',
  json: '{"$ne":null,"__proto__":{"admin":true}}',
  template: '${7*7}{{constructor}}<script>alert(1)</script>',
  operator: 'a & | ! ( <-> :* )',
  NUL: 'a\0b',
  'half a character': 'a\ud800b',
  'direction marks': '\u202e\u2066\ufeff',
  emoji: '👩‍👩‍👧‍👦'.repeat(50),
  nothing: '',
  blanks: ' \t\r\n\u3000',
  number: '-1e999999',
  'a megabyte': '汉'.repeat(1_000_000),
}

describe(`text in each of ${places.length} places`, () => {
  test('is sought in queries and mutations, nested fields and inputs', () => {
    const found = places.map(({ place }) => place)
    expect(found).toContain('Query.projects(filter.text)')
    expect(found).toContain('Mutation.importForm(input.text)')
    expect(found).toContain('Mutation.applyIndicatorChanges(input.changes.value)')
  })

  test.each(Object.entries(injections))('%s is answered with data or a code', async (_name, text) => {
    for (const { query, variables } of places) await askHostile(query, variables(text))
  })

  test.each(Object.entries(injections))('%s is no id to subscribe to', async (_name, text) => {
    for (const key of ['projectId', 'agencyId'])
      await refusedWith('BAD_INPUT', 'subscription ($f: ChangesFilter) { changes(filter: $f) { number } }', {
        f: { [key]: text },
      })
  })
})

describe('a document', () => {
  const times = (count: number, text: (index: number) => string): string =>
    Array.from({ length: count }, (_, index) => text(index)).join(' ')

  test.each([
    ['deep', `{ agencies ${'{ children '.repeat(100)}{ id }${' }'.repeat(101)}`],
    [
      'deep by a variable of lists',
      `query ($a: ${'['.repeat(2000)}ID${']'.repeat(2000)}) { project(id: $a) { id } }`,
    ],
    ['wide in fields', `{ projects { nodes { ${'id '.repeat(1500)} } } }`],
    ['wide in aliases', `{ ${times(200, (n) => `a${n}: agencies { id }`)} }`],
    [
      'wide in mutations',
      `mutation { ${times(60, (n) => `m${n}: importForm(input: {fileName: "a", text: "b"}) { committed }`)} }`,
    ],
    [
      'large by a nested page',
      '{ projects(first: 500) { nodes { indicators { project { indicators { id } } } } } }',
    ],
    ['flooded with directives', `{ agencies { id ${'@skip(if: false)'.repeat(500)} } }`],
    ['flooded with unknown directives', `{ agencies { id ${'@a'.repeat(500)} } }`],
    ['of brackets only', '{'.repeat(90_000)],
    ['of open lists only', `{ project(id: ${'['.repeat(90_000)}`],
    [
      'of fragments that double',
      `{ agencies { ...f0 } } ${times(40, (n) => `fragment f${n} on Agency { parent { ...f${n + 1} } p: parent { ...f${n + 1} } }`)} fragment f40 on Agency { id }`,
    ],
    ['of introspection forty times', `{ ${times(45, (n) => `s${n}: __schema { types { name } }`)} }`],
  ])('%s is TOO_COMPLEX and reaches neither validation nor the database', (_what, query) =>
    refusedWith('TOO_COMPLEX', query),
  )

  test.each([
    ['a fragment inside itself', '{ agencies { ...f } } fragment f on Agency { id children { ...f } }'],
    [
      'fragments in a ring',
      '{ agencies { ...a } } fragment a on Agency { ...b } fragment b on Agency { ...a }',
    ],
    ['a fragment that is not there', '{ agencies { ...f } }'],
    ['a fragment of another type', '{ agencies { ... on Project { id } } }'],
    ['fields that cannot merge', `{ agencies { ${times(20, () => 'a: id a: name')} } }`],
    ['many fields that must merge', `{ ${times(300, () => 'agencies { id }')} nothing }`],
    [
      'many fragments that must merge',
      `{ ${times(200, (n) => `...f${n}`)} nothing } ${times(200, (n) => `fragment f${n} on Query { agencies { id } }`)}`,
    ],
    ['a thousand unknown fields', `{ agencies { ${times(990, (n) => `x${n}`)} } }`],
    ['a name of 90,000 characters', `{ ${'x'.repeat(90_000)} }`],
    [
      'introspection in rings',
      '{ __schema { types { fields { type { fields { type { fields { type { name } } } } } } } } }',
    ],
    ['an object without its fields', '{ agencies }'],
    ['fields of a text', '{ agencies { id { id } } }'],
    ['two operations', '{ agencies { id } } { agencies { id } }'],
    ['no operation', 'fragment f on Agency { id }'],
    ['a type definition', 'type Query { a: Int }'],
    ['unreadable text', '{ agencies { id'],
    ['NUL', '{ agen\0cies { id } }'],
    ['half a character', '{ project(id: "\ud800") { id } }'],
    ['an escape of half a character', '{ project(id: "\\ud800") { id } }'],
    ['direction marks', '{ \u202eagencies { id } }'],
    ['comments only', '# nothing'],
    ['a variable that is not declared', '{ project(id: $id) { id } }'],
    ['an unknown argument', '{ agencies(where: {id: 1}) { id } }'],
    ['a subscription to nothing', 'subscription { nothing }'],
  ])('with %s is BAD_INPUT', (_what, query) => refusedWith('BAD_INPUT', query))

  test('too long is TOO_LARGE', () =>
    refusedWith('TOO_LARGE', `{ agencies { id } } #${'x'.repeat(1_000_000)}`))

  test('with a page beyond any is BAD_INPUT', async () => {
    for (const first of ['99999999999999999999', '2147483647', '-1', '1e9', '"all"', '{}', '[5, 5]'])
      await refusedWith('BAD_INPUT', `{ projects(first: ${first}) { nodes { id } } }`)
  })
})

describe('a body', () => {
  test.each([
    ['nothing', ''],
    ['half of JSON', '{"query": "{ agenc'],
    ['a list', '[]'],
    ['a batch', `[${Array.from({ length: 1000 }, () => '{"query":"{agencies{id}}"}').join(',')}]`],
    ['a batch of batches', '[[{"query":"{agencies{id}}"}]]'],
    ['a number', '5'],
    ['null', 'null'],
    ['text', '"{agencies{id}}"'],
    ['no query', '{"variables":{}}'],
    ['a query that is a list', '{"query":["{agencies{id}}"]}'],
    ['a query that is an object', '{"query":{"kind":"Document"}}'],
    ['variables that are a list', '{"query":"{agencies{id}}","variables":[1]}'],
    ['variables that are text', '{"query":"{agencies{id}}","variables":"x"}'],
    ['an operation name that is a number', '{"query":"{agencies{id}}","operationName":5}'],
    ['an operation that is not there', '{"query":"query A {agencies{id}}","operationName":"B"}'],
    ['unknown keys', '{"query":"{agencies{id}}","id":1}'],
    ['a prototype', '{"query":"{agencies{id}}","__proto__":{"query":"x"}, "constructor": {}}'],
    [
      'JSON a hundred thousand deep',
      `{"query":"{agencies{id}}","variables":{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}}`,
    ],
  ])('of %s is answered with data or a code', async (_what, body) => {
    const { errors = [] } = await ask(body)
    for (const { extensions, message } of errors) expect(codes, message).toContain(extensions?.code)
    expect(app.bugs).toEqual([])
  })
})

describe('variables of wrong types are BAD_INPUT', () => {
  const wrong: readonly unknown[] = [
    null,
    5,
    1.5,
    true,
    'text',
    [],
    [[]],
    {},
    { __proto__: null, toString: 1 },
    [null],
  ]
  test.each([
    [
      'an input',
      'mutation ($v: ApplyIndicatorChangesInput!) { applyIndicatorChanges(input: $v) { applied } }',
    ],
    [
      'changes',
      'mutation ($v: [IndicatorChangeInput!]!) { applyIndicatorChanges(input: { changes: $v }) { applied } }',
    ],
    ['an enum', 'query ($v: Locale!) { indicators { nodes { explanation(locale: $v) } } }'],
  ])('%s', async (_what, query) => {
    for (const v of wrong) {
      const { errors } = await askHostile(query, { v })
      expect(errors?.[0]?.extensions.code, JSON.stringify(v)).toBe('BAD_INPUT')
    }
  })
})

test('more changes than allowed are TOO_LARGE, and nothing is read for them', async () => {
  const change = {
    indicatorId: '0190b0f0-0000-7000-8000-000000000000',
    field: 'ACTUAL',
    value: '1',
    version: 1,
  }
  await refusedWith(
    'TOO_LARGE',
    'mutation ($c: [IndicatorChangeInput!]!) { applyIndicatorChanges(input: { changes: $c }) { applied } }',
    { c: Array.from({ length: 50_001 }, () => change) },
  )
})

// What is kept of texts does not depend on the database.
test.runIf(onServer)(
  'texts that nobody will send again are forgotten: thousands of documents leave the memory bounded',
  async () => {
    setFlagsFromString('--expose-gc')
    const collect: unknown = runInNewContext('gc')
    if (typeof collect !== 'function') throw new Error('Node has no collector to call')
    const heap = (): number => {
      collect()
      return process.memoryUsage().heapUsed
    }
    for (let count = 0; count < 200; count += 1) await askHostile(`{ fiscalYears { projects } } # ${count}`)
    const start = heap()
    for (let count = 0; count < 3_000; count += 1)
      await askHostile(`{ fiscalYears { ${'projects '.repeat(60)} } nothing${count} } # ${'x'.repeat(6000)}`)
    // Kept whole, with their trees, these are hundreds of megabytes.
    expect(heap() - start).toBeLessThan(60_000_000)
  },
  60_000,
)

test('after all of it the data is as it was', async () => {
  expect(await fingerprint()).toBe(before)
})
