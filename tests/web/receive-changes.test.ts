import { describe, expect, test } from 'vitest'
import type { ChangeNotice, NoticedCell } from '@biaochi/web/sheet/plan-notice'
import { openSheet, projectOf } from '../support/sheet.ts'

const rows = [
  { name: '巡检次数', target: '≥20次', actual: '18次', score: '9' },
  { name: '培训人次', target: '≥100人次', actual: '100人次', score: '10' },
]
const open = () => openSheet([projectOf('p', rows)])

const cell = (rowId: string, field: string, after: string, version: number): NoticedCell => ({
  rowId,
  groupId: 'p',
  isCell: true,
  field,
  before: '旧',
  after,
  version,
})

const notice = (id: string, cells: readonly NoticedCell[] | null): ChangeNotice => ({
  id,
  author: '李四',
  at: '2026-01-01T08:00:00.000Z',
  groupIds: ['p'],
  cells,
})

describe('what somebody else saved', () => {
  test('is in its cell with the score that follows, and with their name', () => {
    const { sheet } = open()
    sheet.receive(notice('a', [cell('p-0', 'actual', '20次', 2)]))
    expect(sheet.cell('p-0', 'actual')).toMatchObject({
      text: '20次',
      state: 'idle',
      isNews: true,
      author: { name: '李四', from: '旧', to: '20次' },
    })
    expect(sheet.cell('p-0', 'ruleScore')?.text).toBe('10')
  })

  test('is news for eight seconds and can be asked for afterwards', () => {
    const { sheet, clock } = open()
    sheet.receive(notice('a', [cell('p-0', 'actual', '20次', 2)]))
    clock.move(8_000)
    expect(sheet.cell('p-0', 'actual')).toMatchObject({ isNews: false, author: { name: '李四' } })
  })

  test('lies below what was typed here and is not answered yet', async () => {
    const { sheet, server } = open()
    sheet.edit('p-0', 'score', '8')
    sheet.receive(notice('a', [cell('p-0', 'score', '7', 2)]))
    expect(sheet.cell('p-0', 'score')?.text).toBe('8')
    await server.refuse('CONFLICT', '李四已改为 7')
    expect(sheet.cell('p-0', 'score')).toMatchObject({ text: '8', state: 'conflict' })
    sheet.discard('p-0', 'score')
    expect(sheet.cell('p-0', 'score')?.text).toBe('7')
  })

  test('does not make a conflict disappear: what was typed before it came is sent as typed before', async () => {
    const { sheet, server } = open()
    sheet.edit('p-1', 'score', '9')
    sheet.edit('p-0', 'score', '8')
    sheet.receive(notice('a', [cell('p-0', 'score', '7', 2)]))
    await server.accept()
    expect(server.requests[1]?.changes).toMatchObject([{ rowId: 'p-0', value: '8', version: 1 }])
  })

  test('under an open editor makes a conflict of what is typed there', () => {
    const { sheet, server } = open()
    sheet.receive(notice('a', [cell('p-0', 'score', '7', 2)]))
    sheet.openEditor('p-0', 'score')
    sheet.receive(notice('b', [cell('p-0', 'score', '6', 3)]))
    sheet.edit('p-0', 'score', '8')
    expect(server.requests[0]?.changes).toMatchObject([{ value: '8', version: 2 }])
  })

  test('before an editor is opened was seen', () => {
    const { sheet, server } = open()
    sheet.receive(notice('a', [cell('p-0', 'score', '7', 2)]))
    sheet.openEditor('p-0', 'score')
    sheet.edit('p-0', 'score', '8')
    expect(server.requests[0]?.changes).toMatchObject([{ value: '8', version: 2 }])
  })

  test('leaves a text that was not taken in its cell', () => {
    const { sheet } = open()
    sheet.edit('p-0', 'actual', '80%')
    sheet.receive(notice('a', [cell('p-0', 'actual', '20次', 2)]))
    expect(sheet.cell('p-0', 'actual')).toMatchObject({ text: '80%', state: 'failed' })
    sheet.discard('p-0', 'actual')
    expect(sheet.cell('p-0', 'actual')?.text).toBe('20次')
  })

  test('is no news any more once one typed over it', async () => {
    const { sheet, server } = open()
    sheet.receive(notice('a', [cell('p-0', 'score', '7', 2)]))
    sheet.edit('p-0', 'score', '8')
    await server.accept()
    expect(sheet.cell('p-0', 'score')).toMatchObject({ author: null, isNews: false })
  })

  test('twice is the same as once', () => {
    const { sheet } = open()
    sheet.receive(notice('a', [cell('p-0', 'score', '7', 2)]))
    sheet.receive(notice('b', [cell('p-0', 'score', '6', 3)]))
    sheet.receive(notice('a', [cell('p-0', 'score', '7', 2)]))
    expect(sheet.cell('p-0', 'score')?.text).toBe('6')
    expect(sheet.confirmedRow('p-0')?.version).toBe(3)
  })
})

