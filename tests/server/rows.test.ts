import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '@biaochi/prisma'
import { startApp, type TestApp } from '../support/app.ts'
import { applyChanges, at, cell, changed, freshProject, rowsOf } from '../support/changes.ts'
import { importProjects } from '../support/import.ts'
import { wrongSums } from '../support/kept-sums.ts'

let app: TestApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

const names = async (projectId: string): Promise<(string | null)[]> =>
  (await rowsOf(app, projectId)).map(({ name }) => name)

const before = ['举办活动次数', '活动按时率', '资料更新及时率', '到馆人次', '读者满意度']

describe('a new row', () => {
  test('stands where it was asked for, scored, and its project is scored anew', async () => {
    const project = await freshProject(app)
    const id = newId()
    const cells = [
      { field: 'NAME', value: '新增讲座' },
      { field: 'TARGET', value: '≥10场' },
      { field: 'ACTUAL', value: '5场' },
      { field: 'WEIGHT', value: '10' },
    ]
    const result = await applyChanges(app, { creates: [{ id, projectId: project.id, position: 1, cells }] })
    expect(result.rowOutcomes).toMatchObject([
      { indicatorId: id, operation: 'CREATE', accepted: true, position: 1, currentVersion: 1 },
    ])
    expect(result.indicators).toMatchObject([{ id, version: 1, position: 1, ruleScore: '5' }])
    expect(result.projects).toMatchObject([{ ruleTotal: '105', version: 2 }])
    const rows = await rowsOf(app, project.id)
    expect(rows.map(({ position }) => position)).toEqual([0, 1, 2, 3, 4, 5])
    expect(rows.map(({ version }) => version)).toEqual([1, 1, 1, 1, 1, 1])
    expect(at(rows, 1)).toMatchObject({ name: '新增讲座', actual: { raw: '5场' }, weight: '10' })
  })

  test('may be filled cell by cell in the same request, each cell answered for', async () => {
    const project = await freshProject(app)
    const ids = [newId(), newId(), newId()]
    const anchor = at(project.indicators, 4)
    const result = await applyChanges(app, {
      mode: 'ACCEPT_VALID',
      creates: ids.map((id, index) => ({
        id,
        projectId: project.id,
        after: index === 0 ? anchor.id : ids[index - 1],
      })),
      changes: [
        cell({ id: at(ids, 0) }, 'NAME', '甲', 0),
        cell({ id: at(ids, 1) }, 'TARGET', '≥', 0),
        cell({ id: at(ids, 2) }, 'NAME', '丙', 0),
      ],
    })
    expect(result.rowOutcomes.map(({ accepted }) => accepted)).toEqual([true, true, true])
    expect(result.outcomes.map(({ code }) => code)).toEqual([null, 'BAD_INPUT', null])
    expect(await names(project.id)).toEqual([...before, '甲', null, '丙'])
  })

  test('is in the history whole', async () => {
    const project = await freshProject(app)
    const id = newId()
    const cells = [{ field: 'NAME', value: '新增讲座' }]
    const changeSetId = await changed(app, { creates: [{ id, projectId: project.id, cells }] })
    const [line] = await app.db.prisma.cellChange.findMany({ where: { changeSetId } })
    expect(line).toMatchObject({ rowId: id, field: 'row', kind: 'CREATE', before: null, rowVersion: 1 })
    expect(JSON.parse(line?.after ?? '')).toMatchObject({ name: '新增讲座', position: 5, period: 'annual' })
  })

  test.each<[string, string, (project: { id: string }) => object]>([
    ['an id that is no UUID', 'BAD_INPUT', () => ({ id: "' OR 1=1 --" })],
    ['an id of another kind', 'BAD_INPUT', () => ({ id: '6ba7b810-9dad-41d1-80b4-00c04fd430c8' })],
    ['an unknown project', 'NOT_FOUND', () => ({ projectId: newId() })],
    ['a project id that is none', 'BAD_INPUT', () => ({ projectId: 'x' })],
    ['a place below 0', 'BAD_INPUT', () => ({ position: -1 })],
    ['two places', 'BAD_INPUT', () => ({ position: 0, after: newId() })],
    ['a place behind an unknown row', 'BAD_INPUT', () => ({ after: newId() })],
    ['an initial cell nobody can read', 'BAD_INPUT', () => ({ cells: [{ field: 'TARGET', value: '≥' }] })],
    [
      'an initial cell that is too long',
      'BAD_INPUT',
      () => ({ cells: [{ field: 'NAME', value: 'x'.repeat(5001) }] }),
    ],
  ])('with %s is refused with %s and a reason', async (_what, code, odd) => {
    const project = await freshProject(app)
    const create = { id: newId(), projectId: project.id, ...odd(project) }
    const result = await applyChanges(app, { creates: [create] })
    expect(result.applied).toBe(false)
    expect(result.rowOutcomes).toMatchObject([{ accepted: false, code }])
    expect(at(result.rowOutcomes, 0).reason).not.toBe('')
    expect(await names(project.id)).toEqual(before)
    expect(app.bugs).toEqual([])
  })

  test('with an id that stands for a row, or stood for one of another project, is refused', async () => {
    const [project, elsewhere] = [await freshProject(app), await freshProject(app)]
    const gone = at(elsewhere.indicators, 0)
    await changed(app, { deletes: [{ indicatorId: gone.id, version: 1 }] })
    const id = newId()
    const ids = [gone.id, at(project.indicators, 1).id, id, id]
    const creates = ids.map((own) => ({ id: own, projectId: project.id }))
    const result = await applyChanges(app, { creates, mode: 'ACCEPT_VALID' })
    expect(result.rowOutcomes.map(({ code }) => code)).toEqual(['BAD_INPUT', 'BAD_INPUT', null, 'BAD_INPUT'])
  })

  test('may be one that was deleted from the same project: its versions go on', async () => {
    const project = await freshProject(app)
    const row = at(project.indicators, 0)
    await changed(app, { changes: [cell(row, 'NAME', '改过的名称', 1)] })
    await changed(app, { deletes: [{ indicatorId: row.id, version: 2 }] })
    const cells = [{ field: 'NAME', value: '又回来了' }]
    const result = await applyChanges(app, {
      creates: [{ id: row.id, projectId: project.id, position: 0, cells }],
    })
    expect(result.rowOutcomes).toMatchObject([{ accepted: true, code: null }])
    const [back] = await rowsOf(app, project.id)
    expect(back).toMatchObject({ id: row.id, name: '又回来了' })
    expect(back?.version).toBeGreaterThan(2)
  })

  test('of an approved project is LOCKED', async () => {
    const project = await freshProject(app)
    await app.db.prisma.project.update({ where: { id: project.id }, data: { state: 'SELF_EVALUATING' } })
    const row = at(project.indicators, 0)
    const result = await applyChanges(app, {
      mode: 'ACCEPT_VALID',
      creates: [{ id: newId(), projectId: project.id }],
      moves: [{ indicatorId: row.id, position: 2, version: 1 }],
      deletes: [{ indicatorId: row.id, version: 1 }],
    })
    expect(result.rowOutcomes.map(({ code }) => code)).toEqual(['LOCKED', 'LOCKED', 'LOCKED'])
  })
})

