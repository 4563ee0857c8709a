import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApp, type TestApp } from '../support/app.ts'
import { importProject, importProjects } from '../support/import.ts'
import { wrongSums } from '../support/kept-sums.ts'
import { metRows, selfEvaluationFile, selfEvaluationText } from '../support/self-evaluation-text.ts'

const IMPORT = /* GraphQL */ `
  mutation Import($input: ImportFormInput!) {
    importForm(input: $input) {
      layout
      fiscalYear
      amountUnit
      committed
      refusal
      batch {
        id
        fileName
        layout
        author
        projects {
          name
        }
        findings {
          line
          rule
        }
      }
      findings {
        line
        rule
        severity
        message
        projectIndex
      }
      projects {
        index
        line
        name
        implementer
        supervisor
        fiscalYear
        form
        importable
        refusal
        ruleTotal
        ruleGrade
        awardedTotal
        awardedGrade
        indicators {
          line
          level1
          name
          target
          actual
          weight
          ruleScore
          score
        }
        existing {
          id
        }
        project {
          id
          sourceLine
          ruleTotal
          findingCounts {
            block
            explain
            warn
          }
          findings {
            rule
            line
            indicatorId
            severity
          }
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
            period
            source
            stage
            amount
          }
          goals {
            period
            text
          }
          indicators {
            name
            sourceLine
            ruleScore
          }
        }
      }
    }
  }
`

interface Payload {
  readonly committed: boolean
  readonly refusal: string | null
  readonly batch: unknown
  readonly findings: readonly { readonly line: number; readonly rule: string; readonly message: string }[]
  readonly projects: readonly {
    readonly importable: boolean
    readonly refusal: string | null
    readonly existing: { readonly id: string } | null
    readonly project: { readonly id: string } | null
  }[]
}

let app: TestApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

const importForm = async (
  text: string,
  options: object = {},
  headers?: Record<string, string>,
): Promise<Payload> =>
  (
    await app.runOk<{ importForm: Payload }>(
      IMPORT,
      { input: { fileName: 'invented.txt', text, ...options } },
      headers,
    )
  ).importForm

const counts = async (): Promise<readonly number[]> => [
  await app.db.prisma.agency.count(),
  await app.db.prisma.project.count(),
  await app.db.prisma.indicator.count(),
  await app.db.prisma.changeSet.count(),
  await app.db.prisma.importBatch.count(),
]

describe('preview', () => {
  test('shows everything that was read with lines and scores, and writes nothing', async () => {
    const before = await counts()
    const text = selfEvaluationText({
      name: '只看一看',
      rows: [{ ...metRows[0], name: '举办活动次数', target: '≥20次', actual: '18次' }, ...metRows.slice(1)],
    })
    const preview = await importForm(text)
    expect(preview).toMatchObject({
      layout: 'self-evaluation-2022',
      fiscalYear: 2022,
      amountUnit: '元',
      committed: false,
      refusal: null,
      batch: null,
      projects: [
        {
          index: 0,
          line: 1,
          name: '只看一看',
          implementer: '云浦市图书馆',
          supervisor: '云浦市财政局',
          fiscalYear: 2022,
          form: 'SELF_EVALUATION',
          importable: true,
          refusal: null,
          existing: null,
          project: null,
          ruleTotal: '98',
          awardedTotal: '100',
          ruleGrade: '优',
          indicators: [
            {
              line: 13,
              level1: '产出指标',
              name: '举办活动次数',
              target: '≥20次',
              actual: '18次',
              weight: '20',
              ruleScore: '18',
              score: '20',
            },
            { line: 14 },
            { line: 15 },
            { line: 16 },
            { line: 17 },
          ],
        },
      ],
    })
    expect(preview.findings).toContainEqual(
      expect.objectContaining({ line: 13, rule: 'awarded-differs-from-rule', projectIndex: 0 }),
    )
    expect(await counts()).toEqual(before)
  })

  test('speaks the language asked for', async () => {
    const text = selfEvaluationText({ name: '语言', rows: metRows.slice(1) })
    const english = await importForm(text, {}, { 'accept-language': 'en' })
    expect(english.findings.length).toBeGreaterThan(0)
    const chinese = await importForm(text)
    expect(chinese.findings.map(({ line, rule }) => [line, rule])).toEqual(
      english.findings.map(({ line, rule }) => [line, rule]),
    )
    expect(chinese.findings[0]?.message).not.toBe(english.findings[0]?.message)
  })

  test.each([
    ['nothing', ''],
    ['blank lines', '\n\n\n'],
    ['a word', 'hello'],
    ['binary', '\0\0\0binary\u0001'],
    ['half a character', 'half \ud800'],
    ['tabs alone', '\t'.repeat(100_000)],
  ])('of %s ends in findings and not in an error', async (_what, text) => {
    const preview = await importForm(text)
    expect(preview).toMatchObject({ committed: false, projects: [] })
    expect(app.bugs).toEqual([])
  })
})

