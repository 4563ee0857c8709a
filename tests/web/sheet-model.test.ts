import { describe, expect, test } from 'vitest'
import { cellsOf, openSheet, projectOf } from '../support/sheet.ts'

const rows = [
  { name: '巡检次数', target: '≥20次', actual: '18次', score: '9' },
  { name: '培训人次', target: '≥100人次', actual: '100人次', score: '10' },
]
const open = () => openSheet([projectOf('p', rows)])
const text = (sheet: ReturnType<typeof open>['sheet'], column: 'actual' | 'ruleScore' | 'met' | 'score') =>
  sheet.cell('p-0', column)?.text

describe('a text being typed', () => {
  test('counts before it is taken, and is neither in its cell nor sent nor a step', () => {
    const { sheet, server } = open()
    sheet.tryText('p-0', 'actual', '20次')
    expect([text(sheet, 'ruleScore'), text(sheet, 'met'), text(sheet, 'actual')]).toEqual([
      '10',
      '是',
      '18次',
    ])
    expect(sheet.cell('p-0', 'ruleScore')?.state).toBe('trial')
    expect(sheet.cell('p-1', 'ruleScore')?.state).toBe('idle')
    expect(sheet.group('p')?.score.rule.total).toBe('29')
    expect([server.requests.length, sheet.pendingCount, sheet.nextUndo]).toEqual([0, 0, null])
  })

  test('that could not be taken counts nothing', () => {
    const { sheet } = open()
    sheet.tryText('p-0', 'weight', '十来分')
    expect(text(sheet, 'ruleScore')).toBe('9')
  })

  test('counts no more when its editor closes without it, nor twice when it is taken', () => {
    const { sheet } = open()
    sheet.tryText('p-0', 'actual', '20次')
    sheet.closeEditor('p-0', 'actual')
    expect([text(sheet, 'ruleScore'), sheet.cell('p-0', 'ruleScore')?.state]).toEqual(['9', 'idle'])
    sheet.tryText('p-0', 'actual', '19次')
    sheet.edit('p-0', 'actual', '20次')
    expect([text(sheet, 'ruleScore'), sheet.cell('p-0', 'ruleScore')?.state]).toEqual(['10', 'idle'])
  })

  test('moves no row: who listens is told that it is only for as long as it is typed', () => {
    const { sheet } = open()
    const told: boolean[] = []
    sheet.onChange(({ isTrial }) => told.push(isTrial))
    sheet.tryText('p-0', 'actual', '20次')
    sheet.closeEditor('p-0', 'actual')
    expect(told).toEqual([true, false])
  })
})

describe('an edit', () => {
  test('changes rule score, met and totals before anybody answered', () => {
    const { sheet } = open()
    expect([text(sheet, 'ruleScore'), text(sheet, 'met')]).toEqual(['9', '否'])
    expect(sheet.group('p')?.score.rule.total).toBe('28')
    sheet.edit('p-0', 'actual', '20次')
    expect([text(sheet, 'ruleScore'), text(sheet, 'met')]).toEqual(['10', '是'])
    expect(sheet.group('p')?.score.rule.total).toBe('29')
  })

  test('is pending, then saved, then a cell like any other', async () => {
    const { sheet, server, clock } = open()
    sheet.edit('p-0', 'actual', '20次')
    expect(sheet.cell('p-0', 'actual')?.state).toBe('pending')
    await server.accept()
    expect(sheet.cell('p-0', 'actual')?.state).toBe('saved')
    expect(sheet.lastSaved).toBe(0)
    clock.move(2000)
    expect(sheet.cell('p-0', 'actual')?.state).toBe('idle')
  })

  test('of the text that is there already is none', () => {
    const { sheet, server } = open()
    sheet.edit('p-0', 'actual', '18次')
    expect([server.requests.length, sheet.nextUndo]).toEqual([0, null])
  })

  test('with the same meaning in other words is not sent', () => {
    const { sheet, server } = open()
    sheet.edit('p-0', 'target', '不少于20次')
    expect([server.requests.length, sheet.nextUndo]).toEqual([0, null])
  })

  test('changes the findings of its project in the same moment', () => {
    const { sheet } = open()
    const rules = () => sheet.group('p')?.findings.map((finding) => finding.rule) ?? []
    expect(rules()).not.toContain('far-above-target')
    sheet.edit('p-0', 'actual', '90次')
    expect(rules()).toContain('far-above-target')
    expect(sheet.cell('p-0', 'actual')?.severity).not.toBeNull()
  })

  test('leaves the other cells the objects they were', () => {
    const { sheet } = open()
    const before = sheet.cell('p-1', 'actual')
    sheet.edit('p-0', 'actual', '20次')
    expect(sheet.cell('p-1', 'actual')).toBe(before)
  })
})

