import type { CellView } from '@biaochi/web/sheet/cell-view'
import { SortMemory } from '@biaochi/web/sheet/sort-memory'
import { expect, test } from 'vitest'

const cell = (text: string): CellView => ({
  text,
  state: 'idle',
  reason: null,
  explanation: null,
  severity: null,
  findings: [],
  author: null,
  isNews: false,
})

/** Three rows in a grid that sorts them by their texts whenever it likes to. */
function openGrid(texts: Record<string, string>) {
  let direction = 'asc'
  const memory = new SortMemory(() => direction)
  const compare = memory.comparing('weight', (a, b) => (a?.text ?? '').localeCompare(b?.text ?? ''))
  return {
    texts,
    memory,
    turn: () => (direction = direction === 'asc' ? 'desc' : 'asc'),
    order: (): string => {
      const ids = Object.keys(texts).sort(
        (a, b) =>
          compare(cell(texts[a] ?? ''), cell(texts[b] ?? ''), { id: a }, { id: b }) *
          (direction === 'asc' ? 1 : -1),
      )
      memory.sorted()
      return ids.join('')
    },
  }
}

test('an edited row stays where it was sorted to, however often the grid sorts', () => {
  const grid = openGrid({ a: '3', b: '1', c: '2' })
  expect(grid.order()).toBe('bca')
  grid.texts['b'] = '9'
  expect(grid.order()).toBe('bca')
})

test('another order is by what the cells say now', () => {
  const grid = openGrid({ a: '3', b: '1', c: '2' })
  grid.order()
  grid.texts['b'] = '9'
  grid.turn()
  expect(grid.order()).toBe('bac')
})

test('sorting again is by what the cells say now', () => {
  const grid = openGrid({ a: '3', b: '1', c: '2' })
  grid.order()
  grid.texts['b'] = '9'
  grid.memory.forget()
  expect(grid.order()).toBe('cab')
})

test('a row that comes later finds its place among the others as they were', () => {
  const grid = openGrid({ a: '3', b: '1' })
  grid.order()
  grid.texts['b'] = '9'
  grid.texts['d'] = '2'
  expect(grid.order()).toBe('bda')
})
