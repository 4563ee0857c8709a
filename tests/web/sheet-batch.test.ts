import type { SheetBatch } from '@biaochi/web/sheet/sheet-batch'
import { describe, expect, test } from 'vitest'
import { openSheet, projectOf } from '../support/sheet.ts'

const rows = [
  { name: '巡检次数', target: '≥20次', actual: '18次', score: '9' },
  { name: '培训人次', target: '≥100人次', actual: '100人次', score: '10' },
  { name: '满意度', target: '≥90%', actual: '95%', score: '10' },
]
const open = () => openSheet([projectOf('p', rows), projectOf('q', rows)])
type Opened = ReturnType<typeof open>['sheet']

const names = (sheet: Opened, group = 'p') => sheet.rowsOf(group).map((row) => row.record.name)
const actuals = (sheet: Opened) => sheet.rowsOf('p').map((row) => sheet.cell(row.id, 'actual')?.text)

const paste: SheetBatch = {
  source: 'PASTE',
  title: '粘贴',
  edits: [
    { rowId: 'p-0', field: 'actual', text: '20次' },
    { rowId: 'p-1', field: 'actual', text: '八十吨' },
    { rowId: 'p-2', field: 'actual', text: '97%' },
    { rowId: 'q-0', field: 'weight', text: '二十' },
  ],
}

describe('a batch of cells', () => {
  test('is one request, and what cannot be read stays in its cell', () => {
    const { sheet, server } = open()
    const { changed, refused } = sheet.change(paste)
    expect([changed, refused.map(({ rowId, text }) => `${rowId} ${text}`)]).toEqual([
      2,
      ['p-1 八十吨', 'q-0 二十'],
    ])
    expect(server.requests.map(({ source, changes }) => [source, changes.length])).toEqual([['PASTE', 2]])
    expect(actuals(sheet)).toEqual(['20次', '八十吨', '97%'])
  })

  test('is one step to take back, with the texts that were not taken', async () => {
    const { sheet, server } = open()
    sheet.change(paste)
    await server.accept()
    expect(sheet.nextUndo).toMatchObject({ patches: [{}, {}], drafts: [{}, {}] })
    expect(sheet.undo()?.kind).toBe('done')
    expect([actuals(sheet), sheet.drafts, sheet.nextUndo]).toEqual([['18次', '100人次', '95%'], [], null])
    sheet.redo()
    expect(actuals(sheet)).toEqual(['20次', '八十吨', '97%'])
  })

  test('is taken back from its end, and told from its beginning', async () => {
    const { sheet, server } = open()
    sheet.change(paste)
    await server.accept()
    expect(sheet.undo()).toMatchObject({ kind: 'done', patches: [{ rowId: 'p-0' }, { rowId: 'p-2' }] })
    await server.accept()
    expect(server.requests.map(({ changes }) => changes.map(({ rowId }) => rowId))).toEqual([
      ['p-0', 'p-2'],
      ['p-2', 'p-0'],
    ])
    expect(sheet.redo()).toMatchObject({ kind: 'done', patches: [{ rowId: 'p-0' }, { rowId: 'p-2' }] })
  })

  test('is not joined with what is typed while it waits', async () => {
    const { sheet, server } = open()
    sheet.edit('q-1', 'actual', '90人次')
    sheet.edit('q-1', 'score', '9')
    sheet.change(paste)
    sheet.edit('q-2', 'actual', '91%')
    while (server.requests.length < 4) await server.accept()
    expect(server.requests.map(({ source, changes }) => `${source} ${changes.length}`)).toEqual([
      'EDIT 1',
      'EDIT 1',
      'PASTE 2',
      'EDIT 1',
    ])
  })

  test('lets a later cell of a row depend on an earlier one', () => {
    const { sheet } = open()
    const { refused } = sheet.change({
      source: 'PASTE',
      title: '粘贴',
      edits: [
        { rowId: 'p-0', field: 'weight', text: '20' },
        { rowId: 'p-0', field: 'score', text: '15' },
      ],
    })
    expect([refused, sheet.cell('p-0', 'score')?.text]).toEqual([[], '15'])
  })

  test('refused by the server leaves the history cell by cell, and the step stays for the others', async () => {
    const { sheet, server } = open()
    sheet.change({ ...paste, edits: paste.edits?.slice(0, 1) ?? [] })
    await server.refuse('CONFLICT', '张三改过')
    expect(sheet.cell('p-0', 'actual')).toMatchObject({ text: '20次', state: 'conflict', reason: '张三改过' })
    expect(sheet.undo()?.kind).toBe('done')
    expect([actuals(sheet)[0], sheet.nextUndo, sheet.drafts]).toEqual(['18次', null, []])
  })

  test('that changes nothing is no step', () => {
    const { sheet, server } = open()
    sheet.change({ source: 'FILL', title: '填充', edits: [{ rowId: 'p-0', field: 'actual', text: '18次' }] })
    expect([server.requests.length, sheet.nextUndo]).toEqual([0, null])
  })
})

