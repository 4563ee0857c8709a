import { describe, expect, test } from 'vitest'
import { openSheet, projectOf } from '../support/sheet.ts'
import type { OpenSheet } from '../support/sheet.ts'

const rows = [
  { name: '巡检次数', target: '≥20次', actual: '18次', score: '9' },
  { name: '培训人次', target: '≥100人次', actual: '100人次', score: '10' },
]
/** p is submitted, q is a draft. */
const open = () => openSheet([{ ...projectOf('p', rows), state: 'submitted' }, projectOf('q', rows)])
const namesOf = ({ sheet }: OpenSheet, group: string) => sheet.rowsOf(group).map(({ record }) => record.name)
const reasons = ({ sheet }: OpenSheet) =>
  sheet.rowProblems.map(({ change, title, reason }) => [change.kind, title, reason])

describe('where a project is locked', () => {
  test('rows are neither deleted nor moved, the reason is told at once, and nothing is sent', () => {
    const page = open()
    const { changed, refusedRows } = page.sheet.change({
      source: 'EDIT',
      title: '移动和删除',
      moves: [{ rowId: 'p-1', after: null }],
      deletes: ['p-0'],
    })
    expect([changed, refusedRows.length, page.server.requests.length]).toEqual([0, 2, 0])
    expect(namesOf(page, 'p')).toEqual(['巡检次数', '培训人次'])
    expect(reasons(page)).toEqual([
      ['move', '培训人次', 'locked-submitted'],
      ['delete', '巡检次数', 'locked-submitted'],
    ])
    expect(page.sheet.nextUndo).toBeNull()
  })

  test('a row that is pasted keeps its texts in the list of what was not saved', () => {
    const page = open()
    const id = page.sheet.newRowId()
    const row = { id, groupId: 'p', after: 'p-1', seed: 'annual', cells: { name: '新指标', weight: '很多' } }
    page.sheet.change({ source: 'PASTE', title: '粘贴', creates: [row] })
    expect(namesOf(page, 'p')).toEqual(['巡检次数', '培训人次'])
    expect(reasons(page)).toEqual([['create', '新指标', 'locked-submitted']])
    expect(page.sheet.rowProblems).toMatchObject([{ change: { cells: row.cells } }])
    expect(page.sheet.drafts).toEqual([])
  })

  test('a preview of texts for its cells says why they would not be taken', () => {
    const { refused } = open().sheet.preview([{ rowId: 'p-0', field: 'score', text: '8' }])
    expect([...refused.values()]).toEqual(['locked-submitted'])
  })

  test('the rows of other projects go their way', async () => {
    const page = open()
    const report = page.sheet.change({ source: 'EDIT', title: '删除', deletes: ['p-0', 'q-0'] })
    expect([report.changed, report.refusedRows.length]).toEqual([1, 1])
    expect(page.server.requests[0]?.changes).toMatchObject([{ kind: 'delete', rowId: 'q-0' }])
    expect([namesOf(page, 'p').length, namesOf(page, 'q').length]).toEqual([2, 1])
  })

  test('an undo of what was done to its rows before asks, with the reason', async () => {
    const page = openSheet([projectOf('p', rows)])
    page.sheet.change({ source: 'EDIT', title: '删除', deletes: ['p-0'] })
    await page.server.accept()
    page.sheet.receiveGroups([{ ...projectOf('p', rows.slice(1)), state: 'submitted' }], ['p'])
    expect(page.sheet.undo()?.kind).toBe('asks')
    expect(page.sheet.question).toMatchObject({
      canOverwrite: false,
      blocked: [{ code: 'LOCKED', reason: 'locked-submitted' }],
    })
  })
})