describe('a moved row', () => {
  test('stands at its place, and only it has a new version', async () => {
    const project = await freshProject(app)
    const result = await applyChanges(app, {
      moves: [{ indicatorId: at(project.indicators, 4).id, position: 1, version: 1 }],
    })
    expect(result.rowOutcomes).toMatchObject([{ accepted: true, position: 1, currentVersion: 2 }])
    expect(await names(project.id)).toEqual([
      '举办活动次数',
      '读者满意度',
      '活动按时率',
      '资料更新及时率',
      '到馆人次',
    ])
    expect((await rowsOf(app, project.id)).map(({ version }) => version)).toEqual([1, 2, 1, 1, 1])
  })

  test('may go behind another row, several one after another', async () => {
    const project = await freshProject(app)
    const [a, b, , , e] = project.indicators.map(({ id }) => id)
    await changed(app, {
      moves: [
        { indicatorId: a, after: e, version: 1 },
        { indicatorId: b, after: a, version: 1 },
      ],
    })
    expect(await names(project.id)).toEqual([
      '资料更新及时率',
      '到馆人次',
      '读者满意度',
      '举办活动次数',
      '活动按时率',
    ])
  })

  test('to where it stands is no change', async () => {
    const project = await freshProject(app)
    const result = await applyChanges(app, {
      moves: [{ indicatorId: at(project.indicators, 2).id, position: 2, version: 1 }],
    })
    expect(result).toMatchObject({ applied: true, changeSetId: null })
  })

  test.each<[string, (ids: readonly string[]) => object]>([
    ['behind itself', ([id]) => ({ after: id })],
    ['behind a row of another project', () => ({ after: newId() })],
    ['below 0', () => ({ position: -3 })],
    ['to two places', ([, b]) => ({ position: 0, after: b })],
    ['in a version that does not exist yet', () => ({ position: 2, version: 7 })],
  ])('%s is refused', async (_what, odd) => {
    const project = await freshProject(app)
    const ids = project.indicators.map(({ id }) => id)
    const result = await applyChanges(app, { moves: [{ indicatorId: ids[0], version: 1, ...odd(ids) }] })
    expect(result.rowOutcomes).toMatchObject([{ accepted: false, code: 'BAD_INPUT' }])
    expect(await names(project.id)).toEqual(before)
  })

  test('that somebody else moved since is a CONFLICT; an edit of its cells is none', async () => {
    const project = await freshProject(app)
    const row = at(project.indicators, 0)
    await changed(app, { changes: [cell(row, 'REASON', '改动')] })
    await changed(app, { moves: [{ indicatorId: row.id, position: 3, version: 1 }] })
    const result = await applyChanges(app, { moves: [{ indicatorId: row.id, position: 1, version: 2 }] })
    expect(result.rowOutcomes).toMatchObject([
      { code: 'CONFLICT', changedBy: 'local-admin', currentVersion: 3 },
    ])
    expect(Date.parse(at(result.rowOutcomes, 0).changedAt ?? '')).toBeGreaterThan(Date.now() - 60_000)
  })
})

