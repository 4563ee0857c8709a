import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '@biaochi/prisma'
import { startApp, type TestApp } from '../support/app.ts'
import { at, cell, changed, freshProject, rowsOf, type TestRow } from '../support/changes.ts'
import { importProjects } from '../support/import.ts'
import { done, undo, type TestTakenBack } from '../support/undo.ts'

let app: TestApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

interface Line {
  readonly field: string
  readonly kind: string
  readonly before: string | null
  readonly after: string | null
  readonly changeSet: { readonly id: string; readonly author: string; readonly source: string }
}

interface Page<Node> {
  readonly nodes: readonly Node[]
  readonly totalCount: number
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
}

const LINES = `totalCount pageInfo { hasNextPage endCursor }
  nodes { field kind before after rowVersion changeSet { id author source createdAt } }`

const cellHistory = async (rowId: string, field: string, page: object = {}): Promise<Page<Line>> =>
  (
    await app.runOk<{ cellHistory: Page<Line> }>(
      `query ($rowId: ID!, $field: String!, $first: Int! = 50, $after: String) {
        cellHistory(rowId: $rowId, field: $field, first: $first, after: $after) { ${LINES} } }`,
      { rowId, field, ...page },
    )
  ).cellHistory

interface SetNode {
  readonly id: string
  readonly number: number
  readonly source: string
  readonly undoesId: string | null
  readonly undoneById: string | null
}

const SETS = `query ($filter: ChangeSetFilter, $first: Int! = 50, $after: String) {
  changeSets(filter: $filter, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor }
    nodes { id number author source createdAt cells rows projects undoesId undoneById } } }`

const changeSets = async (variables: object): Promise<Page<SetNode>> =>
  (await app.runOk<{ changeSets: Page<SetNode> }>(SETS, variables)).changeSets

const PAYLOAD = '{ applied changeSetId refusals { code field } }'
const RESTORE_PROJECT = `mutation ($projectId: ID!, $at: DateTime!) {
  result: restoreProject(projectId: $projectId, at: $at) ${PAYLOAD} }`
const RESTORE_CELL = `mutation ($rowId: ID!, $field: String!, $at: DateTime!) {
  result: restoreCell(rowId: $rowId, field: $field, at: $at) ${PAYLOAD} }`

const restore = async (document: string, variables: object): Promise<TestTakenBack> =>
  (await app.runOk<{ result: TestTakenBack }>(document, variables)).result

const timeOf = async (id: string): Promise<string> => {
  const { createdAt } = await app.db.prisma.changeSet.findUniqueOrThrow({ where: { id } })
  // Sets made within one millisecond could not be told apart by a moment.
  while (Date.now() <= createdAt.getTime() + 1) await new Promise((resolve) => setImmediate(resolve))
  return createdAt.toISOString()
}

const content = (rows: readonly TestRow[]) => rows.map(({ version: _version, ...row }) => row)

