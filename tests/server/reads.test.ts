import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApp, type TestApp } from '../support/app.ts'
import { importProjects, type ImportedProject } from '../support/import.ts'
import { metRows } from '../support/self-evaluation-text.ts'

let app: TestApp
let projects: readonly ImportedProject[]

beforeAll(async () => {
  app = await startApp()
  const years = [2021, 2022, 2022, 2023]
  projects = await importProjects(
    app,
    years.flatMap((year, index) => [
      { name: `馆藏建设${index}`, year, implementer: '云浦市图书馆' },
      {
        name: `展览${index}_50%`,
        year,
        implementer: '云浦市博物馆',
        rows: [{ ...metRows[0], name: '临时展览场次', target: '≥20场', actual: '18场' }, ...metRows.slice(1)],
      },
      { name: `巡查${index}`, year, implementer: '云浦市水务局', supervisor: '云浦市政府' },
    ]),
  )
})
afterAll(() => app.close())

interface Connection<Node> {
  readonly nodes: readonly Node[]
  readonly edges: readonly { readonly cursor: string; readonly node: Node }[]
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
  readonly totalCount: number
}

interface Named {
  readonly id: string
  readonly name: string
}

const PROJECTS = /* GraphQL */ `
  query Projects($filter: ProjectFilter, $first: Int! = 50, $after: String) {
    projects(filter: $filter, first: $first, after: $after) {
      totalCount
      edges {
        cursor
      }
      nodes {
        id
        name
        fiscalYear
        implementer {
          id
          name
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`

const INDICATORS = /* GraphQL */ `
  query Indicators($filter: IndicatorFilter, $first: Int! = 5000, $after: String) {
    indicators(filter: $filter, first: $first, after: $after) {
      totalCount
      nodes {
        id
        name
        position
        project {
          id
          name
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`

const readProjects = async (
  variables: object = {},
): Promise<Connection<Named & { readonly fiscalYear: number }>> =>
  (await app.runOk<{ projects: Connection<Named & { fiscalYear: number }> }>(PROJECTS, variables)).projects

const readIndicators = async (
  variables: object = {},
): Promise<Connection<Named & { readonly position: number; readonly project: Named }>> =>
  (
    await app.runOk<{ indicators: Connection<Named & { position: number; project: Named }> }>(
      INDICATORS,
      variables,
    )
  ).indicators

const agencyId = async (name: string): Promise<string> =>
  (await app.db.prisma.agency.findFirstOrThrow({ where: { name } })).id

describe('agencies', () => {
  const AGENCIES = /* GraphQL */ `
    {
      agencies {
        id
        name
        parent {
          name
          parent {
            name
          }
        }
        children {
          name
          children {
            name
            projectCounts {
              fiscalYear
              projects
            }
          }
        }
        projectCounts {
          fiscalYear
          projects
        }
      }
    }
  `

  test('come whole as a tree, with projects by year', async () => {
    const { agencies } = await app.runOk<{ agencies: readonly Named[] }>(AGENCIES)
    expect(agencies).toContainEqual(
      expect.objectContaining({
        name: '云浦市图书馆',
        parent: { name: '云浦市财政局', parent: null },
        projectCounts: [
          { fiscalYear: 2023, projects: 1 },
          { fiscalYear: 2022, projects: 2 },
          { fiscalYear: 2021, projects: 1 },
        ],
      }),
    )
  })

  test('take two statements whatever the depth', async () => {
    await app.runOk(AGENCIES)
    expect(app.statements()).toHaveLength(2)
  })

  test('by year are counted by one statement', async () => {
    const { fiscalYears } = await app.runOk<{ fiscalYears: unknown }>(
      '{ fiscalYears { fiscalYear projects } }',
    )
    expect(fiscalYears).toEqual([
      { fiscalYear: 2023, projects: 3 },
      { fiscalYear: 2022, projects: 6 },
      { fiscalYear: 2021, projects: 3 },
    ])
    expect(app.statements()).toHaveLength(1)
  })
})

describe('projects', () => {
  test('come newest year first, an agency together, in the order they were registered', async () => {
    const { nodes, totalCount } = await readProjects()
    expect(totalCount).toBe(12)
    expect(nodes.map(({ fiscalYear }) => fiscalYear)).toEqual([
      2023, 2023, 2023, 2022, 2022, 2022, 2022, 2022, 2022, 2021, 2021, 2021,
    ])
    const library = nodes.filter(({ name }) => name.startsWith('馆藏'))
    expect(library.map(({ name }) => name)).toEqual(['馆藏建设3', '馆藏建设1', '馆藏建设2', '馆藏建设0'])
  })

  test('in pages are the same as at once, without gap or double', async () => {
    const whole = (await readProjects()).nodes.map(({ id }) => id)
    for (const first of [1, 5, 11, 12, 13]) {
      const seen: string[] = []
      let after: string | null = null
      do {
        const page: Connection<Named> = await readProjects({ first, after })
        expect(page.nodes.length).toBeLessThanOrEqual(first)
        seen.push(...page.nodes.map(({ id }) => id))
        after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null
      } while (after !== null)
      expect(seen).toEqual(whole)
    }
  })

  test('of an agency are those of everything below it', async () => {
    const below = await readProjects({ filter: { agencyId: await agencyId('云浦市财政局') } })
    expect(below.totalCount).toBe(8)
    const own = await readProjects({ filter: { agencyId: await agencyId('云浦市水务局'), fiscalYear: 2022 } })
    expect(own.nodes.map(({ name }) => name)).toEqual(['巡查1', '巡查2'])
    expect(
      (await readProjects({ filter: { agencyId: '0190b0f0-0000-7000-8000-000000000000' } })).totalCount,
    ).toBe(0)
  })

  test.each([
    ['馆藏', 4],
    ['博物馆', 4],
    ['50%', 4],
    ['_50', 4],
    ['%', 4],
    ['_', 4],
    ['\\', 0],
    ["'; DROP TABLE project; --", 0],
    ['  ', 12],
  ])('with the text %j are %i', async (text, count) => {
    expect((await readProjects({ filter: { text } })).totalCount).toBe(count)
  })
})