describe('a deleted row', () => {
  test('is gone, its history stays, and the totals follow', async () => {
    const project = await freshProject(app)
    const row = at(project.indicators, 0)
    await changed(app, { changes: [cell(row, 'REASON', '改动')] })
    const result = await applyChanges(app, { deletes: [{ indicatorId: row.id, version: 2 }] })
    expect(result).toMatchObject({ indicators: [], projects: [{ ruleTotal: '80', version: 3 }] })
    expect(await names(project.id)).toEqual(before.slice(1))
    expect((await rowsOf(app, project.id)).map(({ position }) => position)).toEqual([0, 1, 2, 3])
    const history = await app.db.prisma.cellChange.findMany({
      where: { rowId: row.id },
      orderBy: { rowVersion: 'asc' },
    })
    expect(history).toMatchObject([{ field: 'reason' }, { field: 'row', kind: 'DELETE', after: null }])
    expect(JSON.parse(history[1]?.before ?? '')).toMatchObject({
      name: '举办活动次数',
      target: '≥20次',
      reason: '改动',
    })
  })

  test('that was changed since is a CONFLICT with who and when', async () => {
    const project = await freshProject(app)
    const row = at(project.indicators, 0)
    await changed(app, { changes: [cell(row, 'REASON', '改动')] })
    const result = await applyChanges(app, { deletes: [{ indicatorId: row.id, version: 1 }] })
    expect(result.rowOutcomes).toMatchObject([{ code: 'CONFLICT', changedBy: 'local-admin' }])
    expect(await names(project.id)).toEqual(before)
  })

  test('takes no edit and no move in the same request, and goes only once', async () => {
    const project = await freshProject(app)
    const row = at(project.indicators, 0)
    const gone = { indicatorId: row.id, version: 1 }
    const result = await applyChanges(app, {
      mode: 'ACCEPT_VALID',
      changes: [cell(row, 'REASON', '改动')],
      moves: [{ ...gone, position: 3 }],
      deletes: [gone, gone],
    })
    expect(result.outcomes).toMatchObject([{ code: 'BAD_INPUT' }])
    expect(result.rowOutcomes.map(({ code }) => code)).toEqual(['BAD_INPUT', null, 'BAD_INPUT'])
  })

  test('that is unknown, already gone or no id is refused', async () => {
    const project = await freshProject(app)
    const row = at(project.indicators, 0)
    await changed(app, { deletes: [{ indicatorId: row.id, version: 1 }] })
    const deletes = [row.id, newId(), 'x'].map((indicatorId) => ({ indicatorId, version: 1 }))
    const result = await applyChanges(app, { deletes, mode: 'ACCEPT_VALID' })
    expect(result.rowOutcomes.map(({ code }) => code)).toEqual(['NOT_FOUND', 'NOT_FOUND', 'BAD_INPUT'])
    expect(result.applied).toBe(false)
  })
})

