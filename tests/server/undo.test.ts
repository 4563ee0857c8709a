import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '@biaochi/prisma'
import { startApp, type TestApp } from '../support/app.ts'
import { at, cell, changed, freshProject, rowsOf, type TestRow } from '../support/changes.ts'
import { importProjects } from '../support/import.ts'
import { wrongSums } from '../support/kept-sums.ts'
import { done, REDO, redo, UNDO, undo } from '../support/undo.ts'

let app: TestApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

const content = (rows: readonly TestRow[]) => rows.map(({ version: _version, ...row }) => row)

const ruleTotal = async (id: string): Promise<string | undefined> =>
  (await app.db.prisma.project.findUniqueOrThrow({ where: { id } })).ruleTotal?.toFixed()

const importSetOf = async (projectId: string): Promise<string> =>
  (await app.db.prisma.cellChange.findFirstOrThrow({ where: { rowId: projectId, kind: 'CREATE' } }))
    .changeSetId

describe('undoing', () => {
  test('edits puts the cells back as they were printed, scores included, in a set of its own', async () => {
    const project = await freshProject(app)
    const was = await rowsOf(app, project.id)
    const row = at(project.indicators, 0)
    const id = await changed(app, {
      changes: [cell(row, 'TARGET', '≥40次'), cell(row, 'ACTUAL', '10次'), cell(row, 'REASON', '说明')],
    })
    expect(await ruleTotal(project.id)).toBe('85')
    const result = await undo(app, id)
    expect(result).toMatchObject({
      applied: true,
      refusals: [],
      projects: [{ ruleTotal: '100', version: 3 }],
    })
    expect(result.indicators).toMatchObject([{ id: row.id, version: 3 }])
    expect(content(await rowsOf(app, project.id))).toEqual(content(was))
    const set = await app.db.prisma.changeSet.findUniqueOrThrow({ where: { id: result.changeSetId ?? '' } })
    expect(set).toMatchObject({ source: 'UNDO', undoesId: id, author: 'local-admin', cells: 3 })
  })

  test('rows made, moved and deleted together puts the form back in its order', async () => {
    const project = await freshProject(app)
    const was = await rowsOf(app, project.id)
    const [a, b, c, d, e] = project.indicators.map(({ id }) => id)
    const made = newId()
    const id = await changed(app, {
      creates: [{ id: made, projectId: project.id, position: 0, cells: [{ field: 'NAME', value: '新' }] }],
      changes: [cell({ id: a ?? '' }, 'ACTUAL', '18次')],
      moves: [
        { indicatorId: b, position: 9, version: 1 },
        { indicatorId: e, position: 0, version: 1 },
      ],
      deletes: [c, d].map((indicatorId) => ({ indicatorId, version: 1 })),
    })
    const between = await rowsOf(app, project.id)
    expect(between.map(({ id: own }) => own)).toEqual([e, made, a, b])
    await done(undo(app, id))
    expect(content(await rowsOf(app, project.id))).toEqual(content(was))
    expect(await ruleTotal(project.id)).toBe('100')
    await done(redo(app, id))
    expect(content(await rowsOf(app, project.id))).toEqual(content(between))
    await done(undo(app, id))
    expect(content(await rowsOf(app, project.id))).toEqual(content(was))
  })

  test('again and again never uses a version twice', async () => {
    const project = await freshProject(app)
    const row = at(project.indicators, 0)
    const id = await changed(app, { deletes: [{ indicatorId: row.id, version: 1 }] })
    for (const step of [undo, redo, undo, redo, undo]) await done(step(app, id))
    const lines = await app.db.prisma.cellChange.findMany({ where: { rowId: row.id } })
    const versions = lines.map(({ rowVersion }) => rowVersion)
    expect(versions.toSorted()).toEqual([2, 3, 4, 5, 6, 7])
    expect(at(await rowsOf(app, project.id), 0).version).toBe(7)
  })

  test('one set after another, newest first, comes back to the start', async () => {
    const project = await freshProject(app)
    const was = await rowsOf(app, project.id)
    const row = at(project.indicators, 0)
    const first = await changed(app, { changes: [cell(row, 'ACTUAL', '18次')] })
    const second = await changed(app, { changes: [cell(row, 'ACTUAL', '19次', 2)] })
    await done(undo(app, second))
    await done(undo(app, first))
    expect(content(await rowsOf(app, project.id))).toEqual(content(was))
  })

  test('merges with what was done to other cells and rows since', async () => {
    const project = await freshProject(app)
    const row = at(project.indicators, 0)
    const id = await changed(app, { changes: [cell(row, 'ACTUAL', '18次')] })
    await changed(app, {
      changes: [cell(row, 'REASON', '说明'), cell(at(project.indicators, 1), 'ACTUAL', '45%')],
    })
    await done(undo(app, id))
    expect(at(await rowsOf(app, project.id), 0)).toMatchObject({ actual: { raw: '20次' }, reason: '说明' })
    expect(await ruleTotal(project.id)).toBe('90')
  })

  test('a printed value that could not be typed puts it back all the same', async () => {
    const [project] = await importProjects(app, [
      { name: '读不懂的值', rows: [{ name: '活动', target: '≥0.00(??)', actual: '12..5次', weight: '90' }] },
    ])
    const row = at(project?.indicators ?? [], 0)
    const was = await rowsOf(app, project?.id ?? '')
    const id = await changed(app, { changes: [cell(row, 'TARGET', '≥5次'), cell(row, 'ACTUAL', '6次')] })
    await done(undo(app, id))
    expect(content(await rowsOf(app, project?.id ?? ''))).toEqual(content(was))
  })

  test('an undoing is redone by the id of the set, of its undoing or of its redoing', async () => {
    const project = await freshProject(app)
    const id = await changed(app, { changes: [cell(at(project.indicators, 0), 'ACTUAL', '18次')] })
    const undone = await done(undo(app, id))
    const redone = await done(redo(app, undone))
    expect(await ruleTotal(project.id)).toBe('98')
    await done(undo(app, redone))
    expect(await ruleTotal(project.id)).toBe('100')
  })
})

