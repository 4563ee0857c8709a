import type { SheetBatch } from '@biaochi/web/sheet/sheet-batch'
import { describe, expect, test } from 'vitest'
import { cellsOf, openSheet, projectOf } from '../../support/sheet.ts'
import type { OpenSheet } from '../../support/sheet.ts'

const rows = [
  { name: '巡检次数', target: '≥20次', actual: '18次', score: '9' },
  { name: '培训人次', target: '≥100人次', actual: '100人次', score: '10' },
]
const project = projectOf('p', rows)
const open = () => openSheet([project])
/** The same page after a crash: what it had in memory is gone. */
const reload = ({ memory }: OpenSheet, projects = [project]) => openSheet(projects, memory)

const paste: SheetBatch = {
  source: 'PASTE',
  title: '粘贴 3 格',
  edits: [
    { rowId: 'p-0', field: 'actual', text: '20次' },
    { rowId: 'p-1', field: 'actual', text: '八十吨' },
    { rowId: 'p-1', field: 'score', text: '9' },
  ],
}

describe('a page that ends before the answer', () => {
  test('is followed by one that sends the same request again, with its key and its versions', () => {
    const before = open()
    before.sheet.edit('p-0', 'actual', '20次')
    const after = reload(before)
    expect(after.server.requests).toEqual(before.server.requests)
  })

  test('shows what was typed as pending, and counts it as an earlier page’s', async () => {
    const before = open()
    before.sheet.edit('p-0', 'actual', '20次')
    const { sheet, server } = reload(before)
    expect(sheet.cell('p-0', 'actual')).toMatchObject({ text: '20次', state: 'pending' })
    expect(sheet.leftCount).toBe(1)
    await server.accept()
    expect(sheet.cell('p-0', 'actual')).toMatchObject({ text: '20次', state: 'saved' })
    expect([sheet.leftCount, sheet.pendingCount]).toEqual([0, 0])
  })

  test('keeps the order of what was waiting behind it', async () => {
    const before = open()
    before.sheet.edit('p-0', 'actual', '20次')
    before.sheet.edit('p-0', 'actual', '21次')
    before.sheet.change(paste)
    before.sheet.edit('p-1', 'actual', '90人次')
    const { server } = reload(before)
    for (let count = 0; count < 4; count += 1) await server.accept()
    expect(server.requests.map((request) => cellsOf(request).map(({ value }) => value))).toEqual([
      ['20次'],
      ['21次'],
      ['20次', '9'],
      ['90人次'],
    ])
  })

  test('does not join what is typed now with what may have been sent', async () => {
    const before = open()
    before.sheet.edit('p-0', 'actual', '20次')
    const { sheet, server } = reload(before)
    sheet.edit('p-1', 'actual', '90人次')
    await server.accept()
    expect(server.requests.map((request) => request.changes.length)).toEqual([1, 1])
    expect(server.requests[0]?.key).toBe(before.server.requests[0]?.key)
  })

  test('is followed by one that is open already: after what waits there, under its own key, and nothing joins it', async () => {
    const gone = open()
    gone.sheet.edit('p-1', 'actual', '90人次')
    const { sheet, server, memory } = open()
    sheet.edit('p-0', 'actual', '20次')
    memory.inherit(gone.memory.reopen().left)
    expect(sheet.cell('p-1', 'actual')).toMatchObject({ text: '90人次', state: 'pending' })
    expect(sheet.leftCount).toBe(1)
    sheet.edit('p-1', 'score', '9')
    await server.accept()
    await server.accept()
    await server.accept()
    expect(server.requests.map((request) => cellsOf(request).map(({ value }) => value))).toEqual([
      ['20次'],
      ['90人次'],
      ['9'],
    ])
    expect(server.requests[1]).toEqual(gone.server.requests[0])
  })

  test('leaves nothing behind once it was answered', async () => {
    const before = open()
    before.sheet.edit('p-0', 'actual', '20次')
    await before.server.accept()
    expect(reload(before).server.requests).toEqual([])
    expect(before.memory.count('batch')).toBe(0)
  })

  test('is saved although its rows are not here', async () => {
    const before = open()
    before.sheet.edit('p-0', 'actual', '20次')
    before.sheet.edit('p-0', 'actual', '21次')
    const { sheet, server } = openSheet([projectOf('q', rows)], before.memory)
    expect(sheet.leftCount).toBe(2)
    expect(server.requests).toHaveLength(1)
    await server.answer({
      kind: 'answered',
      changeSetId: null,
      cells: [{ rowId: 'p-0', field: 'actual', accepted: true, code: null, reason: null, theirs: null }],
      rowAnswers: [],
      rows: project.rows.slice(0, 1).map((row) => ({ ...row, version: 2 })),
    })
    expect(cellsOf(server.requests[1])).toMatchObject([{ value: '21次', version: 2 }])
  })

  test('says of what was refused later where its row is, and what it is called', async () => {
    const before = open()
    before.sheet.edit('p-0', 'actual', '20次')
    const { sheet, server } = openSheet([projectOf('q', rows)], before.memory)
    sheet.open('/?year=2024')
    await server.answer({
      kind: 'answered',
      changeSetId: null,
      cells: [
        { rowId: 'p-0', field: 'actual', accepted: false, code: 'LOCKED', reason: '已提交', theirs: null },
      ],
      rowAnswers: [],
      rows: project.rows.slice(0, 1),
    })
    expect(sheet.drafts).toMatchObject([{ text: '20次', title: '巡检次数', place: '/?year=2025' }])
  })

  test('brings made rows back into their place', () => {
    const before = open()
    const id = before.sheet.newRowId()
    const row = { id, groupId: 'p', after: 'p-0', seed: 'annual', cells: { name: '新指标' } }
    before.sheet.change({ source: 'EDIT', title: '新增', creates: [row] })
    const { sheet } = reload(before)
    expect(sheet.rowsOf('p').map(({ record }) => record.name)).toEqual(['巡检次数', '新指标', '培训人次'])
  })
})

