import type { Indicator } from '@biaochi/domain'
import type { SaveAnswer } from '@biaochi/web/sheet/save'
import type { SheetBatch } from '@biaochi/web/sheet/sheet-batch'
import { describe, expect, test } from 'vitest'
import { cellsOf, openSheet, projectOf } from '../../support/sheet.ts'
import type { OpenSheet } from '../../support/sheet.ts'

const rows = [
  { name: '巡检次数', target: '≥20次', actual: '18次', score: '9' },
  { name: '培训人次', target: '≥100人次', actual: '100人次', score: '10' },
]
const paste: SheetBatch = {
  source: 'PASTE',
  title: '粘贴 2 格',
  edits: [
    { rowId: 'p-0', field: 'actual', text: '20次' },
    { rowId: 'p-1', field: 'actual', text: '120人次' },
  ],
}
const actuals = ({ sheet }: OpenSheet) => ['p-0', 'p-1'].map((id) => sheet.cell(id, 'actual')?.text)
const titles = ({ sheet }: OpenSheet) => [sheet.nextUndo?.batch.title, sheet.nextRedo?.batch.title]

/** A paste of two cells that is saved, and then somebody else writes over the first one. */
async function overtaken(): Promise<OpenSheet> {
  const page = openSheet([projectOf('p', rows)])
  page.sheet.change(paste)
  await page.server.accept()
  page.sheet.receiveRows([page.server.write('p-0', 'actual', '16次')])
  return page
}

describe('an undo over somebody else’s change', () => {
  test('does nothing before it was asked what to do, and says what stands there now', async () => {
    const page = await overtaken()
    expect(page.sheet.undo()?.kind).toBe('asks')
    expect(page.sheet.question).toMatchObject({
      source: 'UNDO',
      free: 1,
      canOverwrite: true,
      blocked: [{ title: '巡检次数', text: '16次', patch: { after: '18次' }, code: 'CONFLICT' }],
    })
    expect([actuals(page), page.server.requests.length]).toEqual([['16次', '120人次'], 1])
  })

  test('left alone leaves the history as it was', async () => {
    const page = await overtaken()
    page.sheet.undo()
    expect(page.sheet.decide('leave')).toBeNull()
    expect([page.sheet.question, titles(page)]).toEqual([null, ['粘贴 2 格', undefined]])
    expect(page.sheet.undo()?.kind).toBe('asks')
  })

  test('takes the rest back, and redo does only the rest again', async () => {
    const page = await overtaken()
    page.sheet.undo()
    page.sheet.decide('rest')
    await page.server.accept()
    expect(actuals(page)).toEqual(['16次', '100人次'])
    expect(page.sheet.nextRedo?.patches).toMatchObject([{ rowId: 'p-1', after: '120人次' }])
    page.sheet.redo()
    expect(actuals(page)).toEqual(['16次', '120人次'])
  })

  test('takes everything back over theirs, on the newest version', async () => {
    const page = await overtaken()
    page.sheet.undo()
    page.sheet.decide('overwrite')
    expect(actuals(page)).toEqual(['18次', '100人次'])
    expect(cellsOf(page.server.requests[1])).toMatchObject([
      { rowId: 'p-1', value: '100人次', version: 2 },
      { rowId: 'p-0', value: '18次', version: 3 },
    ])
    expect(titles(page)).toEqual([undefined, '粘贴 2 格'])
  })

  test('of that one cell can be skipped, so that older steps are in reach', async () => {
    const page = openSheet([projectOf('p', rows)])
    page.sheet.edit('p-1', 'actual', '90人次')
    await page.server.accept()
    page.sheet.edit('p-0', 'actual', '20次')
    await page.server.accept()
    page.sheet.receiveRows([page.server.write('p-0', 'actual', '16次')])
    page.sheet.undo()
    expect(page.sheet.question?.free).toBe(0)
    page.sheet.decide('rest')
    expect(titles(page)).toEqual(['培训人次', undefined])
    expect(page.sheet.undo()?.kind).toBe('done')
    expect(actuals(page)).toEqual(['16次', '100人次'])
  })

  test('asks the same for a redo', async () => {
    const page = openSheet([projectOf('p', rows)])
    page.sheet.change(paste)
    await page.server.accept()
    page.sheet.undo()
    await page.server.accept()
    page.sheet.receiveRows([page.server.write('p-0', 'actual', '16次')])
    expect(page.sheet.redo()?.kind).toBe('asks')
    page.sheet.decide('rest')
    expect(actuals(page)).toEqual(['16次', '120人次'])
    expect(page.sheet.nextUndo?.patches).toMatchObject([{ rowId: 'p-1', after: '100人次' }])
  })
})