describe('the history', () => {
  test('of a cell says from what to what, newest first, through the life of its row', async () => {
    const project = await freshProject(app)
    const row = at(project.indicators, 0)
    await changed(app, { changes: [cell(row, 'ACTUAL', '18次')], source: 'PASTE' })
    await changed(app, { changes: [cell(row, 'ACTUAL', '19次', 2), cell(row, 'REASON', '说明')] })
    const gone = await changed(app, { deletes: [{ indicatorId: row.id, version: 3 }] })
    await done(undo(app, gone))
    const { nodes, totalCount } = await cellHistory(row.id, 'actual')
    expect(
      nodes.map(({ kind, before, after, changeSet }) => [kind, before, after, changeSet.source]),
    ).toEqual([
      ['CREATE', null, '19次', 'UNDO'],
      ['DELETE', '19次', null, 'EDIT'],
      ['UPDATE', '18次', '19次', 'EDIT'],
      ['UPDATE', '20次', '18次', 'PASTE'],
    ])
    expect(totalCount).toBe(4)
  })

  test('of a cell is paged without losing or doubling a line', async () => {
    const row = at((await freshProject(app)).indicators, 0)
    for (const [index, value] of ['11次', '12次', '13次', '14次', '15次'].entries())
      await changed(app, { changes: [cell(row, 'ACTUAL', value, index + 1)] })
    const seen: (string | null)[] = []
    let after: string | null = null
    for (;;) {
      const page: Page<Line> = await cellHistory(row.id, 'actual', { first: 2, after })
      seen.push(...page.nodes.map((line) => line.after))
      if (!page.pageInfo.hasNextPage) break
      after = page.pageInfo.endCursor
    }
    expect(seen).toEqual(['15次', '14次', '13次', '12次', '11次'])
  })

  test('of a row has every cell of it', async () => {
    const row = at((await freshProject(app)).indicators, 0)
    await changed(app, { changes: [cell(row, 'ACTUAL', '18次'), cell(row, 'NAME', '改名')] })
    const { rowHistory } = await app.runOk<{ rowHistory: Page<Line> }>(
      `query ($rowId: ID!) { rowHistory(rowId: $rowId) { ${LINES} } }`,
      { rowId: row.id },
    )
    expect(rowHistory.nodes.map(({ field }) => field)).toEqual(['actual', 'name'])
  })

  test('lists change sets by author, project, source and time, and which of them are undone', async () => {
    const project = await freshProject(app)
    const projectId = project.id
    const row = at(project.indicators, 0)
    const one = await changed(app, { changes: [cell(row, 'ACTUAL', '18次')] })
    const undone = await done(undo(app, one))
    const all = await changeSets({ filter: { projectId } })
    expect(all.nodes).toMatchObject([
      { id: undone, source: 'UNDO', undoesId: one, undoneById: null },
      { id: one, source: 'EDIT', undoesId: null, undoneById: undone },
      { source: 'IMPORT' },
    ])
    expect(all.totalCount).toBe(3)
    const ids = async (filter: object) =>
      (await changeSets({ filter: { projectId, ...filter } })).nodes.map(({ id }) => id)
    expect(await ids({ source: 'EDIT', author: 'local-admin' })).toEqual([one])
    expect(await ids({ author: 'nobody' })).toEqual([])
    expect(await ids({ from: '2999-01-01T00:00:00Z' })).toEqual([])
    expect(await ids({ to: '2000-01-01T00:00:00Z' })).toEqual([])
    expect(await ids({ from: '2000-01-01T00:00:00Z', to: '2999-01-01T00:00:00Z' })).toHaveLength(3)
    const first = await changeSets({ filter: { projectId }, first: 2 })
    const rest = await changeSets({ filter: { projectId }, first: 2, after: first.pageInfo.endCursor })
    expect([...first.nodes, ...rest.nodes]).toEqual(all.nodes)
  })

  test('below projects and change sets takes as many statements for forty as for one', async () => {
    const projects = await importProjects(
      app,
      Array.from({ length: 40 }, (_, index) => ({ name: `历史多项${index}`, year: 2015 })),
    )
    await changed(app, {
      changes: projects.map(({ indicators }) => cell(at(indicators, 0), 'REASON', '说明')),
    })
    const query = `query ($first: Int!) { projects(filter: { fiscalYear: 2015 }, first: $first) { nodes {
      id changes(first: 3) { totalCount nodes { id source changes(first: 2) { totalCount nodes { field after } } } } } } }`
    interface Answer {
      readonly projects: {
        readonly nodes: readonly { readonly changes: Page<{ source: string; changes: Page<Line> }> }[]
      }
    }
    await app.runOk(query, { first: 1 })
    const one = app.statements().length
    const answer = await app.runOk<Answer>(query, { first: 40 })
    expect(app.statements()).toHaveLength(one)
    for (const { changes } of answer.projects.nodes) {
      expect(changes).toMatchObject({ totalCount: 2, nodes: [{ source: 'EDIT' }, { source: 'IMPORT' }] })
      expect(at(changes.nodes, 0).changes).toMatchObject({ totalCount: 40 })
      expect(at(changes.nodes, 0).changes.nodes).toHaveLength(2)
    }
  })

  test('asked for with ids, cursors, times and sizes that are none is refused', async () => {
    await app.runError('BAD_INPUT', '{ cellHistory(rowId: "x", field: "actual") { totalCount } }')
    await app.runError('BAD_INPUT', '{ rowHistory(rowId: "\' OR 1=1") { totalCount } }')
    await app.runError('BAD_INPUT', SETS, { first: 501 })
    await app.runError('BAD_INPUT', SETS, { first: -1 })
    await app.runError('BAD_INPUT', SETS, { after: 'bm9uZQ' })
    await app.runError('BAD_INPUT', SETS, { filter: { projectId: 'x' } })
    await app.runError('BAD_INPUT', SETS, { filter: { author: 'a\0b' } })
    await app.runError('BAD_INPUT', SETS, { filter: { from: 'yesterday' } })
    await app.runError('BAD_INPUT', SETS, { filter: { from: '+275760-09-13T00:00:00.000Z' } })
    await app.runError('BAD_INPUT', '{ changeSet(id: "x") { id } }')
    expect(await app.runOk(`{ changeSet(id: "${newId()}") { id } }`)).toEqual({ changeSet: null })
    expect(app.bugs).toEqual([])
  })
})

