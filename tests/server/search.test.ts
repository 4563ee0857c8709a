import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApp, type TestApp } from '../support/app.ts'
import { importProjects, type ImportedProject } from '../support/import.ts'
import { metRows } from '../support/self-evaluation-text.ts'

let app: TestApp
let projects: readonly ImportedProject[]

beforeAll(async () => {
  app = await startApp()
  projects = await importProjects(app, [
    { name: '图书馆', year: 2021, implementer: '云浦市图书馆' },
    { name: '图书馆夜间开放', year: 2022, implementer: '云浦市图书馆' },
    { name: '乡镇图书馆', year: 2022, implementer: '云浦市文化馆' },
    { name: '50%_扶持', year: 2023, implementer: '云浦市文化馆' },
    {
      name: '巡河',
      year: 2022,
      implementer: '云浦市水务局',
      rows: [
        { ...metRows[0], name: '更换ＰＶＣ管长度', target: '≥20米', actual: '20米' },
        { ...metRows[1], name: '共建图书馆数', target: '≥1个', actual: '1个' },
        ...metRows.slice(2),
      ],
    },
  ])
  await app.db.sql.query(
    `UPDATE "agency" SET "code" = '12995100B7', "short_name" = '市图', "former_names" = '{云浦县阅览所}'
     WHERE "name" = '云浦市图书馆'`,
  )
})
afterAll(() => app.close())

interface Hit {
  readonly kind: string
  readonly match: string
  readonly text: string
  readonly id: string
}

interface Search {
  readonly nodes: readonly Hit[]
  readonly edges: readonly { readonly cursor: string }[]
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
  readonly totalCount: number
}

const SEARCH = /* GraphQL */ `
  query Search(
    $text: String!
    $kinds: [SearchKind!]! = [AGENCY, PROJECT, INDICATOR]
    $fiscalYear: Int
    $first: Int! = 100
    $after: String
  ) {
    search(text: $text, kinds: $kinds, fiscalYear: $fiscalYear, first: $first, after: $after) {
      totalCount
      nodes {
        kind
        match
        text
        id
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`

const search = async (variables: object): Promise<Search> =>
  (await app.runOk<{ search: Search }>(SEARCH, variables)).search

const found = async (text: string, more: object = {}): Promise<string[]> =>
  (await search({ text, ...more })).nodes.map(({ kind, match, text: name }) => `${kind} ${match} ${name}`)

test('the same text comes first, then what begins with it, then what contains it; the shorter first', async () => {
  expect(await found('图书馆')).toEqual([
    'PROJECT EXACT 图书馆',
    'PROJECT PREFIX 图书馆夜间开放',
    'PROJECT INSIDE 乡镇图书馆',
    'AGENCY INSIDE 云浦市图书馆',
    'INDICATOR INSIDE 共建图书馆数',
  ])
})

test.each([
  ['夜间', ['PROJECT INSIDE 图书馆夜间开放']],
  ['图 书馆　夜间', ['PROJECT PREFIX 图书馆夜间开放']],
  ['馆夜', ['PROJECT INSIDE 图书馆夜间开放']],
  ['镇', ['PROJECT INSIDE 乡镇图书馆']],
  ['pvc', ['INDICATOR INSIDE 更换ＰＶＣ管长度']],
  ['ＰｖＣ管长', ['INDICATOR INSIDE 更换ＰＶＣ管长度']],
  ['12995100b7', ['AGENCY EXACT 12995100B7']],
  ['5100b', ['AGENCY INSIDE 12995100B7']],
  ['市图', ['AGENCY EXACT 市图']],
  ['阅览所', ['AGENCY INSIDE 云浦县阅览所']],
  ['%', ['PROJECT INSIDE 50%_扶持']],
  ['_', ['PROJECT INSIDE 50%_扶持']],
  ['馆图', []],
  ['\\', []],
  ["'; DROP TABLE project; --", []],
  ['{,}', []],
  ['"', []],
  ['', []],
  [' \u3000 ', []],
])('%j finds %j', async (text, names) => {
  expect(await found(text)).toEqual(names)
  expect((await search({ text })).totalCount).toBe(names.length)
})

