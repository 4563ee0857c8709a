import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../support/app.ts'
import { importProjects, type ImportedProject } from '../support/import.ts'

let app: TestApp
let projects: readonly ImportedProject[]
let agencyId: string
let batchId: string
let changeSetId: string

beforeAll(async () => {
  app = await startApp()
  projects = await importProjects(app, [{ name: '甲' }, { name: '乙' }])
  agencyId = (await app.db.prisma.agency.findFirstOrThrow({ where: { name: '云浦市图书馆' } })).id
  const batch = await app.db.prisma.importBatch.findFirstOrThrow()
  batchId = batch.id
  changeSetId = batch.changeSetId
})
afterAll(() => app.close())

const none = '0190b0f0-0000-7000-8000-000000000000'

const NODES = /* GraphQL */ `
  query Nodes($ids: [ID!]!) {
    nodes(ids: $ids) {
      __typename
      id
      ... on Agency {
        name
      }
      ... on Project {
        name
        implementer {
          name
        }
      }
      ... on Indicator {
        indicatorName: name
        project {
          name
        }
      }
      ... on ImportBatch {
        fileName
      }
      ... on ChangeSet {
        source
        undoesId
      }
    }
  }
`

test('an id is enough to have an agency, a project, an indicator, an import batch or a change set', async () => {
  const [first, second] = projects
  const indicator = first?.indicators[0]
  const ids = [
    indicator?.id,
    agencyId,
    none,
    second?.id,
    batchId,
    first?.id,
    changeSetId,
    agencyId.toUpperCase(),
  ]
  const { nodes } = await app.runOk<{ nodes: unknown }>(NODES, { ids })
  expect(nodes).toEqual([
    { __typename: 'Indicator', id: indicator?.id, indicatorName: indicator?.name, project: { name: '甲' } },
    { __typename: 'Agency', id: agencyId, name: '云浦市图书馆' },
    null,
    { __typename: 'Project', id: second?.id, name: '乙', implementer: { name: '云浦市图书馆' } },
    { __typename: 'ImportBatch', id: batchId, fileName: 'test.txt' },
    { __typename: 'Project', id: first?.id, name: '甲', implementer: { name: '云浦市图书馆' } },
    { __typename: 'ChangeSet', id: changeSetId, source: 'IMPORT', undoesId: null },
    { __typename: 'Agency', id: agencyId, name: '云浦市图书馆' },
  ])
})

test('one statement finds the tables of all ids, one a type and relation reads them', async () => {
  const indicators = projects.flatMap((project) => project.indicators.map(({ id }) => id))
  await app.runOk(NODES, { ids: [indicators[0], agencyId] })
  expect(app.statements()).toHaveLength(4)
  await app.runOk(NODES, { ids: [...indicators, agencyId] })
  expect(app.statements()).toHaveLength(4)
  await app.runOk(NODES, { ids: [] })
  expect(app.statements()).toHaveLength(0)
})

test('one node, or null', async () => {
  const query = 'query ($id: ID!) { node(id: $id) { __typename id ... on Project { fiscalYear } } }'
  const { node } = await app.runOk<{ node: unknown }>(query, { id: projects[0]?.id })
  expect(node).toEqual({ __typename: 'Project', id: projects[0]?.id, fiscalYear: 2022 })
  expect(app.statements()).toHaveLength(2)
  expect(await app.runOk(query, { id: none })).toEqual({ node: null })
})

test('a malformed id is BAD_INPUT, too many are TOO_LARGE', async () => {
  await app.runError('BAD_INPUT', '{ node(id: "x") { id } }')
  await app.runError('BAD_INPUT', NODES, { ids: [agencyId, "' OR '1'='1"] })
  await app.runError('TOO_LARGE', NODES, { ids: Array.from({ length: 1001 }, () => agencyId) })
  expect(app.bugs).toEqual([])
})
