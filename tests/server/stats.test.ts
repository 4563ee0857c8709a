import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApp, type TestApp } from '../support/app.ts'
import { importProjects } from '../support/import.ts'
import { metRows } from '../support/self-evaluation-text.ts'

let app: TestApp

const missed = [
  { name: '举办活动次数', target: '≥20次', actual: '19次', weight: '20', score: '19.33', reason: '雨' },
  ...metRows.slice(1),
]

beforeAll(async () => {
  app = await startApp()
  await importProjects(app, [
    { name: '甲', year: 2022, implementer: '云浦市图书馆', adjusted: '300', executed: '200', rate: '66.67%' },
    { name: '乙', year: 2022, implementer: '云浦市图书馆', adjusted: '0', executed: '0', rows: missed },
    { name: '丙', year: 2023, implementer: '云浦市图书馆', adjusted: '660703', executed: '657303' },
    {
      name: '丁',
      year: 2023,
      implementer: '云浦市水务局',
      supervisor: '云浦市政府',
      adjusted: '7879880',
      executed: '6998185.82',
      rows: missed,
    },
  ])
})
afterAll(() => app.close())

interface Row {
  readonly [key: string]: unknown
}

interface Stats {
  readonly total: Row
  readonly groups: readonly Row[]
  readonly hasMore: boolean
}

const stats = async (args: string, fields: string): Promise<Stats> =>
  (await app.runOk<{ stats: Stats }>(`{ stats${args} { ${fields} } }`)).stats

const agencyId = async (name: string): Promise<string> =>
  (await app.db.prisma.agency.findFirstOrThrow({ where: { name } })).id

describe('the total', () => {
  test('counts projects and indicators, and sums points and money exactly', async () => {
    const { total } = await stats(
      '',
      'total { projects indicators weight score ruleScore scored adjusted executed executionRate met judged metRate averageScore averageAwardedTotal fiscalYear agencyId }',
    )
    expect(total).toEqual({
      projects: 4,
      indicators: 20,
      weight: '360',
      score: '358.66',
      ruleScore: '358',
      scored: 20,
      adjusted: '8540883',
      executed: '7655688.82',
      // 7655688.82 / 8540883 = 89.6357…
      executionRate: '89.64',
      met: 18,
      judged: 20,
      metRate: '90',
      averageScore: '17.933',
      averageAwardedTotal: '99.665',
      fiscalYear: null,
      agencyId: null,
    })
    expect(app.statements()).toHaveLength(1)
  })

  test('of nothing is zeros and unknown averages', async () => {
    const { total } = await stats(
      '(filter: { fiscalYears: [1999] })',
      'total { projects indicators weight averageScore executionRate metRate findingCounts { block explain warn } }',
    )
    expect(total).toEqual({
      projects: 0,
      indicators: 0,
      weight: null,
      averageScore: null,
      executionRate: null,
      metRate: null,
      findingCounts: { block: 0, explain: 0, warn: 0 },
    })
  })

  test('counts the findings that the projects have', async () => {
    const [sums] = await app.db.sql.query<Row>(
      `SELECT sum("blocking_findings")::int AS "block", sum("explain_findings")::int AS "explain",
       sum("warning_findings")::int AS "warn" FROM "project"`,
    )
    const { total } = await stats('', 'total { findingCounts { block explain warn } }')
    expect(total['findingCounts']).toEqual(sums)
  })
})