describe('a whole request', () => {
  test('of everything at once is one change set', async () => {
    const project = await freshProject(app)
    const [a, b, c] = project.indicators
    const id = newId()
    const changeSetId = await changed(app, {
      creates: [{ id, projectId: project.id, position: 0, cells: [{ field: 'NAME', value: '新' }] }],
      changes: [cell(at(project.indicators, 0), 'ACTUAL', '18次')],
      moves: [{ indicatorId: b?.id, position: 9, version: 1 }],
      deletes: [{ indicatorId: c?.id, version: 1 }],
    })
    expect(await names(project.id)).toEqual(['新', '举办活动次数', '到馆人次', '读者满意度', '活动按时率'])
    const set = await app.db.prisma.changeSet.findUniqueOrThrow({ where: { id: changeSetId } })
    expect(set).toMatchObject({ rows: 4, projects: 1, cells: 2 })
    expect(a?.id).toBeDefined()
  })

  test('writes nothing when one row is refused, and says so at the others', async () => {
    const project = await freshProject(app)
    const result = await applyChanges(app, {
      creates: [{ id: newId(), projectId: project.id }],
      changes: [cell(at(project.indicators, 0), 'ACTUAL', '18次')],
      deletes: [{ indicatorId: newId(), version: 1 }],
    })
    expect(result.applied).toBe(false)
    expect(result.outcomes).toMatchObject([{ code: 'ABORTED', currentValue: '20次' }])
    expect(result.rowOutcomes.map(({ code }) => code)).toEqual(['ABORTED', 'NOT_FOUND'])
    expect(await names(project.id)).toEqual(before)
  })

  test('as a dry run is answered in full and writes nothing', async () => {
    const project = await freshProject(app)
    const row = at(project.indicators, 0)
    const result = await applyChanges(app, {
      dryRun: true,
      idempotencyKey: 'dry',
      creates: [{ id: newId(), projectId: project.id, position: 0 }],
      changes: [cell(row, 'ACTUAL', '18次')],
      deletes: [{ indicatorId: at(project.indicators, 1).id, version: 1 }],
    })
    expect(result).toMatchObject({ applied: false, changeSetId: null })
    expect(result.outcomes).toMatchObject([{ accepted: true, value: '18次' }])
    expect(result.preview).toMatchObject({
      indicators: [{ indicatorId: row.id, ruleScore: '18', met: false, position: 1 }, { position: 0 }],
      projects: [{ projectId: project.id, ruleTotal: '78' }],
    })
    expect(await names(project.id)).toEqual(before)
    expect(await rowsOf(app, project.id)).toMatchObject(before.map(() => ({ version: 1 })))
  })

  test('with a key is done once, and answered the same', async () => {
    const project = await freshProject(app)
    const input = {
      idempotencyKey: `rows-${project.id}`,
      creates: [{ id: newId(), projectId: project.id, cells: [{ field: 'NAME', value: '新' }] }],
    }
    const [one, two] = [await applyChanges(app, input), await applyChanges(app, input)]
    expect(two).toEqual(one)
    expect(await names(project.id)).toEqual([...before, '新'])
  })

  test('without anything to do is BAD_INPUT', async () => {
    await app.runError('BAD_INPUT', 'mutation { applyIndicatorChanges(input: {}) { applied } }')
  })

  test('of many rows takes as many statements as of one', async () => {
    const projects = await importProjects(
      app,
      Array.from({ length: 40 }, (_, index) => ({ name: `多行${index}`, year: 2017 })),
    )
    const request = (chosen: typeof projects) => ({
      creates: chosen.flatMap(({ id }) => [0, 1, 2].map(() => ({ id: newId(), projectId: id, position: 0 }))),
      changes: chosen.map(({ indicators }) => cell(at(indicators, 0), 'REASON', '说明')),
      moves: chosen.map(({ indicators }) => ({ indicatorId: at(indicators, 1).id, position: 9, version: 1 })),
      deletes: chosen.map(({ indicators }) => ({ indicatorId: at(indicators, 2).id, version: 1 })),
    })
    await changed(app, request(projects.slice(0, 1)))
    const one = app.statements().length
    await changed(app, request(projects.slice(1)))
    expect(app.statements()).toHaveLength(one)
  })
})

test('the sums kept with the projects are those of their indicators, after all of this', async () => {
  expect(await wrongSums(app.db)).toEqual([])
})