describe('undoing is refused', () => {
  test('as CONFLICT with who, when and what, when a cell was changed since; nothing is written', async () => {
    const project = await freshProject(app)
    const [row, other] = [at(project.indicators, 0), at(project.indicators, 1)]
    const id = await changed(app, { changes: [cell(row, 'ACTUAL', '18次'), cell(other, 'ACTUAL', '91%')] })
    await changed(app, { changes: [cell(row, 'ACTUAL', '19次', 2)] })
    const result = await undo(app, id)
    expect(result).toMatchObject({ applied: false, changeSetId: null })
    expect(result.refusals).toMatchObject([
      { rowId: row.id, field: 'actual', code: 'CONFLICT', currentValue: '19次', changedBy: 'local-admin' },
    ])
    expect(at(result.refusals, 0).reason).toContain('19次')
    expect(Date.parse(at(result.refusals, 0).changedAt ?? '')).toBeGreaterThan(Date.now() - 60_000)
    expect(at(await rowsOf(app, project.id), 1)).toMatchObject({ actual: { raw: '91%' }, version: 2 })
  })

  test.each<[string, (rowId: string) => object, string]>([
    ['the row was deleted', (indicatorId) => ({ deletes: [{ indicatorId, version: 2 }] }), 'position'],
    [
      'the row was moved elsewhere',
      (indicatorId) => ({ moves: [{ indicatorId, position: 4, version: 2 }] }),
      'position',
    ],
  ])('when %s since', async (_what, then, field) => {
    const project = await freshProject(app)
    const row = at(project.indicators, 0)
    const id = await changed(app, { moves: [{ indicatorId: row.id, position: 2, version: 1 }] })
    await changed(app, then(row.id))
    const result = await undo(app, id)
    expect(result.refusals).toMatchObject([
      { rowId: row.id, field, code: 'CONFLICT', changedBy: 'local-admin' },
    ])
  })

  test('when a row it made has been filled in since', async () => {
    const project = await freshProject(app)
    const made = newId()
    const id = await changed(app, { creates: [{ id: made, projectId: project.id }] })
    const later = await changed(app, { changes: [cell({ id: made }, 'NAME', '新')] })
    expect((await undo(app, id)).refusals).toMatchObject([{ rowId: made, field: 'row', code: 'CONFLICT' }])
    await done(undo(app, later))
    await done(undo(app, id))
    expect(await rowsOf(app, project.id)).toHaveLength(5)
  })

  test('while the state of the project does not allow it', async () => {
    const project = await freshProject(app)
    const id = await changed(app, { changes: [cell(at(project.indicators, 0), 'ACTUAL', '18次')] })
    await app.db.prisma.project.update({ where: { id: project.id }, data: { state: 'PUBLISHED' } })
    expect((await undo(app, id)).refusals).toMatchObject([{ code: 'LOCKED' }])
  })

  test('a second time, and redoing what was not undone', async () => {
    const project = await freshProject(app)
    const id = await changed(app, { changes: [cell(at(project.indicators, 0), 'ACTUAL', '18次')] })
    await app.runError('CONFLICT', REDO, { id })
    await done(undo(app, id))
    await app.runError('CONFLICT', UNDO, { id })
    await done(redo(app, id))
    await app.runError('CONFLICT', REDO, { id })
  })

  test('of two at the same time to one', async () => {
    const project = await freshProject(app)
    const id = await changed(app, { changes: [cell(at(project.indicators, 0), 'ACTUAL', '18次')] })
    const results = await Promise.allSettled([1, 2, 3].map(() => done(undo(app, id))))
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await ruleTotal(project.id)).toBe('100')
  })

  test('for the change of somebody else, an unknown one and no id', async () => {
    const project = await freshProject(app)
    const id = await changed(app, { changes: [cell(at(project.indicators, 0), 'ACTUAL', '18次')] })
    await app.db.prisma.changeSet.update({ where: { id }, data: { author: 'somebody' } })
    await app.runError('FORBIDDEN', UNDO, { id })
    await app.runError('NOT_FOUND', UNDO, { id: newId() })
    await app.runError('BAD_INPUT', UNDO, { id: "' OR 1=1 --" })
    await app.runError('NOT_FOUND', REDO, { id: newId() })
    expect(app.bugs).toEqual([])
  })
})