const refusal = (page: OpenSheet): SaveAnswer<Indicator> => {
  const request = page.server.requests.at(-1)
  const theirs = { value: '16次', by: '张三', at: '2026-11-21T10:32:00Z' }
  return {
    kind: 'answered',
    changeSetId: null,
    cells: cellsOf(request).map(({ rowId, field }) =>
      rowId === 'p-0'
        ? { rowId, field, accepted: false, code: 'CONFLICT', reason: '张三改过', theirs }
        : { rowId, field, accepted: false, code: 'ABORTED', reason: '随同放弃', theirs: null },
    ),
    rowAnswers: [],
    rows: [page.server.write('p-0', 'actual', '16次')],
  }
}

describe('an undo that the server refuses', () => {
  async function refused(): Promise<OpenSheet> {
    const page = openSheet([projectOf('p', rows)])
    page.sheet.change(paste)
    await page.server.accept()
    page.sheet.undo()
    await page.server.answer(refusal(page))
    return page
  }

  test('is none: the step is the next one again and no cell has a text of its own', async () => {
    const page = await refused()
    expect([page.sheet.drafts, titles(page)]).toEqual([[], ['粘贴 2 格', undefined]])
    expect(actuals(page)).toEqual(['16次', '120人次'])
  })

  test('asks with what the server said of the cell in the way, not of those given up with it', async () => {
    const page = await refused()
    expect(page.sheet.question).toMatchObject({
      free: 1,
      blocked: [{ title: '巡检次数', text: '16次', theirs: { by: '张三', value: '16次' } }],
    })
    page.sheet.decide('rest')
    await page.server.accept()
    expect(actuals(page)).toEqual(['16次', '100人次'])
  })

  test('is put back although something else was done meanwhile', async () => {
    const page = openSheet([projectOf('p', rows)])
    page.sheet.change(paste)
    await page.server.accept()
    page.sheet.undo()
    page.sheet.edit('p-1', 'score', '8')
    await page.server.answer(refusal(page))
    expect(titles(page)[0]).toBe('粘贴 2 格')
  })

  test('of an edit that was refused itself asks nothing', async () => {
    const page = openSheet([projectOf('p', rows)])
    page.sheet.edit('p-0', 'actual', '20次')
    page.sheet.undo()
    page.server.write('p-0', 'actual', '16次')
    await page.server.refuse('CONFLICT', '张三改过')
    await page.server.refuse('CONFLICT', '张三改过')
    expect([page.sheet.question, page.sheet.drafts, titles(page)]).toEqual([null, [], [undefined, undefined]])
    expect(actuals(page)[0]).toBe('16次')
  })
})