describe('restoring', () => {
  test('a project brings every row and cell back to the moment, and can be undone', async () => {
    const project = await freshProject(app)
    const [a, b, c] = project.indicators.map(({ id }) => ({ id }))
    if (a === undefined || b === undefined || c === undefined) throw new Error('no rows')
    const set = await changed(app, { changes: [cell(a, 'ACTUAL', '18次')] })
    const was = await rowsOf(app, project.id)
    const moment = await timeOf(set)
    const made = newId()
    await changed(app, { changes: [cell(a, 'ACTUAL', '11次', 2), cell(b, 'ACTUAL', '10%')] })
    await changed(app, { changes: [cell(a, 'ACTUAL', '12次', 3), cell(b, 'TARGET', '≥5%', 2)] })
    await changed(app, {
      creates: [{ id: made, projectId: project.id, position: 0 }],
      moves: [{ indicatorId: c.id, position: 0, version: 1 }],
      deletes: [{ indicatorId: b.id, version: 3 }],
    })
    const later = await rowsOf(app, project.id)
    const result = await restore(RESTORE_PROJECT, { projectId: project.id, at: moment })
    expect(result).toMatchObject({ applied: true, refusals: [] })
    expect(content(await rowsOf(app, project.id))).toEqual(content(was))
    expect(
      await app.db.prisma.changeSet.findUnique({ where: { id: result.changeSetId ?? '' } }),
    ).toMatchObject({ source: 'RESTORE', projects: 1 })
    await done(undo(app, result.changeSetId ?? ''))
    expect(content(await rowsOf(app, project.id))).toEqual(content(later))
  })

  test('a cell leaves the others as they are', async () => {
    const project = await freshProject(app)
    const row = at(project.indicators, 0)
    const moment = await timeOf(await changed(app, { changes: [cell(row, 'ACTUAL', '18次')] }))
    await changed(app, { changes: [cell(row, 'ACTUAL', '11次', 2), cell(row, 'REASON', '说明')] })
    await restore(RESTORE_CELL, { rowId: row.id, field: 'actual', at: moment })
    expect(at(await rowsOf(app, project.id), 0)).toMatchObject({
      actual: { raw: '18次' },
      reason: '说明',
      version: 4,
    })
  })

  test('to a moment since which nothing has changed, or before the project, is refused', async () => {
    const project = await freshProject(app)
    const row = at(project.indicators, 0)
    const now = '2999-01-01T00:00:00Z'
    await app.runError('BAD_INPUT', RESTORE_PROJECT, { projectId: project.id, at: now })
    await app.runError('BAD_INPUT', RESTORE_CELL, { rowId: row.id, field: 'actual', at: now })
    await app.runError('BAD_INPUT', RESTORE_PROJECT, { projectId: project.id, at: '2000-01-01T00:00:00Z' })
  })

  test('what is unknown, no id, no moment or not to be changed is refused', async () => {
    const project = await freshProject(app)
    const row = at(project.indicators, 0)
    const moment = '2000-01-01T00:00:00Z'
    await app.runError('NOT_FOUND', RESTORE_PROJECT, { projectId: newId(), at: moment })
    await app.runError('NOT_FOUND', RESTORE_CELL, { rowId: newId(), field: 'actual', at: moment })
    await app.runError('BAD_INPUT', RESTORE_PROJECT, { projectId: 'x', at: moment })
    await app.runError('BAD_INPUT', RESTORE_PROJECT, { projectId: project.id, at: 'then' })
    await app.runError('BAD_INPUT', RESTORE_CELL, { rowId: row.id, field: 'no such field', at: moment })
    await changed(app, { changes: [cell(row, 'TARGET', '≥30次')] })
    await app.db.prisma.project.update({ where: { id: project.id }, data: { state: 'SELF_EVALUATING' } })
    const result = await restore(RESTORE_CELL, { rowId: row.id, field: 'target', at: moment })
    expect(result).toMatchObject({ applied: false, refusals: [{ code: 'LOCKED', field: 'target' }] })
    expect(app.bugs).toEqual([])
  })
})