describe('where somebody changed a cell since', () => {
  /** Two cells changed in one set, the first of them once more. */
  const overtaken = async () => {
    const project = await freshProject(app)
    const [row, other] = [at(project.indicators, 0), at(project.indicators, 1)]
    const id = await changed(app, { changes: [cell(row, 'ACTUAL', '18次'), cell(other, 'ACTUAL', '91%')] })
    await changed(app, { changes: [cell(row, 'ACTUAL', '19次', 2)] })
    const actuals = async () => (await rowsOf(app, project.id)).slice(0, 2).map(({ actual }) => actual.raw)
    return { id, before: project.indicators.slice(0, 2), actuals }
  }

  test('a refusal says what would have come back, and of how many places it is one', async () => {
    const { id } = await overtaken()
    const { places, refusals } = await undo(app, id)
    expect([places, refusals.map(({ previousValue }) => previousValue)]).toEqual([2, ['20次']])
  })

  test('KEEP leaves it and takes the rest back, and redo does only the rest again', async () => {
    const { id, actuals } = await overtaken()
    await done(undo(app, id, 'KEEP'))
    expect(await actuals()).toEqual(['19次', '95%'])
    await done(redo(app, id))
    expect(await actuals()).toEqual(['19次', '91%'])
  })

  test('OVERWRITE takes all of it back, and redo brings all of it again', async () => {
    const { id, actuals } = await overtaken()
    await done(undo(app, id, 'OVERWRITE'))
    expect(await actuals()).toEqual(['20次', '95%'])
    await done(redo(app, id))
    expect(await actuals()).toEqual(['19次', '91%'])
  })

  test('neither overcomes what a project’s state forbids: KEEP does nothing, OVERWRITE is refused', async () => {
    const project = await freshProject(app)
    const id = await changed(app, { changes: [cell(at(project.indicators, 0), 'ACTUAL', '18次')] })
    await app.db.prisma.project.update({ where: { id: project.id }, data: { state: 'SUBMITTED' } })
    expect(await undo(app, id, 'OVERWRITE')).toMatchObject({ applied: false, refusals: [{ code: 'LOCKED' }] })
    expect((await undo(app, id, 'KEEP')).applied).toBe(true)
    expect(at(await rowsOf(app, project.id), 0).actual.raw).toBe('18次')
  })
})