describe('what one saved oneself', () => {
  test.each(['before', 'after'])('is no news, be it told %s its answer', async (when) => {
    const { sheet, server } = open()
    sheet.edit('p-0', 'score', '8')
    const own = notice('set-1', [cell('p-0', 'score', '8', 2)])
    if (when === 'before') sheet.receive(own)
    await server.accept('set-1')
    if (when === 'after') sheet.receive(own)
    expect(sheet.cell('p-0', 'score')).toMatchObject({ text: '8', author: null })
    expect(sheet.staleGroups.size).toBe(0)
  })

  test('in many cells is not read anew', async () => {
    const { sheet, server } = open()
    sheet.edit('p-0', 'score', '8')
    sheet.receive(notice('set-1', null))
    await server.accept('set-1')
    expect(sheet.staleGroups.size).toBe(0)
  })

  test('while nobody answers, what others save is not held back', async () => {
    const { sheet, server } = open()
    sheet.edit('p-0', 'score', '8')
    sheet.receive(notice('a', [cell('p-1', 'score', '7', 2)]))
    expect(sheet.cell('p-1', 'score')?.text).toBe('10')
    await server.answer({ kind: 'unreachable', reason: '连不上' })
    expect(sheet.cell('p-1', 'score')?.text).toBe('7')
  })
})

describe('projects that are read anew', () => {
  test('are asked for, and no longer once they are there', () => {
    const { sheet } = open()
    sheet.receive(notice('a', null))
    expect([...sheet.staleGroups]).toEqual(['p'])
    sheet.receiveGroups([projectOf('p', [...rows, { name: '新增', target: '≥1个' }])], ['p'])
    expect(sheet.staleGroups.size).toBe(0)
    expect(sheet.rowsOf('p').map((row) => row.id)).toEqual(['p-0', 'p-1', 'p-2'])
  })

  test('and are not there any more are gone', () => {
    const { sheet } = open()
    sheet.receive(notice('a', null))
    sheet.receiveGroups([], ['p'])
    expect(sheet.groupIds).toEqual([])
    expect(sheet.rowCount).toBe(0)
    expect(sheet.row('p-0')).toBeUndefined()
  })

  test('and are new come last', () => {
    const { sheet } = open()
    sheet.receive({ ...notice('a', null), groupIds: ['q'] })
    sheet.receiveGroups([projectOf('q', rows)], ['q'])
    expect(sheet.groupIds).toEqual(['p', 'q'])
  })
})

describe('a cell that is restored', () => {
  const restored = async (own: 'before' | 'after') => {
    const { sheet, server } = open()
    const told = notice('r', [cell('p-0', 'score', '5', 2)])
    await sheet.restoreCell({ rowId: 'p-0', field: 'score' }, async () => {
      if (own === 'before') sheet.receive(told)
      return { kind: 'restored', changeSetId: 'r', rows: [server.write('p-0', 'score', '5')] }
    })
    if (own === 'after') sheet.receive(told)
    return { sheet, server }
  }

  test.each(['before', 'after'] as const)('is no news, be it told %s its answer', async (when) => {
    const { sheet } = await restored(when)
    expect(sheet.cell('p-0', 'score')).toMatchObject({ text: '5', author: null })
  })

  test('is a step that can be undone', async () => {
    const { sheet } = await restored('before')
    expect(sheet.undo()).toMatchObject({ kind: 'done' })
    expect(sheet.cell('p-0', 'score')?.text).toBe('9')
  })

  test('and refused stays as it is', async () => {
    const { sheet } = open()
    const place = { rowId: 'p-0', field: 'score' }
    const answer = await sheet.restoreCell(place, async () => ({ kind: 'refused', reason: '已锁定' }))
    expect(answer.kind).toBe('refused')
    expect(sheet.cell('p-0', 'score')?.text).toBe('9')
    expect(sheet.nextUndo).toBeNull()
  })
})
