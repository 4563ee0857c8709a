import type { SheetBatch } from '@biaochi/web/sheet/sheet-batch'
import { describe, expect, test } from 'vitest'
import { openSheet, projectOf } from '../support/sheet.ts'
import type { OpenSheet } from '../support/sheet.ts'

const project = projectOf('p', [
  { name: '巡检次数', target: '≥20次', actual: '18次', score: '9' },
  { name: '培训人次', target: '≥100人次', actual: '100人次', score: '10' },
])
const paste: SheetBatch = {
  source: 'PASTE',
  title: '粘贴 2 格',
  edits: [
    { rowId: 'p-0', field: 'actual', text: '20次' },
    { rowId: 'p-1', field: 'actual', text: '八十吨' },
  ],
}
const actuals = ({ sheet }: OpenSheet) => ['p-0', 'p-1'].map((id) => sheet.cell(id, 'actual')?.text)

/** A paste of which one text is taken and the other is not. */
async function pasted(): Promise<OpenSheet> {
  const page = openSheet([project])
  page.sheet.change(paste)
  await page.server.accept()
  return page
}

describe('texts that were not taken', () => {
  test('leave their cells with the undo of their step, and come back with its redo', async () => {
    const page = await pasted()
    page.sheet.undo()
    await page.server.accept()
    expect([actuals(page), page.sheet.drafts.length]).toEqual([['18次', '100人次'], 0])
    expect(page.sheet.nextRedo).toMatchObject({ patches: [{}], drafts: [{ text: '八十吨' }] })
    page.sheet.redo()
    expect(actuals(page)).toEqual(['20次', '八十吨'])
    expect(page.sheet.nextUndo).toMatchObject({ patches: [{}], drafts: [{ text: '八十吨' }] })
  })

  test('are back in their cells when the server refuses the undo', async () => {
    const page = await pasted()
    page.sheet.undo()
    await page.server.refuse('LOCKED', '已提交')
    expect(actuals(page)).toEqual(['20次', '八十吨'])
    expect(page.sheet.cell('p-1', 'actual')?.state).toBe('failed')
    expect(page.sheet.nextUndo).toMatchObject({ patches: [{}], drafts: [{ text: '八十吨' }] })
  })

  test('are out of their cells again when the server refuses the redo', async () => {
    const page = await pasted()
    page.sheet.undo()
    await page.server.accept()
    page.sheet.redo()
    await page.server.refuse('LOCKED', '已提交')
    expect(actuals(page)).toEqual(['18次', '100人次'])
    expect(page.sheet.nextRedo).toMatchObject({ patches: [{}], drafts: [{ text: '八十吨' }] })
  })

  test('do not come back over what was refused in their cells since', async () => {
    const page = await pasted()
    page.sheet.undo()
    page.sheet.edit('p-1', 'actual', '九十吨')
    await page.server.refuse('LOCKED', '已提交')
    expect(actuals(page)).toEqual(['20次', '九十吨'])
  })

  test('that were all there is of a step are done again after a reload', () => {
    const before = openSheet([project])
    before.sheet.edit('p-1', 'actual', '八十吨')
    before.sheet.undo()
    const page = openSheet([project], before.memory)
    expect(actuals(page)).toEqual(['18次', '100人次'])
    expect(page.sheet.redo()).toMatchObject({ kind: 'done', drafts: [{ text: '八十吨' }] })
    expect(actuals(page)).toEqual(['18次', '八十吨'])
  })
})