describe('a text that cannot be taken', () => {
  for (const [field, typed] of [
    ['actual', '80%'],
    ['actual', '≥'],
    ['score', '12'],
    ['score', '九分'],
    ['weight', '0'],
  ] as const) {
    test(`${typed} as ${field} stays in its cell with the reason, unsent and unscored`, () => {
      const { sheet, server } = open()
      const total = sheet.group('p')?.score.rule.total
      sheet.edit('p-0', field, typed)
      expect(sheet.cell('p-0', field)).toMatchObject({ text: typed, state: 'failed' })
      expect(sheet.cell('p-0', field)?.reason).toBeTruthy()
      expect(sheet.group('p')?.score.rule.total).toBe(total)
      expect(server.requests).toHaveLength(0)
      expect(sheet.drafts).toMatchObject([{ rowId: 'p-0', field, text: typed, title: '巡检次数' }])
    })
  }

  test('goes when something better is typed over it', () => {
    const { sheet } = open()
    sheet.edit('p-0', 'actual', '80%')
    sheet.edit('p-0', 'actual', '20次')
    expect(sheet.drafts).toEqual([])
    expect(sheet.cell('p-0', 'actual')).toMatchObject({ text: '20次', state: 'pending' })
  })

  test('goes when the value that is there is typed again', () => {
    const { sheet, server } = open()
    sheet.edit('p-0', 'actual', '80%')
    sheet.edit('p-0', 'actual', '18次')
    expect([sheet.drafts, server.requests]).toEqual([[], []])
  })

  test('is the first thing an undo takes back', () => {
    const { sheet } = open()
    sheet.edit('p-0', 'actual', '20次')
    sheet.edit('p-0', 'actual', '80%')
    expect(sheet.nextUndo).toMatchObject({ patches: [], drafts: [{ text: '80%' }] })
    expect(sheet.undo()?.kind).toBe('done')
    expect(text(sheet, 'actual')).toBe('20次')
    expect(sheet.undo()?.kind).toBe('done')
    expect(text(sheet, 'actual')).toBe('18次')
  })
})

describe('a refusal by the server', () => {
  test('takes the score back and leaves what was typed with the reason', async () => {
    const { sheet, server } = open()
    sheet.edit('p-0', 'actual', '20次')
    await server.refuse('LOCKED', '已提交，不能修改')
    expect(sheet.cell('p-0', 'actual')).toMatchObject({
      text: '20次',
      state: 'failed',
      reason: '已提交，不能修改',
    })
    expect(text(sheet, 'ruleScore')).toBe('9')
    expect(sheet.group('p')?.score.rule.total).toBe('28')
  })

  test('is not in the undo history', async () => {
    const { sheet, server } = open()
    sheet.edit('p-0', 'actual', '20次')
    await server.refuse('LOCKED', '已提交，不能修改')
    expect(sheet.undo()?.kind).toBe('done')
    expect([text(sheet, 'actual'), sheet.nextUndo]).toEqual(['18次', null])
  })

  test('because somebody else was faster shows their value in the scores and ours in the cell', async () => {
    const { sheet, server } = open()
    sheet.edit('p-0', 'actual', '20次')
    server.write('p-0', 'actual', '16次')
    await server.refuse('CONFLICT', '别人已改为 16次')
    expect(sheet.cell('p-0', 'actual')).toMatchObject({ text: '20次', state: 'conflict' })
    expect(text(sheet, 'ruleScore')).toBe('8')
  })

  test('can be overruled by typing the same again, on the newest version', async () => {
    const { sheet, server } = open()
    sheet.edit('p-0', 'actual', '20次')
    server.write('p-0', 'actual', '16次')
    await server.refuse('CONFLICT', '别人已改为 16次')
    sheet.edit('p-0', 'actual', '20次')
    expect(server.requests.at(-1)?.changes).toMatchObject([{ value: '20次', version: 2 }])
    await server.accept()
    expect(sheet.cell('p-0', 'actual')).toMatchObject({ text: '20次', state: 'saved' })
  })

  test('of an older text does not disturb the newer one still on its way', async () => {
    const { sheet, server } = open()
    sheet.edit('p-0', 'actual', '20次')
    sheet.edit('p-0', 'actual', '21次')
    await server.refuse('CONFLICT', '别人已修改')
    expect(sheet.cell('p-0', 'actual')).toMatchObject({ text: '21次', state: 'pending' })
    await server.accept()
    expect(sheet.cell('p-0', 'actual')).toMatchObject({ text: '21次', state: 'saved' })
  })
})

