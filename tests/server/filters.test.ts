import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApp, type TestApp } from '../support/app.ts'
import { importProjects } from '../support/import.ts'
import { metRows } from '../support/self-evaluation-text.ts'

let app: TestApp
const ids = new Map<string, string>()

beforeAll(async () => {
  app = await startApp()
  const [first, ...others] = metRows
  await importProjects(
    app,
    [2021, 2022, 2023].flatMap((year) => [
      { name: `甲${year}`, year, implementer: '云浦市图书馆' },
      {
        name: `乙${year}`,
        year,
        implementer: '云浦市博物馆',
        rows: [
          { ...first, name: '临时展览场次', target: '≥20场', actual: '10场', weight: '20', score: '5' },
          ...others,
        ],
      },
      { name: `丙${year}`, year, implementer: '云浦市水务局', supervisor: '云浦市政府' },
    ]),
  )
  for (const { id, name } of await app.db.prisma.agency.findMany()) ids.set(name, id)
})
afterAll(() => app.close())

interface Page {
  readonly nodes: readonly { readonly id: string; readonly name: string | null }[]
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
  readonly totalCount: number
}

const read = async (list: 'projects' | 'indicators', variables: object): Promise<Page> => {
  const type = list === 'projects' ? 'Project' : 'Indicator'
  const query = `query ($filter: ${type}Filter, $orderBy: [${type}Order!], $first: Int! = 500, $after: String) {
    ${list}(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
      nodes { id name } pageInfo { hasNextPage endCursor } totalCount
    }
  }`
  return (await app.runOk<Record<typeof list, Page>>(query, variables))[list]
}

const names = ({ nodes }: Page): string => nodes.map(({ name }) => name).join(' ')

/** Agencies stand in filters by name, for their ids are made in every run. */
const withIds = (filter: object): object =>
  JSON.parse(JSON.stringify(filter).replaceAll(/"@([^"]+)"/g, (_whole, name: string) => `"${ids.get(name)}"`))

const byName = [{ field: 'NAME' }]

describe('projects', () => {
  test.each<[string, object, string]>([
    ['of a year', { fiscalYear: 2022 }, '丙2022 乙2022 甲2022'],
    [
      'of some years',
      { year: { in: [2021, 2023] }, implementer: { in: ['@云浦市图书馆'] } },
      '甲2021 甲2023',
    ],
    ['of no year', { year: { in: [] } }, ''],
    ['from a year on', { year: { from: 2022, to: 2022 }, text: '甲' }, '甲2022'],
    ['of an agency itself', { implementer: { in: ['@云浦市财政局'] } }, ''],
    [
      'of an agency and below',
      { implementer: { within: '@云浦市财政局' }, fiscalYear: 2021 },
      '乙2021 甲2021',
    ],
    ['of a supervisor', { supervisor: { within: '@云浦市政府' }, year: { to: 2021 } }, '丙2021'],
    [
      'not of a supervisor',
      { NOT: { supervisor: { in: ['@云浦市政府'] } }, fiscalYear: 2021 },
      '乙2021 甲2021',
    ],
    ['of another form', { form: 'DECLARATION' }, ''],
    ['of any form', { form: ['DECLARATION', 'SELF_EVALUATION'], fiscalYear: 2021 }, '丙2021 乙2021 甲2021'],
    ['of a state', { state: ['PUBLISHED'] }, ''],
    ['below a total', { ruleTotal: { below: '100' }, year: { in: [2021] } }, '乙2021'],
    ['with all points', { awardedTotal: { from: '100', to: '100' }, fiscalYear: 2021 }, '丙2021 甲2021'],
    ['of a grade', { ruleGrade: ['优'], fiscalYear: 2021 }, '丙2021 乙2021 甲2021'],
    ['of an unknown grade', { ruleGrade: ["优' OR 1=1 --"] }, ''],
    [
      'either',
      { OR: [{ text: '甲2021' }, { AND: [{ text: '乙' }, { fiscalYear: 2023 }] }] },
      '乙2023 甲2021',
    ],
    ['neither', { NOT: { OR: [{ text: '甲' }, { text: '乙' }] } }, '丙2021 丙2022 丙2023'],
    ['of none', { OR: [] }, ''],
    ['of all', { AND: [], fiscalYear: 2021, NOT: { OR: [] } }, '丙2021 乙2021 甲2021'],
  ])('%s', async (_what, filter, expected) => {
    const page = await read('projects', { filter: withIds(filter), orderBy: byName })
    expect(names(page)).toBe(expected)
    expect(page.totalCount).toBe(page.nodes.length)
  })

  test('with and without findings are all projects', async () => {
    const having = await read('projects', { filter: { hasFindings: true } })
    const without = await read('projects', { filter: { hasFindings: false } })
    expect(having.totalCount).toBeGreaterThan(0)
    expect(having.totalCount + without.totalCount).toBe(9)
    const explained = await read('projects', {
      filter: { severity: ['EXPLAIN'], fiscalYear: 2021 },
      orderBy: byName,
    })
    expect(names(explained)).toContain('乙2021')
  })
})