describe('refused texts', () => {
  test('are in their cells again after a reload, with their reasons', () => {
    const before = open()
    before.sheet.edit('p-0', 'actual', '80%')
    const { sheet } = reload(before)
    expect(sheet.cell('p-0', 'actual')).toEqual(before.sheet.cell('p-0', 'actual'))
    expect(sheet.drafts).toEqual(before.sheet.drafts)
  })

  test('that were given up do not come back', () => {
    const before = open()
    before.sheet.edit('p-0', 'actual', '80%')
    before.sheet.discard('p-0', 'actual')
    expect(reload(before).sheet.drafts).toEqual([])
  })

  test('stay a part of the step they were typed in', () => {
    const before = open()
    before.sheet.change(paste)
    const { sheet } = reload(before)
    expect(sheet.nextUndo).toMatchObject({ patches: [{}, {}], drafts: [{ text: '八十吨' }] })
    sheet.undo()
    expect([sheet.drafts, sheet.cell('p-1', 'actual')?.text]).toEqual([[], '100人次'])
  })
})

describe('a row that could not be deleted', () => {
  const refuse = async ({ server }: OpenSheet): Promise<void> => server.refuse('CONFLICT', '张三改过')

  test('is still told of after a reload, until it is dismissed', async () => {
    const before = open()
    before.sheet.change({ source: 'EDIT', title: '删除', deletes: ['p-0'] })
    await refuse(before)
    const after = reload(before)
    const [problem] = after.sheet.rowProblems
    expect(problem).toMatchObject({ title: '巡检次数', reason: '张三改过', code: 'CONFLICT' })
    if (problem !== undefined) after.sheet.dismissRowProblem(problem)
    expect(reload(after).sheet.rowProblems).toEqual([])
  })
})

describe('the history', () => {
  test('takes back after a reload what was done before it, and does it again', async () => {
    const before = open()
    before.sheet.change(paste)
    await before.server.accept()
    const now = projectOf('p', [
      { name: '巡检次数', target: '≥20次', actual: '20次', score: '9' },
      { name: '培训人次', target: '≥100人次', actual: '100人次', score: '9' },
    ])
    const once = reload(before, [now])
    expect(once.sheet.undo()?.kind).toBe('done')
    await once.server.accept()
    const twice = reload(once)
    expect(twice.sheet.nextRedo?.batch.title).toBe('粘贴 3 格')
    twice.sheet.redo()
    expect(twice.sheet.cell('p-0', 'actual')?.text).toBe('20次')
  })
})