describe('rows from elsewhere', () => {
  test('an answer with another cell changed by somebody else is merged under what is still typed', async () => {
    const { sheet, server } = open()
    sheet.edit('p-0', 'actual', '20次')
    sheet.edit('p-0', 'actual', '21次')
    server.write('p-0', 'score', '7')
    await server.accept()
    expect([text(sheet, 'score'), text(sheet, 'actual')]).toEqual(['7', '21次'])
  })

  test('a page that was read before the edit does not bring the old value back', async () => {
    const project = projectOf('p', rows)
    const { sheet, server } = openSheet([project])
    sheet.edit('p-0', 'actual', '20次')
    await server.accept()
    sheet.open('/?year=2025')
    sheet.add([project])
    expect(text(sheet, 'actual')).toBe('20次')
  })

  test('what is typed survives going elsewhere and coming back before it was answered', async () => {
    const project = projectOf('p', rows)
    const { sheet, server } = openSheet([project])
    sheet.edit('p-0', 'actual', '20次')
    sheet.open('/?year=2024')
    sheet.open('/?year=2025')
    sheet.add([project])
    expect(sheet.cell('p-0', 'actual')).toMatchObject({ text: '20次', state: 'pending' })
    await server.accept()
    expect(sheet.pendingCount).toBe(0)
  })
})

describe('undo', () => {
  test('sends what was there before, and redo what was typed', async () => {
    const { sheet, server } = open()
    sheet.edit('p-0', 'actual', '20次')
    await server.accept()
    sheet.undo()
    await server.accept()
    expect(text(sheet, 'actual')).toBe('18次')
    sheet.redo()
    await server.accept()
    expect(text(sheet, 'actual')).toBe('20次')
    expect(server.requests.map((request) => [request.source, cellsOf(request)[0]?.value])).toEqual([
      ['EDIT', '20次'],
      ['UNDO', '18次'],
      ['REDO', '20次'],
    ])
  })

  test('works after a reload', async () => {
    const before = open()
    before.sheet.edit('p-0', 'actual', '20次')
    await before.server.accept()
    const reloaded = projectOf('p', [{ name: '巡检次数', target: '≥20次', actual: '20次', score: '9' }])
    const { sheet, server } = openSheet([reloaded], before.memory)
    sheet.undo()
    expect(text(sheet, 'actual')).toBe('18次')
    expect(server.requests[0]).toMatchObject({ source: 'UNDO', changes: [{ value: '18次' }] })
  })

  test('of rows that are not here says where they are and changes nothing', () => {
    const { sheet, server } = open()
    sheet.edit('p-0', 'actual', '20次')
    sheet.open('/?year=2024')
    sheet.add([projectOf('q', rows)])
    expect(sheet.undo()).toMatchObject({ kind: 'elsewhere', batch: { place: '/?year=2025' } })
    expect([server.requests.length, sheet.nextUndo?.patches.length]).toEqual([1, 1])
  })

  test('of an edit written in full width knows its own cell again', async () => {
    const { sheet, server } = open()
    sheet.edit('p-0', 'actual', '２０次')
    await server.accept()
    expect([sheet.undo()?.kind, text(sheet, 'actual')]).toEqual(['done', '18次'])
  })
})
