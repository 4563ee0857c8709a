import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '@biaochi/prisma'
import { startApp, type TestApp } from '../support/app.ts'
import { at, freshProject, type TestVerdict } from '../support/changes.ts'
import { importProjects } from '../support/import.ts'
import { done, redo, undo } from '../support/undo.ts'

let app: TestApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

const APPLY = /* GraphQL */ `
  mutation Apply($input: ApplyProjectChangesInput!) {
    applyProjectChanges(input: $input) {
      applied
      changeSetId
      outcomes {
        projectId
        at
        value
        currentValue
        accepted
        code
        reason
        currentVersion
        changedBy
        changedAt
      }
      projects {
        id
        version
        ruleTotal
        findings {
          rule
        }
      }
      preview {
        projects {
          ruleTotal
        }
      }
    }
  }
`

interface Applied {
  readonly applied: boolean
  readonly changeSetId: string | null
  readonly outcomes: readonly (TestVerdict & {
    readonly value: string | null
    readonly currentValue: string | null
  })[]
  readonly projects: readonly {
    readonly version: number
    readonly ruleTotal: string | null
    readonly findings: readonly { readonly rule: string }[]
  }[]
  readonly preview: { readonly projects: readonly { readonly ruleTotal: string | null }[] } | null
}

const apply = async (input: object): Promise<Applied> =>
  (await app.runOk<{ applyProjectChanges: Applied }>(APPLY, { input })).applyProjectChanges

const edit = (project: { readonly id: string }, cell: string, value: string | null, version = 1) => ({
  projectId: project.id,
  at: cell,
  value,
  version,
})

const saved = async (input: object): Promise<string> => {
  const { applied, changeSetId, outcomes } = await apply(input)
  if (!applied || changeSetId === null) throw new Error(JSON.stringify(outcomes))
  return changeSetId
}

const read = async (id: string) => {
  const {
    version,
    updatedAt: _updatedAt,
    ...row
  } = await app.db.prisma.project.findUniqueOrThrow({
    where: { id },
    include: {
      funds: {
        select: { period: true, source: true, stage: true, amount: true },
        orderBy: [{ period: 'asc' }, { source: 'asc' }, { stage: 'asc' }],
      },
      goals: { orderBy: { position: 'asc' } },
      narratives: { orderBy: { position: 'asc' } },
    },
  })
  return { version, row }
}