describe('a conflict', () => {
  async function conflict(): Promise<OpenSheet> {
    const page = openSheet([projectOf('p', rows)])
    page.sheet.edit('p-0', 'actual', '20次')
    page.server.write('p-0', 'actual', '16次')
    await page.server.refuse('CONFLICT', '张三改过')
    return page
  }

  test('decided for mine is sent on the newest version, as a step that can be undone to theirs', async () => {
    const page = await conflict()
    page.sheet.insist(page.sheet.drafts, '采用我的输入')
    expect(cellsOf(page.server.requests[1])).toMatchObject([{ value: '20次', version: 2 }])
    await page.server.accept()
    page.sheet.undo()
    expect(actuals(page)[0]).toBe('16次')
  })

  test('decided for theirs shows their value', async () => {
    const page = await conflict()
    page.sheet.discard('p-0', 'actual')
    expect([actuals(page)[0], page.sheet.drafts, page.server.requests.length]).toEqual(['16次', [], 1])
  })

  test('over a row that could not be deleted: it is deleted all the same, on the newest version', async () => {
    const page = openSheet([projectOf('p', rows)])
    page.sheet.change({ source: 'EDIT', title: '删除', deletes: ['p-0'] })
    page.server.write('p-0', 'actual', '16次')
    await page.server.refuse('CONFLICT', '张三改过')
    expect([page.sheet.rowsOf('p').length, page.sheet.nextUndo]).toEqual([2, null])
    const [problem] = page.sheet.rowProblems
    if (problem !== undefined) page.sheet.insistOnRow(problem)
    expect(page.server.requests[1]?.changes).toMatchObject([{ kind: 'delete', version: 2 }])
    expect([page.sheet.rowsOf('p').length, page.sheet.rowProblems]).toEqual([1, []])
  })
})

describe('conflicts in rows that are not shown at the moment', () => {
  /** Two refused texts; then another year is opened. */
  async function elsewhere(): Promise<OpenSheet> {
    const page = openSheet([projectOf('p', rows)])
    page.sheet.change(paste)
    page.server.write('p-0', 'actual', '16次')
    page.server.write('p-1', 'actual', '90人次')
    await page.server.refuse('CONFLICT', '张三改过')
    page.sheet.open('/?year=2024')
    page.sheet.add([projectOf('q', rows)])
    return page
  }

  test('are all decided for mine, on the newest versions, as a step of where they are', async () => {
    const page = await elsewhere()
    expect(page.sheet.drafts.every((draft) => page.sheet.canInsist(draft))).toBe(true)
    page.sheet.insist(page.sheet.drafts, '采用我的输入')
    expect(cellsOf(page.server.requests[1])).toMatchObject([
      { rowId: 'p-0', value: '20次', version: 2 },
      { rowId: 'p-1', value: '120人次', version: 2 },
    ])
    await page.server.accept()
    expect(page.sheet.drafts).toEqual([])
    expect(page.sheet.undo()).toMatchObject({ kind: 'elsewhere', batch: { place: '/?year=2025' } })
  })

  test('cannot be decided for mine on a page that has never seen them', async () => {
    const before = await elsewhere()
    const { sheet } = openSheet([projectOf('q', rows)], before.memory)
    expect(sheet.drafts.map((draft) => sheet.canInsist(draft))).toEqual([false, false])
    for (const { rowId, field } of sheet.drafts) sheet.discard(rowId, field)
    expect(sheet.drafts).toEqual([])
  })
})

describe('a project that is submitted', () => {
  const open = () => openSheet([{ ...projectOf('p', rows), state: 'submitted' }])

  test('has locked cells that say why', () => {
    expect(open().sheet.cell('p-0', 'actual')).toMatchObject({
      text: '18次',
      state: 'locked',
      reason: 'locked-submitted',
    })
  })

  test('takes nothing that is pasted over it, and keeps the texts in their cells', () => {
    const { sheet, server } = open()
    expect(sheet.change(paste)).toMatchObject({
      changed: 0,
      refused: [{ code: 'LOCKED' }, { code: 'LOCKED' }],
    })
    expect([server.requests.length, sheet.cell('p-0', 'actual')?.text]).toEqual([0, '20次'])
  })

  test('while it is evaluated lets the actual be written and not the target', () => {
    const { sheet } = openSheet([{ ...projectOf('p', rows), state: 'self-evaluating' }])
    expect(sheet.lockOf('p-0', 'actual')).toBeNull()
    expect(sheet.lockOf('p-0', 'target')).toBe('locked-promised')
  })
})