describe('rows', () => {
  const insert = (sheet: Opened, after: string | null, cells = {}): string => {
    const id = sheet.newRowId()
    const row = { id, groupId: 'p', after, seed: 'annual', cells }
    sheet.change({ source: 'EDIT', title: '新增', creates: [row] })
    return id
  }

  test('that are made stand where they were asked for and take typing at once', async () => {
    const { sheet, server } = open()
    const id = insert(sheet, 'p-0', { name: '新指标', target: '≥5次', weight: '3' })
    sheet.edit(id, 'actual', '5次')
    expect(names(sheet)).toEqual(['巡检次数', '新指标', '培训人次', '满意度'])
    expect(sheet.cell(id, 'ruleScore')?.text).toBe('3')
    await server.accept()
    expect(server.requests[1]?.changes).toEqual([
      { kind: 'cell', rowId: id, field: 'actual', value: '5次', version: 1 },
    ])
    await server.accept()
    expect([sheet.pendingCount, sheet.cell(id, 'actual')?.state]).toEqual([0, 'saved'])
  })

  test('keep what cannot be read of their first cells', () => {
    const { sheet, server } = open()
    const id = insert(sheet, null, { name: '新指标', weight: '很多' })
    expect(names(sheet)[0]).toBe('新指标')
    expect(sheet.cell(id, 'weight')).toMatchObject({ text: '很多', state: 'failed' })
    expect(server.requests[0]?.changes).toMatchObject([{ kind: 'create', cells: { name: '新指标' } }])
  })

  test('that are deleted come back where they were, with all their cells', async () => {
    const { sheet, server } = open()
    sheet.change({ source: 'EDIT', title: '删除', deletes: ['p-0', 'p-1'] })
    expect(names(sheet)).toEqual(['满意度'])
    await server.accept()
    sheet.undo()
    expect([names(sheet), actuals(sheet)]).toEqual([
      ['巡检次数', '培训人次', '满意度'],
      ['18次', '100人次', '95%'],
    ])
    await server.accept()
    expect([names(sheet), sheet.pendingCount]).toEqual([['巡检次数', '培训人次', '满意度'], 0])
  })

  test('that are moved go back one after the other', async () => {
    const { sheet, server } = open()
    const moves = [
      { rowId: 'p-2', after: null },
      { rowId: 'p-0', after: 'p-1' },
    ]
    sheet.change({ source: 'EDIT', title: '移动', moves })
    expect(names(sheet)).toEqual(['满意度', '培训人次', '巡检次数'])
    await server.accept()
    sheet.undo()
    expect(names(sheet)).toEqual(['巡检次数', '培训人次', '满意度'])
  })

  test('the server does not let go are back, and say why', async () => {
    const { sheet, server } = open()
    sheet.change({ source: 'EDIT', title: '删除', deletes: ['p-0'] })
    await server.refuse('CONFLICT', '张三改过')
    expect(names(sheet)[0]).toBe('巡检次数')
    expect(sheet.rowProblems).toMatchObject([{ change: { kind: 'delete' }, reason: '张三改过' }])
  })

  test('of a project are scored without the one that went', () => {
    const { sheet } = open()
    expect(sheet.group('p')?.score.rule.total).toBe('38')
    sheet.change({ source: 'EDIT', title: '删除', deletes: ['p-2'] })
    expect([sheet.group('p')?.score.rule.total, sheet.group('p')?.rowCount]).toEqual(['28', 2])
  })
})
