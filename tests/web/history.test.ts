import { emptyHistory, forget, record, redoStep, undoStep } from '@biaochi/web/sheet/history'
import type { History, HistoryBatch } from '@biaochi/web/sheet/history'
import { describe, expect, test } from 'vitest'

const batch = (before: string, after: string): HistoryBatch => ({
  id: `${before}→${after}`,
  patches: [{ kind: 'cell', rowId: 'a', field: 'actual', before, after }],
  place: '/?year=2025',
  title: '巡检次数',
})
const first = batch('', '1次')
const second = batch('1次', '2次')
const both: History = record(record(emptyHistory, first), second)

describe('history', () => {
  test('the newest step is taken back first', () => {
    expect(undoStep(both)?.patches).toEqual([
      { kind: 'cell', rowId: 'a', field: 'actual', before: '2次', after: '1次' },
    ])
  })

  test('what was taken back can be done again', () => {
    const undone = undoStep(both)
    expect(undone && redoStep(undone.history)?.patches).toEqual(second.patches)
    expect(undone && redoStep(undone.history)?.history).toEqual(both)
  })

  test('a new step ends what could be done again', () => {
    const undone = undoStep(both)
    expect(undone && redoStep(record(undone.history, batch('1次', '9次')))).toBeNull()
  })

  test('nothing done is nothing to take back', () => {
    expect([undoStep(emptyHistory), redoStep(emptyHistory)]).toEqual([null, null])
  })

  test('a refused patch leaves the newest step it stands in, and no older one', () => {
    const twice = record(both, { ...second, id: 'again' })
    const { history, steps } = forget(twice, [{ rowId: 'a', field: 'actual', after: '2次' }])
    expect(history.done).toEqual([first, second, { ...second, id: 'again', patches: [] }])
    expect(steps).toEqual(new Map([['a/actual', 'again']]))
  })
})