describe('indicators', () => {
  test.each<[string, object, number]>([
    ['not met', { met: false }, 3],
    ['met', { met: true }, 42],
    ['of level 1', { level1: ['效益指标'] }, 9],
    ['of level 2 in a year', { level2: ['质量指标', '时效指标'], fiscalYear: 2021 }, 6],
    ['with numbers', { targetKind: 'QUANTITATIVE', actualKind: ['QUANTITATIVE'] }, 45],
    ['with words', { targetKind: ['QUALITATIVE', 'MISSING'] }, 0],
    ['by score', { score: { below: '10' } }, 3],
    ['by weight', { weight: { above: '10', to: '20' } }, 18],
    ['by rule score', { ruleScore: { from: '10', to: '10' } }, 21],
    ['graded', { grade: ['ACHIEVED'] }, 0],
    ['of projects', { project: { OR: [{ text: '甲2021' }, { text: '乙2021' }] }, met: true }, 9],
    ['not of projects', { NOT: { project: { text: '乙' } } }, 30],
  ])('%s', async (_what, filter, count) => {
    expect((await read('indicators', { filter })).totalCount).toBe(count)
  })
})

const fields = async (type: string): Promise<readonly string[]> => {
  const { __type } = await app.runOk<{ __type: { enumValues: readonly { name: string }[] } }>(
    `{ __type(name: "${type}") { enumValues { name } } }`,
  )
  return __type.enumValues.map(({ name }) => name)
}

/** All ids, page by page. */
const walk = async (list: 'projects' | 'indicators', variables: object, first: number): Promise<string[]> => {
  const seen: string[] = []
  let after: string | null = null
  do {
    const page: Page = await read(list, { ...variables, first, after })
    seen.push(...page.nodes.map(({ id }) => id))
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null
  } while (after !== null)
  return seen
}

describe('in every order', () => {
  test.each([
    ['projects', 'ProjectOrderField', 2],
    ['indicators', 'IndicatorOrderField', 7],
  ] as const)(
    '%s come page by page as at once, up as down reversed but for ties',
    async (list, type, first) => {
      for (const field of await fields(type))
        for (const direction of ['ASC', 'DESC']) {
          const variables = { orderBy: [{ field, direction }], filter: { year: { to: 2022 } } }
          const whole = (await read(list, variables)).nodes.map(({ id }) => id)
          expect(new Set(whole).size, field).toBe(list === 'projects' ? 6 : 30)
          expect(await walk(list, variables, first), `${field} ${direction}`).toEqual(whole)
        }
    },
  )

  test('by several fields, with values that are missing', async () => {
    await app.db.sql.query(
      `UPDATE "indicator" SET "reason" = NULL, "rule_score" = NULL, "met" = NULL WHERE "position" = 2`,
    )
    const orderBy = [
      { field: 'MET', direction: 'DESC' },
      { field: 'RULE_SCORE', direction: 'ASC' },
      { field: 'FISCAL_YEAR', direction: 'DESC' },
      { field: 'NAME' },
    ]
    const whole = (await read('indicators', { orderBy })).nodes
    expect(whole.slice(-9).map(({ name }) => name)).toEqual(Array(9).fill('资料更新及时率'))
    expect(await walk('indicators', { orderBy }, 4)).toEqual(whole.map(({ id }) => id))
  })

  test('a row that comes or goes between two pages moves no other', async () => {
    const orderBy = [{ field: 'CREATED_AT', direction: 'ASC' }]
    const before = (await read('projects', { orderBy })).nodes.map(({ id }) => id)
    const page = await read('projects', { orderBy, first: 4 })
    await app.db.sql.query(
      `UPDATE "project" SET "created_at" = "created_at" - interval '1 day' WHERE "id" = $1::uuid`,
      [before.at(-1) ?? ''],
    )
    const rest = await read('projects', { orderBy, after: page.pageInfo.endCursor })
    expect(rest.nodes.map(({ id }) => id)).toEqual(before.slice(4, -1))
  })
})

describe('refused', () => {
  const nested = (depth: number): object => (depth === 0 ? { fiscalYear: 1 } : { NOT: nested(depth - 1) })
  test.each<[string, string, object]>([
    [
      'an order that names a field twice',
      'BAD_INPUT',
      { orderBy: [{ field: 'NAME' }, { field: 'NAME', direction: 'DESC' }] },
    ],
    ['a filter of 300 filters', 'TOO_COMPLEX', { filter: nested(300) }],
    ['a list of 2,000 values', 'TOO_LARGE', { filter: { nature: Array(2000).fill('x') } }],
    [
      'a decimal of a million digits',
      'BAD_INPUT',
      { filter: { ruleTotal: { from: '9'.repeat(1_000_000) } } },
    ],
    ['a decimal that is a number', 'BAD_INPUT', { filter: { ruleTotal: { from: 90 } } }],
    ['an agency that is no id', 'BAD_INPUT', { filter: { implementer: { in: ["' OR 1=1"] } } }],
    ['a word with NUL', 'BAD_INPUT', { filter: { nature: ['a\0b'] } }],
  ])('%s is %s', async (_what, code, variables) => {
    const query =
      'query ($filter: ProjectFilter, $orderBy: [ProjectOrder!]) { projects(filter: $filter, orderBy: $orderBy) { nodes { id } } }'
    await app.runError(code, query, variables)
    expect(app.bugs).toEqual([])
  })

  test('a cursor of another order is BAD_INPUT', async () => {
    const { pageInfo } = await read('projects', { orderBy: [{ field: 'RULE_TOTAL' }], first: 1 })
    const query =
      'query ($after: String, $field: ProjectOrderField!) { projects(after: $after, orderBy: [{ field: $field }]) { nodes { id } } }'
    await app.runError('BAD_INPUT', query, { after: pageInfo.endCursor, field: 'AWARDED_TOTAL' })
    await app.runOk(query, { after: pageInfo.endCursor, field: 'RULE_TOTAL' })
  })
})
