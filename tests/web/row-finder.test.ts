import { RowFinder } from '@biaochi/web/sheet/row-finder'
import type { Search } from '@biaochi/web/sheet/row-finder'
import { expect, test } from 'vitest'

interface Row {
  readonly id: string
  readonly size: number
}

function sheetOf(groups: Record<string, readonly Row[]>) {
  const source = {
    groups,
    get groupIds() {
      return Object.keys(this.groups)
    },
    rowsOf: (id: string): readonly Row[] => source.groups[id] ?? [],
  }
  return source
}

const atLeast =
  (size: number): (() => Search<Row>) =>
  () =>
  () => ({ row: (row) => row.size >= size, alone: false })

test('without a search every row is there', () => {
  const finder = new RowFinder(sheetOf({ p: [{ id: 'a', size: 1 }] }))
  expect(finder.isOn).toBe(false)
  expect(finder.has('a')).toBe(true)
})

test('a group is shown with its rows, and alone where its own words are what was looked for', () => {
  const finder = new RowFinder(sheetOf({ p: [{ id: 'a', size: 1 }], q: [{ id: 'b', size: 5 }] }))
  finder.find(atLeast(3))
  expect(['p', 'a', 'q', 'b'].map((id) => finder.has(id))).toEqual([false, false, true, true])
  finder.find(() => (id) => ({ row: () => false, alone: id === 'p' }))
  expect(['p', 'a', 'q', 'b'].map((id) => finder.has(id))).toEqual([true, false, false, false])
})

test('a row that changes stays where it is until one searches again, and is counted meanwhile', () => {
  const source = sheetOf({ p: [{ id: 'a', size: 5 }] })
  const finder = new RowFinder(source)
  finder.find(atLeast(3))
  source.groups = { p: [{ id: 'a', size: 1 }] }
  finder.extend()
  expect(finder.has('a')).toBe(true)
  expect(finder.stale(['p'])).toBe(1)
  finder.find(atLeast(3))
  expect(finder.has('a')).toBe(false)
  expect(finder.stale(['p'])).toBe(0)
})

test('a page that comes later is searched; a row made by hand is there, whatever is looked for', () => {
  const source = sheetOf({ p: [{ id: 'a', size: 5 }] })
  const finder = new RowFinder(source)
  finder.find(atLeast(3))
  source.groups = {
    p: [
      { id: 'a', size: 5 },
      { id: 'new', size: 0 },
    ],
    q: [
      { id: 'b', size: 1 },
      { id: 'c', size: 4 },
    ],
  }
  finder.extend()
  expect(['a', 'new', 'b', 'c'].map((id) => finder.has(id))).toEqual([true, true, false, true])
  expect(finder.count).toBe(3)
})
