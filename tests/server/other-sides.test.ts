import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApp, type TestApp } from '../support/app.ts'
import { importProjects, type ImportedProject } from '../support/import.ts'
import { metRows } from '../support/self-evaluation-text.ts'

let app: TestApp
let projects: readonly ImportedProject[]

const rows = (target: string) => [{ ...metRows[0], name: '举办活动次数', target }, ...metRows.slice(1)]

beforeAll(async () => {
  app = await startApp()
  projects = await importProjects(app, [
    { name: '阅读推广(二期)', year: 2021, rows: rows('≥10次') },
    { name: '阅读推广（二期）', year: 2022, rows: rows('≥20次') },
    { name: '阅读推广（二期）', year: 2023, rows: rows('≥30次') },
    // The same name elsewhere, and a year left out.
    { name: '阅读推广（二期）', year: 2022, implementer: '云浦市文化馆', supervisor: '云浦市政府' },
    { name: '巡展', year: 2021 },
    { name: '巡展', year: 2023 },
  ])
})
afterAll(() => app.close())

const pinned = (
  statements: readonly string[],
  { sides, least, most }: { sides: number; least: number; most: number },
): void => {
  const all = statements.join('\n')
  expect(statements.filter((text) => text.includes('DISTINCT ON')).length, all).toBe(sides)
  expect(statements.length, all).toBeGreaterThanOrEqual(least)
  expect(statements.length, all).toBeLessThanOrEqual(most)
}

const YEARS = /* GraphQL */ `
  query Years($first: Int!, $filter: ProjectFilter) {
    projects(first: $first, filter: $filter) {
      nodes {
        fiscalYear
        previousYear {
          id
          name
          fiscalYear
          implementer {
            name
          }
        }
        nextYear {
          id
        }
      }
    }
  }
`

const idOf = (index: number): string => projects[index]?.id ?? ''

interface Years {
  readonly fiscalYear: number
  readonly previousYear: { readonly id: string } | null
  readonly nextYear: { readonly id: string } | null
}

describe('a project', () => {
  test('has the one of the same implementer and name a year before and after', async () => {
    const { projects: found } = await app.runOk<{ projects: { nodes: readonly Years[] } }>(YEARS, {
      first: 50,
      filter: { text: '阅读推广', implementer: { in: [await agencyId('云浦市图书馆')] } },
    })
    expect(found.nodes).toEqual([
      {
        fiscalYear: 2023,
        previousYear: {
          id: idOf(1),
          name: '阅读推广（二期）',
          fiscalYear: 2022,
          implementer: { name: '云浦市图书馆' },
        },
        nextYear: null,
      },
      {
        fiscalYear: 2022,
        previousYear: expect.objectContaining({ id: idOf(0), fiscalYear: 2021 }),
        nextYear: { id: idOf(2) },
      },
      { fiscalYear: 2021, previousYear: null, nextYear: { id: idOf(1) } },
    ])
  })

  test('of a year left out, or of another agency, has none', async () => {
    for (const index of [3, 4, 5]) {
      const { project } = await app.runOk<{ project: Years }>(
        'query ($id: ID!) { project(id: $id) { previousYear { id } nextYear { id } } }',
        { id: idOf(index) },
      )
      expect(project).toEqual({ previousYear: null, nextYear: null })
    }
  })

  test('and its years take as many statements for one as for all', async () => {
    await app.runOk(YEARS, { first: 1 })
    const one = app.statements().length
    await app.runOk(YEARS, { first: 100 })
    // The page; previous and next ids; their rows and implementers, together or, where a pool of connections answers
    // one side before the other, one after the other.
    pinned(app.statements(), { sides: 2, least: 5, most: 7 })
    expect(one).toBeLessThanOrEqual(7)
  })
})

const agencyId = async (name: string): Promise<string> =>
  (await app.db.prisma.agency.findFirstOrThrow({ where: { name } })).id

interface Side {
  readonly target: { readonly canonical: string }
}

describe('an indicator', () => {
  const SIDES = /* GraphQL */ `
    query Sides($first: Int!, $text: String) {
      indicators(first: $first, filter: { text: $text }) {
        nodes {
          fiscalYear
          period
          previousYear {
            target {
              canonical
            }
            previousYear {
              target {
                canonical
              }
            }
          }
          nextYear {
            target {
              canonical
            }
          }
          counterpart {
            period
            target {
              canonical
            }
          }
        }
      }
    }
  `
  interface Sides {
    readonly fiscalYear: number
    readonly previousYear: (Side & { readonly previousYear: Side | null }) | null
    readonly nextYear: Side | null
    readonly counterpart: (Side & { readonly period: string }) | null
  }
  const sides = async (first: number, text?: string): Promise<readonly Sides[]> =>
    (await app.runOk<{ indicators: { nodes: readonly Sides[] } }>(SIDES, { first, text })).indicators.nodes

  test('has its earlier and later targets', async () => {
    const found = (await sides(50, '举办活动')).filter(({ previousYear }) => previousYear !== null)
    expect(found).toEqual([
      {
        fiscalYear: 2023,
        period: 'ANNUAL',
        previousYear: {
          target: { canonical: '≥20次' },
          previousYear: { target: { canonical: '≥10次' } },
        },
        nextYear: null,
        counterpart: null,
      },
      {
        fiscalYear: 2022,
        period: 'ANNUAL',
        previousYear: { target: { canonical: '≥10次' }, previousYear: null },
        nextYear: { target: { canonical: '≥30次' } },
        counterpart: null,
      },
    ])
  })

  test('has the one of the other period in its project', async () => {
    const id = projects[5]?.indicators[0]?.id ?? ''
    await app.db.sql.query(
      `INSERT INTO "indicator" ("id", "project_id", "fiscal_year", "implementer_id", "period", "level1", "level2",
         "name", "target_kind", "target_raw", "target_text", "actual_kind", "position")
       SELECT gen_random_uuid(), "project_id", "fiscal_year", "implementer_id", 'MIDTERM', "level1", "level2",
         ' 举办 活动次数', 'QUALITATIVE', '三年齐全', '三年齐全', 'MISSING', 99 FROM "indicator" WHERE "id" = $1::uuid`,
      [id],
    )
    const query = 'query ($id: ID!) { node(id: $id) { ... on Indicator { counterpart { id period } } } }'
    const { node } = await app.runOk<{ node: { counterpart: { id: string; period: string } } }>(query, { id })
    expect(node.counterpart.period).toBe('MIDTERM')
    const back = await app.runOk(query, { id: node.counterpart.id })
    expect(back).toEqual({ node: { counterpart: { id, period: 'ANNUAL' } } })
  })

  test('and its other sides take as many statements for one as for all', async () => {
    await sides(1)
    const one = app.statements().length
    await sides(1000)
    // The page; three times ids and their rows, at best together; the year before the year before: ids and rows.
    pinned(app.statements(), { sides: 3, least: 7, most: 9 })
    expect(one).toBeLessThanOrEqual(9)
  })
})

