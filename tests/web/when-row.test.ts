import { expect, test, vi } from 'vitest'
import type { SheetChange } from '@biaochi/web/sheet/sheet-model'
import { whenRows } from '../../web/src/routes/table/when-row.ts'

/** A sheet that is told where it is and which rows have come. */
function sheet() {
  const listeners = new Set<(change: SheetChange) => void>()
  const rows = new Set<string>()
  const state = { place: '/here', isLoading: false, acted: 0 }
  const tell = async (change: () => void): Promise<number> => {
    change()
    for (const listener of [...listeners]) listener({ rows: true, groups: new Set(), isTrial: false })
    // What is done is done a microtask or two later.
    await new Promise(setImmediate)
    return state.acted
  }
  const model = {
    get place() {
      return state.place
    },
    onChange: (listener: (change: SheetChange) => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    row: (id: string) => (rows.has(id) ? { id, groupId: 'p' } : undefined),
  }
  const isLoading = (): boolean => state.isLoading
  whenRows(model, { place: '/there', rowIds: ['a', 'b'], isLoading }, () => (state.acted += 1))
  return { tell, state, rows, listeners }
}

test('what waits for rows is done once, when the last of them has come', async () => {
  const { tell, state, rows, listeners } = sheet()
  expect(await tell(() => Object.assign(state, { place: '/there', isLoading: true }))).toBe(0)
  expect(await tell(() => rows.add('a'))).toBe(0)
  expect(await tell(() => rows.add('b'))).toBe(1)
  expect(listeners.size).toBe(0)
})

test('what waits for rows that have gone is done when all others are there', async () => {
  const { tell, state, rows } = sheet()
  await tell(() => Object.assign(state, { place: '/there', isLoading: true }))
  await tell(() => rows.add('a'))
  expect(await tell(() => (state.isLoading = false))).toBe(1)
})

test('whoever goes elsewhere meanwhile is not led anywhere', async () => {
  const { tell, state, rows, listeners } = sheet()
  await tell(() => Object.assign(state, { place: '/there', isLoading: true }))
  await tell(() => (state.place = '/elsewhere'))
  await tell(() => rows.add('a').add('b'))
  expect(state.acted).toBe(0)
  expect(listeners.size).toBe(0)
})

test('whoever is kept from going there is not waited for when they go another time', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  try {
    const { tell, state, rows, listeners } = sheet()
    vi.advanceTimersByTime(60_000)
    expect(listeners.size).toBe(0)
    await tell(() => Object.assign(state, { place: '/there' }))
    expect(await tell(() => rows.add('a').add('b'))).toBe(0)
  } finally {
    vi.useRealTimers()
  }
})