test('only the kinds and the year asked for', async () => {
  expect(await found('图书馆', { kinds: ['PROJECT'], fiscalYear: 2022 })).toEqual([
    'PROJECT PREFIX 图书馆夜间开放',
    'PROJECT INSIDE 乡镇图书馆',
  ])
  expect(await found('图书馆', { kinds: ['INDICATOR', 'AGENCY'], fiscalYear: 1999 })).toEqual([
    'AGENCY INSIDE 云浦市图书馆',
  ])
  expect(await found('图书馆', { kinds: [] })).toEqual([])
})

test('pages are the whole without gap or double', async () => {
  const text = '馆'
  const whole = (await search({ text })).nodes.map(({ id }) => id)
  expect(whole.length).toBeGreaterThan(5)
  for (const first of [1, 2, whole.length, whole.length + 1]) {
    const seen: string[] = []
    let after: string | null = null
    do {
      const page: Search = await search({ text, first, after })
      expect(page.nodes.length).toBeLessThanOrEqual(first)
      expect(page.totalCount).toBe(whole.length)
      seen.push(...page.nodes.map(({ id }) => id))
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null
    } while (after !== null)
    expect(seen).toEqual(whole)
  }
})

test('many rows of one name are paged, the newest year first', async () => {
  const text = '到馆人次'
  const whole = (await search({ text })).nodes
  expect(whole).toHaveLength(5)
  const two = await search({ text, first: 2 })
  const rest = await search({ text, after: two.pageInfo.endCursor })
  expect([...two.nodes, ...rest.nodes]).toEqual(whole)
  const first = await app.db.prisma.indicator.findFirstOrThrow({ where: { id: whole[0]?.id ?? '' } })
  expect(first.fiscalYear).toBe(2023)
})

test('names are found by what they are now', async () => {
  const id = projects[4]?.indicators[0]?.id ?? ''
  await app.db.sql.query(`UPDATE "indicator" SET "name" = '疏浚长度' WHERE "id" = $1::uuid`, [id])
  expect(await found('疏浚')).toEqual(['INDICATOR PREFIX 疏浚长度'])
  expect(await found('pvc')).toEqual([])
})

test('a name longer than the dictionary keeps is found by its beginning', async () => {
  const id = projects[4]?.indicators[1]?.id ?? ''
  const long = `${'长'.repeat(299)}甲${'乙'.repeat(5000)}`
  await app.db.sql.query(`UPDATE "indicator" SET "name" = $2 WHERE "id" = $1::uuid`, [id, long])
  expect((await search({ text: '长甲' })).nodes).toMatchObject([{ id, match: 'INSIDE' }])
  expect(await found('甲乙')).toEqual([])
})

describe('statements', () => {
  const pin = async (fields: string, expected: number): Promise<readonly unknown[]> => {
    const query = `query ($first: Int!) { search(text: "馆", first: $first) { ${fields} } }`
    await app.runOk(query, { first: 3 })
    // Three hits need not be of every kind.
    expect(app.statements().length).toBeLessThanOrEqual(expected)
    const { search: whole } = await app.runOk<{ search: Search }>(query, { first: 100 })
    expect(app.statements(), app.statements().join('\n')).toHaveLength(expected)
    return whole.nodes ?? []
  }

  test('hits take one, the count one more', async () => {
    await pin('nodes { kind text match id }', 1)
    await pin('nodes { id } totalCount', 2)
    await pin('totalCount', 1)
  })

  test('what was found is read by one statement a kind and relation', async () => {
    const nodes = await pin(
      `nodes { node { __typename id ... on Agency { name } ... on Project { name implementer { name } }
        ... on Indicator { indicatorName: name project { name } } } }`,
      6,
    )
    expect(nodes).toContainEqual({
      node: {
        __typename: 'Project',
        id: projects[0]?.id,
        name: '图书馆',
        implementer: { name: '云浦市图书馆' },
      },
    })
  })
})

test.each([
  [{ text: 'x'.repeat(201) }],
  [{ text: 'a\0b' }],
  [{ text: '\udc00' }],
  [{ text: 'a', first: 201 }],
  [{ text: 'a', first: -1 }],
  [{ text: 'a', kinds: ['FUND'] }],
  [{ text: 'a', after: 'noise' }],
  [{ text: 'a', after: Buffer.from('[0,1,2,"a\\u0000",2022,"x"]').toString('base64url') }],
  [{ text: 'a', fiscalYear: 1e12 }],
])('%j is BAD_INPUT', async (variables) => {
  await app.runError('BAD_INPUT', SEARCH, variables)
  expect(app.bugs).toEqual([])
})
