import { emptyHistory, record, redoStep, undoStep } from '@biaochi/web/sheet/history'
import type { History, HistoryBatch } from '@biaochi/web/sheet/history'
import { keepHistory } from '@biaochi/web/sheet/keep/keep-history'
import { describe, expect, test } from 'vitest'
import { HandMemory } from '../../support/memory.ts'

const step = (id: string, cells = 1): HistoryBatch => ({
  id,
  patches: Array.from({ length: cells }, (_, index) => ({
    kind: 'cell' as const,
    rowId: `r-${index}`,
    field: 'actual',
    before: '',
    after: id,
  })),
  place: '/?year=2025',
  title: id,
})

/** What a page finds after these histories were kept one after another. */
const kept = (...histories: readonly History[]): HandMemory => {
  const memory = new HandMemory()
  let before = emptyHistory
  for (const history of histories) {
    memory.keep(keepHistory(before, history))
    before = history
  }
  return memory
}

const one = record(emptyHistory, step('一'))
const two = record(one, step('二'))
const three = record(two, step('三'))
const undo = (history: History): History => undoStep(history)?.history ?? emptyHistory
const redo = (history: History): History => redoStep(history)?.history ?? emptyHistory
const undone = undo(three)
const undoneTwice = undo(undone)

describe('a history that is kept', () => {
  for (const [title, histories] of [
    ['of three steps', [one, two, three]],
    ['with one taken back', [one, two, three, undone]],
    ['with two taken back', [one, two, three, undone, undoneTwice]],
    ['with one of them done again', [one, two, three, undone, undoneTwice, redo(undoneTwice)]],
    ['with everything taken back', [one, undo(one)]],
    ['with a new step over what was taken back', [one, two, three, undone, record(undone, step('四'))]],
  ] as const) {
    test(`${title} comes back as it was`, () => {
      expect(kept(...histories).reopen().left.history).toEqual(histories.at(-1))
    })
  }

  test('of a large step writes the step once, and of its undo only where it stands', () => {
    const large = record(emptyHistory, step('粘贴', 10_000))
    const back = undo(large)
    const again = redo(back)
    expect(keepHistory(emptyHistory, large).map(({ shelf }) => shelf)).toEqual(['step', 'position'])
    expect(keepHistory(large, back).map(({ shelf }) => shelf)).toEqual(['position'])
    expect(keepHistory(back, again).map(({ shelf }) => shelf)).toEqual(['position'])
  })

  test('of a thousand steps writes one step at a time, and lets go of the oldest', () => {
    let history = emptyHistory
    for (let index = 0; index < 1000; index += 1) history = record(history, step(`${index}`))
    const next = record(history, step('1000'))
    expect(keepHistory(history, next)).toMatchObject([
      { shelf: 'step', key: '1000' },
      { shelf: 'step', key: '0', value: null },
      { shelf: 'position', value: '1000' },
    ])
  })
})
