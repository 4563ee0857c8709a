import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '@biaochi/server/app'
import { startApp, type TestApp } from '../support/app.ts'
import { importProjects } from '../support/import.ts'

let app: TestApp
beforeAll(async () => {
  app = await startApp()
  await importProjects(app, [
    { name: '甲', year: 2021, implementer: '云浦市图书馆' },
    { name: '乙', year: 2022, implementer: '云浦市博物馆' },
  ])
  // A project whose findings cannot be read: the bug every answer below has to tell of.
  await app.db.sql.query(`UPDATE "project" SET "reader_findings" = '[{"broken": 1}]' WHERE "name" = '乙'`)
})
afterAll(() => app.close())

/** The same operation by graphql-js and as compiled function, ids of errors apart. */
const both = async (query: string, variables: object = {}): Promise<readonly unknown[]> => {
  const answers: unknown[] = []
  for (const interpreted of [Infinity, 0]) {
    const yoga = createApp(app.db, { interpreted, logBug: () => undefined })
    const response = await yoga.fetch('http://localhost/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    })
    const text = (await response.text()).replaceAll(/[0-9a-f-]{36}/g, 'ID')
    answers.push({ status: response.status, answer: JSON.parse(text) })
  }
  return answers
}

const FILTERED = /* GraphQL */ `
  query Filtered(
    $year: Int
    $filter: ProjectFilter = { year: { from: 2022 } }
    $names: Boolean!
    $size: Int! = 5
  ) {
    projects(filter: $filter, first: $size) {
      nodes {
        id @skip(if: $names)
        name @include(if: $names)
        ...Places @include(if: $names)
      }
    }
    indicators(filter: { AND: [{ fiscalYear: $year }, { period: ANNUAL }] }, first: $size) {
      totalCount
      nodes {
        name
      }
    }
  }
  fragment Places on Project {
    implementer {
      name
      ... on Agency {
        parent {
          name
        }
      }
    }
  }
`

describe('a compiled operation answers as graphql-js does', () => {
  test.each([
    ['fragments, defaults and directives', FILTERED, { names: true }],
    ['a variable in an object', FILTERED, { names: false, year: 2021 }],
    ['a variable in an object that is null', FILTERED, { names: false, year: null }],
    ['a filter that is null', FILTERED, { names: true, filter: null, size: 1 }],
    ['an enum in a variable', FILTERED, { names: true, filter: { NOT: { severity: ['BLOCK', 'WARN'] } } }],
    ['one value for a list', FILTERED, { names: true, filter: { form: 'SELF_EVALUATION' } }],
    ['a variable that is missing', FILTERED, {}],
    ['a variable of the wrong type', FILTERED, { names: true, size: 'all' }],
    ['an unknown field in a variable', FILTERED, { names: true, filter: { nothing: 1 } }],
    ['an error in a list that may not be null', '{ projects { nodes { name findings { rule } } } }', {}],
    [
      'an error beside a field that is null',
      '{ project(id: "nonsense") { id } fiscalYears { projects } }',
      {},
    ],
    ['aliases and typenames', '{ a: projects(first: 1) { __typename nodes { n: name __typename } } }', {}],
    [
      'the same list twice',
      '{ projects { nodes { indicators { id } indicators { name } i: indicators { met } } } }',
      {},
    ],
    ['introspection', '{ __schema { queryType { name } } }', {}],
  ])('%s', async (_what, query, variables) => {
    const [interpreted, compiled] = await both(query, variables)
    expect(compiled).toEqual(interpreted)
  })

  test('errors have their code and path', async () => {
    const [, compiled] = await both('{ projects { nodes { name findings { rule } } } }')
    expect(compiled).toMatchObject({
      status: 200,
      answer: {
        data: null,
        errors: [
          { extensions: { code: 'INTERNAL', errorId: 'ID' }, path: ['projects', 'nodes', 0, 'findings'] },
        ],
      },
    })
  })
})

test('columns behind a directive are read only where it lets them through', async () => {
  const query = 'query ($names: Boolean!) { projects { nodes { id name @include(if: $names) } } }'
  await app.runOk(query, { names: false })
  expect(app.statements().join()).not.toContain('"name"')
  const { projects } = await app.runOk<{ projects: { nodes: readonly { name?: string }[] } }>(query, {
    names: true,
  })
  expect(projects.nodes.map(({ name }) => name)).toEqual(['乙', '甲'])
})