describe('commit', () => {
  test('keeps the project with its parts, agencies and lines', async () => {
    const text = selfEvaluationText({
      name: '全都保存',
      executed: '98765.43',
      rate: '98.77%',
      executionScore: '9.88',
      rows: metRows,
    })
    const result = await importForm(text, { commit: true })
    expect(result).toMatchObject({
      committed: true,
      refusal: null,
      batch: {
        fileName: 'invented.txt',
        layout: 'self-evaluation-2022',
        author: 'local-admin',
        projects: [{ name: '全都保存' }],
      },
      projects: [
        {
          project: {
            sourceLine: 1,
            ruleTotal: '99.88',
            implementer: { name: '云浦市图书馆', parent: { name: '云浦市财政局' } },
            supervisor: { name: '云浦市财政局' },
            goals: [
              { period: 'EXPECTED', text: '办好全年活动' },
              { period: 'ACHIEVED', text: '全年活动如期办好' },
            ],
            indicators: metRows.map(({ name }, index) => ({ name, sourceLine: 13 + index })),
          },
        },
      ],
    })
    const project = await app.db.prisma.project.findFirstOrThrow({
      where: { name: '全都保存' },
      include: { funds: true, importBatch: { include: { changeSet: true } } },
    })
    const executed = project.funds.find(({ source, stage }) => source === 'ALL' && stage === 'EXECUTED')
    expect(executed?.amount.toFixed()).toBe('98765.43')
    expect(project.importBatch).toMatchObject({ text, changeSet: { source: 'IMPORT', rows: 5, projects: 1 } })
  })

  test('finds agencies again by name, by former name and with other white space', async () => {
    await app.db.sql.query(
      `UPDATE "agency" SET "former_names" = '{云浦图书馆}' WHERE "name" = '云浦市图书馆'`,
    )
    const before = await app.db.prisma.agency.count()
    await importProject(app, { name: '曾用名', implementer: '云浦图书馆' })
    await importProject(app, { name: '空格', implementer: '云浦市 图书馆', supervisor: '云浦市　财政局' })
    expect(await app.db.prisma.agency.count()).toBe(before)
  })

  test('stores what the rules find, counted, with lines', async () => {
    const rows = [
      { ...metRows[0], name: '举办活动次数', target: '≥20次', actual: '18次', score: '18' },
      ...metRows.slice(1),
    ]
    const result = await importForm(selfEvaluationText({ name: '有问题', rows }), { commit: true })
    const project = result.projects[0]?.project
    expect(project).toMatchObject({
      findings: expect.arrayContaining([expect.objectContaining({ rule: 'score-without-reason', line: 13 })]),
    })
    const [row] = await app.db.sql.query<{ sum: number }>(
      `SELECT ("blocking_findings" + "explain_findings" + "warning_findings")::int AS "sum" FROM "project" WHERE "id" = $1`,
      [project?.id ?? ''],
    )
    expect(project).toHaveProperty('findings.length', row?.sum)
  })

  test('of a project that is there already is refused in a sentence, and nothing is kept', async () => {
    await importProject(app, { name: '已经有了' })
    const before = await counts()
    const text = selfEvaluationFile([
      { name: '新的一个', rows: metRows },
      { name: '已经 有了', rows: metRows },
    ])
    const result = await importForm(text, { commit: true })
    expect(result).toMatchObject({ committed: false, batch: null })
    expect(result.refusal).toContain('已经')
    expect(result.projects.map(({ importable, existing }) => [importable, existing !== null])).toEqual([
      [true, false],
      [false, true],
    ])
    expect(await counts()).toEqual(before)
  })

  test('with SKIP keeps the others', async () => {
    await importProject(app, { name: '先有的' })
    const text = selfEvaluationFile([
      { name: '后来的', rows: metRows },
      { name: '先有的', rows: metRows },
    ])
    const result = await importForm(text, { commit: true, onExisting: 'SKIP' })
    expect(result.committed).toBe(true)
    expect(result.projects.map(({ project }) => project !== null)).toEqual([true, false])
    const again = await importForm(text, { commit: true, onExisting: 'SKIP' })
    expect(again.committed).toBe(false)
    expect(again.refusal).not.toBeNull()
  })

  test('keeps only the chosen ones', async () => {
    const text = selfEvaluationFile(['甲', '乙', '丙'].map((name) => ({ name: `选${name}`, rows: metRows })))
    const result = await importForm(text, { commit: true, only: [2, 0, 2] })
    expect(result.projects.map(({ project }) => project !== null)).toEqual([true, false, true])
  })

  test('of two with one name in a file is refused', async () => {
    const text = selfEvaluationFile([
      { name: '同名', rows: metRows },
      { name: '同名', rows: metRows },
    ])
    const result = await importForm(text, { commit: true })
    expect(result.committed).toBe(false)
    expect(result.projects.map(({ importable }) => importable)).toEqual([true, false])
  })

  test('of the same file by many at the same time keeps it once', async () => {
    const text = selfEvaluationText({ name: '抢着导入', implementer: '云浦市新单位', rows: metRows })
    const results = await Promise.all(Array.from({ length: 4 }, () => importForm(text, { commit: true })))
    expect(results.filter(({ committed }) => committed)).toHaveLength(1)
    expect(await app.db.prisma.agency.count({ where: { name: '云浦市新单位' } })).toBe(1)
  })

  test.each([
    ['without a name', selfEvaluationText({ name: '', rows: metRows })],
    [
      'without an implementing agency',
      selfEvaluationText({ name: '没单位', implementer: '', rows: metRows }),
    ],
    [
      'with a printed total of 12 digits',
      selfEvaluationText({ name: '长数', rows: metRows, totalScore: '9'.repeat(12) }),
    ],
    ['with a name of 600 characters', selfEvaluationText({ name: '长'.repeat(600), rows: metRows })],
    ['in the year 1000', selfEvaluationText({ name: '古代', year: 1000, rows: metRows })],
  ])('of a project %s is refused in a sentence', async (_what, text) => {
    const result = await importForm(text, { commit: true })
    expect(result.committed).toBe(false)
    expect(result.refusal).not.toBeNull()
    expect(app.bugs).toEqual([])
  })

  test('of what holds no project is refused in a sentence', async () => {
    expect(await importForm('hello', { commit: true })).toMatchObject({
      committed: false,
      refusal: '没有从文件中读出项目。',
    })
    const one = selfEvaluationText({ name: '一个', rows: metRows })
    expect(await importForm(one, { commit: true, only: [] })).toMatchObject({
      committed: false,
      refusal: '没有选中要导入的项目。',
    })
  })

  test('takes as many statements for forty projects as for one', async () => {
    const importCount = async (names: readonly string[]): Promise<number> => {
      await importForm(selfEvaluationFile(names.map((name) => ({ name, year: 2020, rows: metRows }))), {
        commit: true,
      })
      return app.statements().length
    }
    const one = await importCount(['独一个'])
    expect(await importCount(Array.from({ length: 40 }, (_, index) => `成批${index}`))).toBe(one)
  })
})

describe('refused outright', () => {
  test.each([
    [{ fileName: '', text: 'x' }, 'BAD_INPUT'],
    [{ fileName: 'a'.repeat(256), text: 'x' }, 'BAD_INPUT'],
    [{ fileName: 'a\0', text: 'x' }, 'BAD_INPUT'],
    [{ fileName: 'a', text: 'x', only: [0] }, 'BAD_INPUT'],
    [{ fileName: 'a', text: 'x', only: [-1] }, 'BAD_INPUT'],
    [{ fileName: 'a', text: 'x'.repeat(20_000_001) }, 'TOO_LARGE'],
  ])('%#', async (input, code) => {
    await app.runError(code, IMPORT, { input })
  })
})

test('an agency printed as its own supervisor is one agency', async () => {
  const [project] = await importProjects(app, [
    { name: '自管', supervisor: '云浦市独立局', implementer: '云浦市独立局' },
  ])
  const rows = await app.db.prisma.agency.findMany({ where: { name: '云浦市独立局' } })
  expect(rows).toMatchObject([{ parentId: null }])
  expect(project?.indicators).toHaveLength(5)
})

test('the sums kept with the projects are those of their indicators, after all of this', async () => {
  expect(await wrongSums(app.db)).toEqual([])
})