describe('an import', () => {
  test('undone takes its projects away; redone brings them back, rows, ids and history alike', async () => {
    const project = await freshProject(app)
    const was = await rowsOf(app, project.id)
    const id = await importSetOf(project.id)
    const edit = await changed(app, { changes: [cell(at(project.indicators, 0), 'ACTUAL', '18次')] })
    await done(undo(app, edit))
    const before = await app.db.prisma.project.findUniqueOrThrow({ where: { id: project.id } })
    const result = await undo(app, id)
    expect(result).toMatchObject({ applied: true, projectIds: [project.id], projects: [] })
    expect(await app.db.prisma.project.findUnique({ where: { id: project.id } })).toBeNull()
    expect(await app.db.prisma.indicator.count({ where: { projectId: project.id } })).toBe(0)
    await done(redo(app, id))
    expect(content(await rowsOf(app, project.id))).toEqual(content(was))
    const after = await app.db.prisma.project.findUniqueOrThrow({ where: { id: project.id } })
    expect(after).toEqual({ ...before, version: before.version + 2, updatedAt: after.updatedAt })
    await changed(app, { changes: [cell(at(project.indicators, 0), 'ACTUAL', '17次', 3)] })
  })

  test('undone before the sums were kept comes back with them', async () => {
    const project = await freshProject(app)
    const id = await importSetOf(project.id)
    await done(undo(app, id))
    await app.db.sql.query(
      `UPDATE "cell_change" SET "before" = jsonb_set("before"::jsonb, '{project,0}',
         ("before"::jsonb #> '{project,0}') - 'indicator_count' - 'weight_sum' - 'rule_score_sum' - 'met_count')::text
       WHERE "row_id" = $1 AND "kind" = 'DELETE'`,
      [project.id],
    )
    await done(redo(app, id))
    expect(await wrongSums(app.db)).toEqual([])
  })

  test('is not undone while something in it is another than imported', async () => {
    const [project, other] = await importProjects(app, [{ name: '导入后改动' }, { name: '同批未改' }])
    const id = await importSetOf(project?.id ?? '')
    const row = at(project?.indicators ?? [], 0)
    const edit = await changed(app, { changes: [cell(row, 'ACTUAL', '18次')] })
    const result = await undo(app, id)
    expect(result.refusals).toMatchObject([
      { rowId: row.id, field: 'actual', code: 'CONFLICT', currentValue: '18次', changedBy: 'local-admin' },
    ])
    expect(await app.db.prisma.project.findUnique({ where: { id: other?.id ?? '' } })).not.toBeNull()
    await done(undo(app, edit))
    await done(undo(app, id))
    expect(await app.db.prisma.project.findUnique({ where: { id: other?.id ?? '' } })).toBeNull()
  })

  test('is not redone when its name has been taken, nor are edits of what it took away undone', async () => {
    const name = '名称被占用'
    const [project] = await importProjects(app, [{ name }])
    const row = at(project?.indicators ?? [], 0)
    const edit = await changed(app, { changes: [cell(row, 'ACTUAL', '18次')] })
    const back = await changed(app, { changes: [cell(row, 'ACTUAL', '20次', 2)] })
    const id = await importSetOf(project?.id ?? '')
    await done(undo(app, id))
    expect((await undo(app, back)).refusals).toMatchObject([{ code: 'CONFLICT', rowId: row.id }])
    expect((await undo(app, edit)).refusals).toMatchObject([{ code: 'CONFLICT' }])
    await importProjects(app, [{ name }])
    expect((await redo(app, id)).refusals).toMatchObject([{ code: 'CONFLICT', rowId: project?.id }])
  })
})

test('undoing and redoing many rows takes as many statements as one', async () => {
  const projects = await importProjects(
    app,
    Array.from({ length: 40 }, (_, index) => ({ name: `撤销多行${index}`, year: 2016 })),
  )
  const request = (chosen: typeof projects) => ({
    creates: chosen.flatMap(({ id }) => [0, 1].map(() => ({ id: newId(), projectId: id, position: 0 }))),
    changes: chosen.map(({ indicators }) => cell(at(indicators, 0), 'REASON', '说明')),
    moves: chosen.map(({ indicators }) => ({ indicatorId: at(indicators, 1).id, position: 9, version: 1 })),
    deletes: chosen.map(({ indicators }) => ({ indicatorId: at(indicators, 2).id, version: 1 })),
  })
  const counts = async (chosen: typeof projects): Promise<number[]> => {
    const id = await changed(app, request(chosen))
    await done(undo(app, id))
    const undone = app.statements().length
    await done(redo(app, id))
    return [undone, app.statements().length]
  }
  expect(await counts(projects.slice(1))).toEqual(await counts(projects.slice(0, 1)))
})

test('the sums kept with the projects are those of their indicators, after all of this', async () => {
  expect(await wrongSums(app.db)).toEqual([])
})