describe('a cell of a project', () => {
  test.each([
    ['project/name', ' 新 名称 ', '新名称'],
    ['project/nature', '经常性项目', '经常性项目'],
    ['project/category', '其他运转类', '其他运转类'],
    ['project/startDate', '2026年1月5日', '2026-01-05'],
    ['project/endDate', '20261231', '2026-12-31'],
    ['project/periodLabel', '2026年度', '2026年度'],
    ['project/governmentProcurement', '是', '是'],
    ['execution/rate', '８８.82%', '88.82'],
    ['execution/score', '9.5', '9.5'],
    ['fund/annual/all/executed', '12.345678万元', '123456.78'],
    ['fund/annual/other/requested', '1,234,567.89', '1234567.89'],
    ['fund/annual/all/executed', '', ''],
    ['goal/expected', '第一行\r\n第二行', '第一行\n第二行'],
    ['goal/annual', '新的年度目标', '新的年度目标'],
    ['narrative/立项依据', '依据文件', '依据文件'],
  ])('%s takes %j as %j, is undone and redone', async (cell, typed, value) => {
    const project = await freshProject(app)
    const was = await read(project.id)
    const result = await apply({ changes: [edit(project, cell, typed)] })
    expect(result.outcomes).toMatchObject([{ accepted: true, value, code: null, currentVersion: 2 }])
    const now = await read(project.id)
    expect(now.row).not.toEqual(was.row)
    await done(undo(app, result.changeSetId ?? ''))
    const { goals, narratives, ...rest } = (await read(project.id)).row
    const { goals: oldGoals, narratives: oldNarratives, ...oldRest } = was.row
    expect(rest).toEqual(oldRest)
    // A text that had no row keeps an empty one.
    expect(goals.filter(({ text }) => text !== '')).toEqual(oldGoals)
    expect(narratives.filter(({ text }) => text !== '')).toEqual(oldNarratives)
    await done(redo(app, result.changeSetId ?? ''))
    expect((await read(project.id)).row).toEqual(now.row)
  })

  test('changes the execution score, the total and the findings', async () => {
    const project = await freshProject(app)
    const result = await apply({
      amountUnit: 'WAN_YUAN',
      changes: [edit(project, 'fund/annual/all/executed', '5'), edit(project, 'execution/rate', '')],
    })
    expect(result.outcomes.map(({ value }) => value)).toEqual(['50000', ''])
    expect(result.projects).toMatchObject([{ version: 2, ruleTotal: '95' }])
    const rules = at(result.projects, 0).findings.map(({ rule }) => rule)
    expect(rules).toContain('execution-score-differs')
    expect(rules).toContain('fund-sources-differ')
  })

  test('supervisor takes an agency, and none', async () => {
    const project = await freshProject(app)
    const agency = await app.db.prisma.agency.findFirstOrThrow({ where: { name: '云浦市图书馆' } })
    const id = await saved({ changes: [edit(project, 'project/supervisor', agency.id)] })
    expect((await read(project.id)).row.supervisorId).toBe(agency.id)
    await saved({ changes: [edit(project, 'project/supervisor', null, 2)] })
    expect((await undo(app, id)).refusals).toMatchObject([{ field: 'project/supervisor', code: 'CONFLICT' }])
  })

  test.each([
    ['project/name', ''],
    ['project/name', 'x'.repeat(501)],
    ['project/startDate', '2026-02-30'],
    ['project/endDate', '年底'],
    ['project/governmentProcurement', '也许'],
    ['project/supervisor', 'x'],
    ['project/supervisor', '0190b0f0-0000-7000-8000-000000000000'],
    ['project/totalScore', '-1'],
    ['execution/rate', 'abc'],
    ['execution/score', '101'],
    ['execution/weight', '1.23456'],
    ['fund/annual/all/executed', '十万'],
    ['fund/annual/all/executed', '-5'],
    ['fund/annual/all/executed', '1.2345678901'],
    ['fund/annual/all/executed', `${'9'.repeat(18)}亿元`],
    ['fund/annual/all/executed', '5元万元'],
    ['goal/annual', 'x'.repeat(20_001)],
    ['narrative/立项依据', 'a\0b'],
    ['project/state', 'DRAFT'],
    ['project/id', newId()],
    ['fund/annual/all', '5'],
    ['goal/never', 'x'],
    ['indicator/0/name', 'x'],
    ["'; DROP TABLE project --", 'x'],
  ])('%s refuses %j with BAD_INPUT and a reason', async (cell, value) => {
    const project = await freshProject(app)
    const was = await read(project.id)
    const result = await apply({ changes: [edit(project, cell, value)] })
    expect(result).toMatchObject({ applied: false, outcomes: [{ accepted: false, code: 'BAD_INPUT' }] })
    expect(at(result.outcomes, 0).reason).not.toBe('')
    expect(await read(project.id)).toEqual(was)
    expect(app.bugs).toEqual([])
  })

  test('that was changed since is a CONFLICT with who, when and what; another cell merges', async () => {
    const project = await freshProject(app)
    await saved({ changes: [edit(project, 'project/nature', '甲')] })
    const result = await apply({ changes: [edit(project, 'project/nature', '乙')] })
    expect(result.outcomes).toMatchObject([
      { code: 'CONFLICT', currentValue: '甲', currentVersion: 2, changedBy: 'local-admin' },
    ])
    await saved({ changes: [edit(project, 'project/category', '乙')] })
    expect((await read(project.id)).row).toMatchObject({ nature: '甲', category: '乙' })
  })

  test('is LOCKED once approved, but for what a self-evaluation says', async () => {
    const project = await freshProject(app)
    await app.db.prisma.project.update({ where: { id: project.id }, data: { state: 'SELF_EVALUATING' } })
    const cells = [
      'project/name',
      'fund/annual/all/requested',
      'goal/expected',
      'fund/annual/all/executed',
      'goal/achieved',
    ]
    const { outcomes } = await apply({
      mode: 'ACCEPT_VALID',
      changes: cells.map((cell) => edit(project, cell, cell.startsWith('fund') ? '5' : '文字')),
    })
    expect(outcomes.map(({ code }) => code)).toEqual(['LOCKED', 'LOCKED', 'LOCKED', null, null])
  })
})

