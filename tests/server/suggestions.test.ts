import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApp, type TestApp } from '../support/app.ts'
import { importProjects, type ImportedProject } from '../support/import.ts'
import { metRows, type RowText } from '../support/self-evaluation-text.ts'

let app: TestApp
let mine: ImportedProject

const quantities = (...rows: readonly (readonly [name: string, target: string, weight?: string])[]) => [
  ...rows.map(([name, target, weight = '10']): RowText => ({
    name,
    target,
    actual: '',
    weight,
    score: '',
    reason: '',
  })),
  ...metRows.slice(1),
]

beforeAll(async () => {
  app = await startApp()
  const library = '云浦市图书馆'
  const imported = await importProjects(app, [
    { name: '阅读推广', year: 2022, implementer: library, rows: quantities(['举办讲座场次', '≥20场']) },
    {
      name: '阅读 推广',
      year: 2021,
      implementer: library,
      rows: quantities(['举办讲座场次', '≥10场'], ['活动册数', '≥500册', '20'], ['新书数', '≥9册']),
    },
    {
      name: '馆藏',
      year: 2022,
      implementer: library,
      rows: quantities(['新书数', '≥800册', '30'], ['修复古籍数', '≥5册']),
    },
    {
      name: '馆藏',
      year: 2020,
      implementer: library,
      rows: quantities(['修复古籍数', '≥4册'], ['修复 古籍数', '≥4件']),
    },
    {
      name: '展览',
      year: 2022,
      implementer: '云浦市文化馆',
      rows: quantities(['观众数', '≥3万人次', '15'], ['展览数', '≥6场']),
    },
    { name: '展览', year: 2023, implementer: '云浦市文化馆', rows: quantities(['观众数', '≥4万人次', '15']) },
    { name: '巡演', year: 2023, implementer: '云浦市剧团', rows: quantities(['观众数', '≥900人', '15']) },
  ])
  const [first] = imported
  if (first === undefined) throw new Error('nothing imported')
  mine = first
})
afterAll(() => app.close())

const SUGGEST = /* GraphQL */ `
  query Suggest(
    $projectId: ID!
    $level1: String
    $level2: String = "数量指标"
    $text: String! = ""
    $first: Int! = 10
    $period: IndicatorPeriod! = ANNUAL
  ) {
    indicatorSuggestions(
      projectId: $projectId
      level1: $level1
      level2: $level2
      text: $text
      first: $first
      period: $period
    ) {
      name
      source
      projects
      unit
      weight
      example {
        fiscalYear
        target {
          canonical
        }
        project {
          implementer {
            name
          }
        }
      }
    }
  }
`

interface Suggested {
  readonly name: string
  readonly source: string
  readonly projects: number
  readonly unit: string | null
  readonly weight: string | null
  readonly example: { readonly fiscalYear: number; readonly target: { readonly canonical: string } } | null
}

const suggest = async (more: object = {}): Promise<readonly Suggested[]> =>
  (
    await app.runOk<{ indicatorSuggestions: readonly Suggested[] }>(SUGGEST, {
      projectId: mine.id,
      ...more,
    })
  ).indicatorSuggestions

const names = async (more: object = {}): Promise<readonly string[]> =>
  (await suggest(more)).map(({ name, source }) => `${source} ${name}`)

describe('the names offered', () => {
  test('are those of the previous year, then the agency’s, without those the project has', async () => {
    expect(await names()).toEqual([
      'PREVIOUS_YEAR 新书数',
      'PREVIOUS_YEAR 活动册数',
      'SAME_AGENCY 修复古籍数',
    ])
  })

  test('are other agencies’ too where a text is looked for', async () => {
    expect(await names({ text: '数' })).toEqual([
      'PREVIOUS_YEAR 新书数',
      'PREVIOUS_YEAR 活动册数',
      'SAME_AGENCY 修复古籍数',
      'OTHER_AGENCIES 观众数',
      'OTHER_AGENCIES 展览数',
    ])
    expect(await names({ text: '观　众' })).toEqual(['OTHER_AGENCIES 观众数'])
  })

  test('are of the level asked for, in the words of any framework', async () => {
    expect(await names({ level2: '数量', text: '观众' })).toEqual(['OTHER_AGENCIES 观众数'])
    expect(await names({ level2: '质量指标', text: '观众' })).toEqual([])
    expect(await names({ level2: null, level1: '产出', text: '观众' })).toEqual(['OTHER_AGENCIES 观众数'])
    expect(await names({ level2: null, level1: '效益指标', text: '观众' })).toEqual([])
    expect(await names({ level2: null, text: '观众' })).toEqual(['OTHER_AGENCIES 观众数'])
  })

  test('are of the period asked for', async () => {
    expect(await names({ period: 'MIDTERM', text: '数' })).toEqual([])
  })

  test('are as many as asked for', async () => {
    expect(await names({ text: '数', first: 2 })).toHaveLength(2)
    expect(await names({ text: '数', first: 0 })).toEqual([])
  })

  test.each(["'; DROP TABLE indicator; --", '%', '\\', '{,}'])('%j finds none', async (text) => {
    expect(await names({ text })).toEqual([])
  })

  test('of a project that is not there are none', async () => {
    expect(await names({ projectId: '0190163d-8694-739b-aea5-966c26f8ad91', text: '数' })).toEqual([])
  })
})

test('a name comes with what is usual for it and with its nearest and newest use', async () => {
  const [newBooks] = await suggest({ text: '新书' })
  expect(newBooks).toMatchObject({
    projects: 2,
    unit: '册',
    example: { fiscalYear: 2021, target: { canonical: '≥9册' } },
  })
  const [audience] = await suggest({ text: '观众' })
  expect(audience).toMatchObject({
    projects: 3,
    unit: '人次',
    weight: '15',
    example: { fiscalYear: 2023 },
  })
})

test('they take a constant number of statements', async () => {
  for (const first of [1, 3, 50]) {
    expect(await suggest({ text: '数', first })).not.toEqual([])
    expect(app.statements(), app.statements().join('\n')).toHaveLength(5)
  }
})

test.each([
  [{ first: 51 }],
  [{ first: -1 }],
  [{ text: 'x'.repeat(201) }],
  [{ text: 'a\0b' }],
  [{ level2: 'a\0b' }],
  [{ projectId: 'noise' }],
])('%j is BAD_INPUT', async (variables) => {
  await app.runError('BAD_INPUT', SUGGEST, { projectId: mine.id, ...variables })
  expect(app.bugs).toEqual([])
})
