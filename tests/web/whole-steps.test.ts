import { describe, expect, test } from 'vitest'
import { openSheet, projectOf } from '../support/sheet.ts'
import type { OpenSheet } from '../support/sheet.ts'

const rows = [{ name: '巡检次数', target: '≥20次', actual: '18次' }]
const titles = ({ sheet }: OpenSheet) => [sheet.nextUndo?.batch.title, sheet.nextRedo?.batch.title]

/** A page whose project was put back to an older state. */
async function restored(): Promise<OpenSheet> {
  const page = openSheet([projectOf('p', rows)])
  await page.sheet.restoreGroup('p', '恢复', () =>
    Promise.resolve({ kind: 'restored', changeSetId: 'set-1' }),
  )
  return page
}

const theirs = { value: '16次', by: '王', at: '2026-11-21T08:00:00Z' }
const inTheWay = {
  ...{ rowId: 'p-0', field: 'actual', code: 'CONFLICT', reason: '已改为“16次”' },
  ...{ now: '16次', then: '12次', theirs },
}
const blocked = { kind: 'blocked', blocked: [inTheWay], places: 5 } as const

describe('a project that was put back as a whole', () => {
  test('is a step, which the server takes back and does again; the project is read anew each time', async () => {
    const page = await restored()
    expect(titles(page)).toEqual(['恢复', undefined])
    for (const [source, act, after] of [
      ['UNDO', () => page.sheet.undo(), [undefined, '恢复']],
      ['REDO', () => page.sheet.redo(), ['恢复', undefined]],
    ] as const) {
      page.sheet.receiveGroups([projectOf('p', rows)], ['p'])
      expect(act()).toMatchObject({ kind: 'whole', source, groupId: 'p' })
      expect(page.server.takenBack.at(-1)).toEqual({
        source,
        change: { changeSetId: 'set-1', groupId: 'p' },
        onConflict: 'REFUSE',
      })
      await page.server.answerTakeBack({ kind: 'done', changeSetId: `${source}-1` })
      expect([titles(page), [...page.sheet.staleGroups]]).toEqual([after, ['p']])
    }
  })

  test('stays the next step on a page that is opened anew', async () => {
    const page = openSheet([projectOf('p', rows)], (await restored()).memory)
    expect(page.sheet.undo()?.kind).toBe('whole')
  })

  test('goes on being undone where it was while something else is done', async () => {
    const page = await restored()
    page.sheet.undo()
    page.sheet.edit('p-0', 'actual', '20次')
    await page.server.answerTakeBack({ kind: 'done', changeSetId: 'undo-1' })
    expect(titles(page)).toEqual(['巡检次数', '恢复'])
  })

  test('waits for what is on its way, and for the answer', async () => {
    const page = await restored()
    page.sheet.undo()
    expect(page.sheet.undo()?.kind).toBe('busy')
    await page.server.answerTakeBack({ kind: 'unreachable', reason: '连不上' })
    expect(titles(page)).toEqual(['恢复', undefined])
    page.sheet.edit('p-0', 'actual', '20次')
    await page.server.accept()
    page.sheet.undo()
    expect(page.sheet.undo()?.kind).toBe('busy')
    await page.server.accept()
    expect(page.sheet.undo()?.kind).toBe('whole')
  })

  test.each([
    ['rest', 'KEEP'],
    ['overwrite', 'OVERWRITE'],
  ] as const)('asks over somebody else’s change, and %s tells the server %s', async (answer, onConflict) => {
    const page = await restored()
    page.sheet.undo()
    await page.server.answerTakeBack(blocked)
    expect(page.sheet.question).toMatchObject({
      free: 4,
      canOverwrite: true,
      blocked: [{ title: '巡检次数', text: '16次', patch: { after: '12次' }, theirs }],
    })
    expect(titles(page)).toEqual(['恢复', undefined])
    page.sheet.decide(answer)
    expect(page.server.takenBack.at(-1)?.onConflict).toBe(onConflict)
    await page.server.answerTakeBack({ kind: 'done', changeSetId: 'undo-1' })
    expect(titles(page)).toEqual([undefined, '恢复'])
  })

  test('is skipped where nothing is left of it, and left alone where one wants to', async () => {
    const page = await restored()
    page.sheet.undo()
    await page.server.answerTakeBack({ ...blocked, places: 1 })
    expect(page.sheet.decide('leave')).toBeNull()
    expect(titles(page)).toEqual(['恢复', undefined])
    page.sheet.undo()
    await page.server.answerTakeBack({ ...blocked, places: 1 })
    page.sheet.decide('rest')
    expect([titles(page), page.server.takenBack.length]).toEqual([[undefined, undefined], 2])
  })

  test('is forgotten when the server will never take it back', async () => {
    const page = await restored()
    page.sheet.undo()
    await page.server.answerTakeBack({ kind: 'refused', reason: '已经撤销过' })
    expect(titles(page)).toEqual([undefined, undefined])
  })
})