describe('a name', () => {
  test('of another project of the agency and year is refused, in one request too', async () => {
    const [one, two] = [await freshProject(app), await freshProject(app)]
    const taken = await apply({ changes: [edit(one, 'project/name', two.name)] })
    expect(taken.outcomes).toMatchObject([{ code: 'BAD_INPUT', currentValue: one.name }])
    const both = await apply({
      mode: 'ACCEPT_VALID',
      changes: [edit(one, 'project/name', '同一个新名'), edit(two, 'project/name', '同一个新名')],
    })
    expect(both.outcomes.map(({ code }) => code)).toEqual([null, 'BAD_INPUT'])
    expect(app.bugs).toEqual([])
  })

  test('that another project has taken since is not brought back by undo', async () => {
    const [one, two] = [await freshProject(app), await freshProject(app)]
    const id = await saved({ changes: [edit(one, 'project/name', `${one.name}新`)] })
    await saved({ changes: [edit(two, 'project/name', one.name)] })
    expect((await undo(app, id)).refusals).toMatchObject([{ code: 'CONFLICT', field: 'project/name' }])
    expect(app.bugs).toEqual([])
  })
})

describe('a whole request', () => {
  test('writes nothing when one cell is refused, and says so at the others', async () => {
    const project = await freshProject(app)
    const changes = [edit(project, 'project/nature', '甲'), edit(project, 'fund/annual/all/executed', 'x')]
    const result = await apply({ changes })
    expect(result.outcomes.map(({ code }) => code)).toEqual(['ABORTED', 'BAD_INPUT'])
    expect((await read(project.id)).version).toBe(1)
  })

  test('of unknown projects and no ids is answered one by one', async () => {
    const changes = [newId(), 'x'].map((id) => edit({ id }, 'project/nature', '甲'))
    const { outcomes } = await apply({ changes, mode: 'ACCEPT_VALID' })
    expect(outcomes.map(({ code }) => code)).toEqual(['NOT_FOUND', 'BAD_INPUT'])
    await app.runError('BAD_INPUT', APPLY, { input: { changes: [] } })
  })

  test('as a dry run says the new total and writes nothing; with a key is done once', async () => {
    const project = await freshProject(app)
    const changes = [edit(project, 'fund/annual/all/executed', '50000')]
    const tried = await apply({ changes, dryRun: true })
    expect(tried).toMatchObject({ applied: false, preview: { projects: [{ ruleTotal: '95' }] } })
    expect((await read(project.id)).version).toBe(1)
    const input = { changes, idempotencyKey: `project-${project.id}` }
    expect(await apply(input)).toEqual(await apply(input))
    expect((await read(project.id)).version).toBe(2)
    await app.runError('BAD_INPUT', APPLY, { input: { ...input, mode: 'ACCEPT_VALID' } })
  })

  test('of many projects takes as many statements as of one', async () => {
    const projects = await importProjects(
      app,
      Array.from({ length: 40 }, (_, index) => ({ name: `多个项目${index}`, year: 2014 })),
    )
    const request = (chosen: typeof projects) => ({
      changes: chosen.flatMap((project) => [
        edit(project, 'project/name', `${project.name}改`),
        edit(project, 'fund/annual/all/executed', '5万元'),
        edit(project, 'fund/prior/all/executed', '5万元'),
        edit(project, 'goal/expected', '改'),
        edit(project, 'goal/midterm', '新'),
        edit(project, 'narrative/必要性', '新'),
      ]),
    })
    await saved(request(projects.slice(0, 1)))
    const one = app.statements().length
    await saved(request(projects.slice(1)))
    expect(app.statements()).toHaveLength(one)
  })
})