describe('groups', () => {
  test('by year come newest first, rates half-up to a hundredth of a percent', async () => {
    const { groups, hasMore } = await stats(
      '(groupBy: [FISCAL_YEAR])',
      'hasMore groups { fiscalYear projects indicators executionRate }',
    )
    expect(groups).toEqual([
      // (657303 + 6998185.82) / (660703 + 7879880) = 89.6366…
      { fiscalYear: 2023, projects: 2, indicators: 10, executionRate: '89.64' },
      { fiscalYear: 2022, projects: 2, indicators: 10, executionRate: '66.67' },
    ])
    expect(hasMore).toBe(false)
    expect(app.statements()).toHaveLength(1)
  })

  test('by agency: average awarded score and number of indicators, by one statement', async () => {
    const { groups } = await stats('(groupBy: [AGENCY])', 'groups { agencyId averageScore indicators }')
    expect(app.statements()).toHaveLength(1)
    expect(app.statements()[0]).not.toMatch(/"indicator"|"fund"/)
    expect(groups).toEqual(
      [
        // (90 + 89.33 + 90) / 15
        { agencyId: await agencyId('云浦市图书馆'), averageScore: '17.9553', indicators: 15 },
        { agencyId: await agencyId('云浦市水务局'), averageScore: '17.866', indicators: 5 },
      ].toSorted((a, b) => (a.agencyId < b.agencyId ? -1 : 1)),
    )
  })

  test('by agency and year name the agency, by two statements', async () => {
    const { groups } = await stats(
      '(groupBy: [FISCAL_YEAR, AGENCY], filter: { fiscalYears: [2022, 2023] })',
      'groups { fiscalYear agency { name parent { name } } projects }',
    )
    expect(groups).toHaveLength(3)
    expect(groups.at(-1)).toEqual({
      fiscalYear: 2022,
      agency: { name: '云浦市图书馆', parent: { name: '云浦市财政局' } },
      projects: 2,
    })
    expect(app.statements()).toHaveLength(2)
  })

  test('by upper agency count everything below it', async () => {
    const { groups } = await stats('(groupBy: [TOP_AGENCY])', 'groups { topAgency { name } projects }')
    expect(groups).toHaveLength(2)
    expect(groups).toContainEqual({ topAgency: { name: '云浦市财政局' }, projects: 3 })
    expect(groups).toContainEqual({ topAgency: { name: '云浦市政府' }, projects: 1 })
    const below = await stats(
      `(groupBy: [TOP_AGENCY], filter: { agencyId: "${await agencyId('云浦市财政局')}" })`,
      'groups { topAgency { name } projects indicators }',
    )
    expect(below.groups).toEqual([{ topAgency: { name: '云浦市图书馆' }, projects: 3, indicators: 15 }])
  })

  test('by level count a project once in each level it has, and once in the total', async () => {
    const { groups, total } = await stats(
      '(groupBy: [LEVEL1])',
      'total { projects } groups { level1 projects indicators score metRate executed }',
    )
    expect(total).toEqual({ projects: 4 })
    expect(groups).toContainEqual({
      level1: '产出指标',
      projects: 4,
      indicators: 12,
      score: '198.66',
      metRate: '83.33',
      executed: '7655688.82',
    })
    expect(groups).toHaveLength(3)
    expect(app.statements()).toHaveLength(1)
  })

  test('by grade and form come from the project', async () => {
    const { groups } = await stats('(groupBy: [GRADE, FORM])', 'groups { grade form projects indicators }')
    expect(groups).toEqual([{ grade: '优', form: 'SELF_EVALUATION', projects: 4, indicators: 20 }])
  })

  test('a filter of levels counts only projects and indicators of these', async () => {
    const { total } = await stats(
      '(filter: { level1s: ["满意度指标"], period: ANNUAL, forms: [SELF_EVALUATION], states: [DRAFT] })',
      'total { projects indicators weight }',
    )
    expect(total).toEqual({ projects: 4, indicators: 4, weight: '40' })
    expect((await stats('(filter: { states: [] })', 'total { projects }')).total).toEqual({ projects: 0 })
  })

  test('are bounded, and say when there are more', async () => {
    const all = await stats('(groupBy: [LEVEL1])', 'groups { level1 }')
    const some = await stats('(groupBy: [LEVEL1], first: 2)', 'hasMore groups { level1 } total { projects }')
    expect(some).toEqual({ groups: all.groups.slice(0, 2), hasMore: true, total: { projects: 4 } })
    const exact = await stats('(groupBy: [LEVEL1], first: 3)', 'hasMore groups { level1 }')
    expect(exact.hasMore).toBe(false)
  })
})

test('averages are rounded once, from the exact fraction', async () => {
  // 0.00005 is just below the half as a binary float; a third has no end.
  await app.db.sql.query(`UPDATE "indicator" SET "score" = NULL`)
  await app.db.sql.query(
    `UPDATE "indicator" SET "score" = 0.0001 WHERE "id" = (SELECT "id" FROM "indicator" ORDER BY "id" LIMIT 1)`,
  )
  await app.db.sql.query(
    `UPDATE "indicator" SET "score" = 0 WHERE "id" = (SELECT "id" FROM "indicator" ORDER BY "id" OFFSET 1 LIMIT 1)`,
  )
  await app.db.sql.query(`SELECT "sum_indicators"(array_agg("id")) FROM "project"`)
  expect((await stats('', 'total { averageScore scored }')).total).toEqual({
    averageScore: '0.0001',
    scored: 2,
  })
  expect(await stats('(groupBy: [AGENCY])', '__typename')).toEqual({ __typename: 'Stats' })
  expect(app.statements()).toEqual([])
})

test.each([
  ['(first: -1)'],
  ['(first: 10001)'],
  ['(groupBy: [NAME])'],
  ['(filter: { agencyId: "x" })'],
  ['(filter: { level1s: ["a\\u0000b"] })'],
  ['(filter: { fiscalYears: [99999999999] })'],
  [`(filter: { fiscalYears: [${Array.from({ length: 101 }, () => 2022).join(',')}] })`],
])('stats%s is BAD_INPUT', async (args) => {
  await app.runError('BAD_INPUT', `{ stats${args} { total { projects } } }`)
  expect(app.bugs).toEqual([])
})