describe('indicators', () => {
  test('come in the order of the projects, and in each in the order of the form', async () => {
    const whole = await readIndicators()
    expect(whole.totalCount).toBe(60)
    const order = (await readProjects()).nodes.flatMap(({ id }) =>
      [0, 1, 2, 3, 4].map((position) => [id, position]),
    )
    expect(whole.nodes.map(({ project, position }) => [project.id, position])).toEqual(order)
    const seen: string[] = []
    let after: string | null = null
    do {
      const page: Connection<Named> = await readIndicators({ first: 7, after })
      seen.push(...page.nodes.map(({ id }) => id))
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null
    } while (after !== null)
    expect(seen).toEqual(whole.nodes.map(({ id }) => id))
  })

  test.each([
    ['临时展览', 4],
    ['18场', 4],
    ['≥20场', 4],
    ['水务局', 20],
    ['馆藏建设0', 5],
  ])('with the text %j are %i', async (text, count) => {
    expect((await readIndicators({ filter: { text } })).totalCount).toBe(count)
  })

  test('of a project, of a period', async () => {
    const projectId = projects[0]?.id
    expect((await readIndicators({ filter: { projectId } })).totalCount).toBe(5)
    expect((await readIndicators({ filter: { projectId, period: 'MIDTERM' } })).totalCount).toBe(0)
  })

  test('say what they mean and why they have their score', async () => {
    const { indicators } = await app.runOk<{ indicators: { nodes: unknown[] } }>(/* GraphQL */ `
      {
        indicators(filter: { text: "临时展览" }, first: 1) {
          nodes {
            target {
              kind
              raw
              operator
              value
              multiplier
              unit
              text
              assumed
              approximate
              canonical
            }
            actual {
              value
              unit
            }
            met
            ruleScore
            weight
            chinese: explanation
            english: explanation(locale: EN)
          }
        }
      }
    `)
    expect(indicators.nodes).toMatchObject([
      {
        target: {
          kind: 'QUANTITATIVE',
          raw: '≥20场',
          operator: '>=',
          value: '20',
          multiplier: 1,
          unit: '场',
          text: null,
          assumed: [],
          approximate: false,
          canonical: '≥20场',
        },
        actual: { value: '18', unit: '场' },
        met: false,
        ruleScore: '18',
        weight: '20',
        chinese: expect.stringMatching(/18/),
        english: expect.stringMatching(/18/),
      },
    ])
  })
})

describe('statements', () => {
  const pin = async (query: string, variables: object, expected: number): Promise<void> => {
    await app.runOk(query, { ...variables, first: 1 })
    const one = app.statements()
    await app.runOk(query, { ...variables, first: 100 })
    expect(app.statements().length, app.statements().join('\n')).toBe(expected)
    expect(one).toHaveLength(expected)
  }

  test('projects with everything below them: one a table, and one for all agencies', async () => {
    await pin(
      /* GraphQL */ `
        query ($first: Int!) {
          projects(first: $first) {
            nodes {
              name
              implementer {
                name
                parent {
                  name
                }
              }
              supervisor {
                name
              }
              funds {
                amount
              }
              goals {
                text
              }
              narratives {
                text
              }
              indicators {
                name
                target {
                  canonical
                }
              }
              importBatch {
                fileName
              }
            }
          }
        }
      `,
      {},
      7,
    )
  })

  test('projects with their findings and counts', async () => {
    await pin(
      /* GraphQL */ `
        query ($first: Int!) {
          projects(first: $first) {
            nodes {
              findingCounts {
                block
                explain
                warn
              }
              findings {
                rule
                line
                message
              }
              indicators {
                id
              }
            }
          }
        }
      `,
      {},
      6,
    )
  })

  test('indicators with project and agency', async () => {
    await pin(
      /* GraphQL */ `
        query ($first: Int!) {
          indicators(first: $first) {
            nodes {
              name
              explanation
              project {
                name
                implementer {
                  name
                }
              }
            }
          }
        }
      `,
      {},
      3,
    )
  })

  test('indicators alone, of a subtree, with and without a total', async () => {
    const filter = { agencyId: await agencyId('云浦市财政局'), text: '次' }
    await pin(
      'query ($first: Int!, $filter: IndicatorFilter) { indicators(first: $first, filter: $filter) { nodes { name } } }',
      { filter },
      1,
    )
    await pin(
      'query ($first: Int!, $filter: IndicatorFilter) { indicators(first: $first, filter: $filter) { totalCount nodes { name } } }',
      { filter },
      2,
    )
  })

  test('one project', async () => {
    const { id } = projects[0] ?? { id: '' }
    const { project } = await app.runOk<{ project: unknown }>(
      'query ($id: ID!) { project(id: $id) { id } }',
      { id },
    )
    expect(project).toEqual({ id })
    expect(app.statements()).toHaveLength(1)
  })
})
