import { Outbox } from '@biaochi/web/sheet/outbox'
import { describe, expect, test } from 'vitest'
import type { SaveRequest } from '@biaochi/web/sheet/save'
import { HandMemory } from '../support/memory.ts'
import { cellsOf, HandClock, openSheet, projectOf } from '../support/sheet.ts'

const rows = [
  { name: '巡检次数', target: '≥20次', actual: '18次', score: '9' },
  { name: '培训人次', target: '≥100人次', actual: '100人次', score: '10' },
]
const open = () => openSheet([projectOf('p', rows)])

const sent = (requests: readonly SaveRequest[]) =>
  requests.map((request) => cellsOf(request).map(({ value, version }) => `${value}@${version}`))

describe('outbox', () => {
  test('one request is under way at a time, and what is typed meanwhile follows in one more', async () => {
    const { sheet, server } = open()
    sheet.edit('p-0', 'actual', '19次')
    sheet.edit('p-0', 'score', '9.5')
    sheet.edit('p-1', 'actual', '120人次')
    expect(sent(server.requests)).toEqual([['19次@1']])
    await server.accept()
    expect(sent(server.requests)).toEqual([['19次@1'], ['9.5@1', '120人次@1']])
  })

  test('of two edits of a cell that were not sent yet only the last one is sent', async () => {
    const { sheet, server } = open()
    sheet.edit('p-1', 'actual', '90人次')
    sheet.edit('p-0', 'actual', '19次')
    sheet.edit('p-0', 'actual', '21次')
    await server.accept()
    expect(sent(server.requests)).toEqual([['90人次@1'], ['21次@1']])
  })

  test('the version sent is the one that was seen when typing, so that who wrote between is noticed', async () => {
    const { sheet, server } = open()
    sheet.edit('p-1', 'actual', '90人次')
    sheet.edit('p-0', 'actual', '19次')
    sheet.receiveRows([server.write('p-0', 'actual', '17次')])
    await server.accept()
    expect(sent(server.requests)).toEqual([['90人次@1'], ['19次@1']])
  })

  test('the version sent is the one of the last answer', async () => {
    const { sheet, server } = open()
    for (const actual of ['19次', '20次', '21次']) {
      sheet.edit('p-0', 'actual', actual)
      await server.accept()
    }
    expect(sent(server.requests)).toEqual([['19次@1'], ['20次@2'], ['21次@3']])
  })

  test('an undo is a request of its own, behind the edit it takes back', async () => {
    const { sheet, server } = open()
    sheet.edit('p-1', 'actual', '90人次')
    sheet.edit('p-0', 'actual', '19次')
    sheet.undo()
    await server.accept()
    await server.accept()
    expect(server.requests.map(({ source }) => source)).toEqual(['EDIT', 'EDIT', 'UNDO'])
    expect(sent(server.requests)).toEqual([['90人次@1'], ['19次@1'], ['18次@2']])
  })

  test('what does not arrive waits, is tried again later each time, and keeps its key', async () => {
    const { sheet, server, clock } = open()
    sheet.edit('p-0', 'actual', '19次')
    await server.answer({ kind: 'unreachable', reason: 'offline' })
    expect(sheet.cell('p-0', 'actual')?.state).toBe('waiting')
    expect(sheet.waitingFor).toBe('offline')
    clock.move(999)
    expect(server.requests).toHaveLength(1)
    clock.move(1)
    expect(server.requests).toHaveLength(2)
    await server.answer({ kind: 'unreachable', reason: 'offline' })
    clock.move(1999)
    expect(server.requests).toHaveLength(2)
    clock.move(1)
    expect(new Set(server.requests.map(({ key }) => key)).size).toBe(1)
    await server.accept()
    expect(sheet.cell('p-0', 'actual')?.state).toBe('saved')
    expect(sheet.waitingFor).toBeNull()
  })

  test('the network coming back ends the wait', async () => {
    const { sheet, server } = open()
    sheet.edit('p-0', 'actual', '19次')
    await server.answer({ kind: 'unreachable', reason: 'offline' })
    sheet.retryNow()
    expect(server.requests).toHaveLength(2)
  })

  test('a network that is back while a request is being lost is used as soon as that is known', async () => {
    const { sheet, server, clock } = open()
    sheet.edit('p-0', 'actual', '19次')
    sheet.retryNow()
    await server.answer({ kind: 'unreachable', reason: 'offline' })
    clock.move(0)
    expect(server.requests).toHaveLength(2)
    await server.answer({ kind: 'unreachable', reason: 'offline' })
    clock.move(0)
    expect(server.requests).toHaveLength(2)
  })

  test('edits typed while waiting keep their order behind what waits', async () => {
    const { sheet, server } = open()
    sheet.edit('p-0', 'actual', '19次')
    await server.answer({ kind: 'unreachable', reason: 'offline' })
    sheet.edit('p-0', 'actual', '22次')
    sheet.retryNow()
    await server.accept()
    await server.accept()
    expect(sent(server.requests)).toEqual([['19次@1'], ['19次@1'], ['22次@2']])
    expect(sheet.pendingCount).toBe(0)
  })

  test('a step that is more than the server takes at once goes in several requests, none of it left out', async () => {
    const requests: SaveRequest[] = []
    const outbox = new Outbox<never>({
      save: (request) => {
        requests.push(request)
        return Promise.resolve({ kind: 'answered', changeSetId: null, cells: [], rowAnswers: [], rows: [] })
      },
      clock: new HandClock(),
      newKey: () => `key-${requests.length}`,
      memory: new HandMemory(),
      onAnswer: () => undefined,
      onChange: () => undefined,
    })
    const changes = Array.from({ length: 100_001 }, (_, index) => ({
      kind: 'cell' as const,
      rowId: String(index),
      field: 'score',
      value: '',
      version: 1,
    }))
    outbox.post({ source: 'EDIT', changes, isTyped: false, place: '/', step: '' })
    await expect.poll(() => requests.map((request) => request.changes.length)).toEqual([50_000, 50_000, 1])
    expect(requests.flatMap((request) => request.changes)).toEqual(changes)
  })

  test('a request turned down as a whole leaves every cell as typed, with the reason', async () => {
    const { sheet, server } = open()
    sheet.edit('p-0', 'actual', '19次')
    await server.answer({ kind: 'refused', code: 'INTERNAL', reason: '编号 7' })
    expect(sheet.cell('p-0', 'actual')).toMatchObject({ text: '19次', state: 'failed', reason: '编号 7' })
  })
})