describe('agencies', () => {
  const PROJECTS = /* GraphQL */ `
    query Agencies($first: Int!, $after: String, $subtree: Boolean!, $filter: ProjectFilter) {
      agencies {
        id
        name
        ancestors {
          name
        }
        projects(first: $first, after: $after, subtree: $subtree, filter: $filter) {
          totalCount
          nodes {
            id
            name
            fiscalYear
            goals {
              text
            }
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  `
  interface Agency {
    readonly name: string
    readonly ancestors: readonly { readonly name: string }[]
    readonly projects: {
      readonly totalCount: number
      readonly nodes: readonly { readonly id: string; readonly fiscalYear: number }[]
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
    }
  }
  const agencies = async (variables: object): Promise<ReadonlyMap<string, Agency>> => {
    const answer = await app.runOk<{ agencies: readonly Agency[] }>(PROJECTS, {
      first: 20,
      subtree: false,
      ...variables,
    })
    return new Map(answer.agencies.map((agency) => [agency.name, agency]))
  }

  test('have what is above them and the projects they implement, newest first', async () => {
    const found = await agencies({})
    expect(found.get('云浦市图书馆')).toMatchObject({
      ancestors: [{ name: '云浦市财政局' }],
      projects: { totalCount: 5, pageInfo: { hasNextPage: false } },
    })
    expect(found.get('云浦市图书馆')?.projects.nodes.map(({ fiscalYear }) => fiscalYear)).toEqual([
      2023, 2023, 2022, 2021, 2021,
    ])
    expect(found.get('云浦市财政局')?.projects).toMatchObject({ totalCount: 0, nodes: [] })
    expect(found.get('云浦市政府')?.ancestors).toEqual([])
  })

  test('with their subtree have everything below them', async () => {
    const found = await agencies({ subtree: true, filter: { year: { from: 2022 } } })
    expect(found.get('云浦市财政局')?.projects).toMatchObject({ totalCount: 3 })
    expect(found.get('云浦市政府')?.projects).toMatchObject({ totalCount: 1 })
    expect(found.get('云浦市文化馆')?.projects).toMatchObject({ totalCount: 1 })
  })

  test('have pages of their own', async () => {
    const all = (await agencies({})).get('云浦市图书馆')?.projects.nodes.map(({ id }) => id)
    const first = (await agencies({ first: 2 })).get('云浦市图书馆')?.projects
    expect(first?.pageInfo.hasNextPage).toBe(true)
    const rest = (await agencies({ after: first?.pageInfo.endCursor })).get('云浦市图书馆')?.projects
    expect([...(first?.nodes ?? []), ...(rest?.nodes ?? [])].map(({ id }) => id)).toEqual(all)
    expect(rest?.totalCount).toBe(5)
  })

  test('and their projects take as many statements however many there are', async () => {
    // The catalog; one for all pages; one for all counts; the goals.
    for (const variables of [{}, { first: 1 }, { subtree: true }, { first: 40, subtree: true }]) {
      await agencies(variables)
      expect(app.statements(), app.statements().join('\n')).toHaveLength(4)
    }
  })

  test('asked for twice with other arguments answer each as asked', async () => {
    const query = /* GraphQL */ `
      fragment Some on Agency {
        few: projects(first: 1) {
          nodes {
            name
          }
        }
      }
      {
        agencies {
          name
          ...Some
          all: projects(orderBy: [{ field: NAME, direction: DESC }]) {
            nodes {
              id
              version
            }
          }
        }
      }
    `
    const answer = await app.runOk<{ agencies: readonly { name: string; few: object; all: object }[] }>(query)
    const library = answer.agencies.find(({ name }) => name === '云浦市图书馆')
    expect(library?.few).toEqual({ nodes: [{ name: '阅读推广（二期）' }] })
    expect(library?.all).toMatchObject({ nodes: [{ version: 1 }, {}, {}, {}, {}] })
    expect(app.statements()).toHaveLength(3)
  })

  test.each([
    ['projects(first: 101) { totalCount }'],
    ['projects(first: -1) { totalCount }'],
    ['projects(after: "x") { nodes { id } }'],
    ['projects(filter: { id: ["x"] }) { totalCount }'],
    ['projects(orderBy: [{ field: NAME }, { field: NAME }]) { totalCount }'],
  ])('%s is BAD_INPUT', async (field) => {
    await app.runError('BAD_INPUT', `{ agencies { ${field} } }`)
    expect(app.bugs).toEqual([])
  })
})
