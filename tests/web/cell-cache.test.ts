import { CellCache } from '@biaochi/web/sheet/cell-cache'
import type { CellView } from '@biaochi/web/sheet/cell-view'
import { expect, test } from 'vitest'

const view = (text: string): CellView => ({
  text,
  explanation: null,
  state: 'idle',
  reason: null,
  severity: null,
  findings: [],
  author: null,
  isNews: false,
})

test('a cell that says the same is the same object, asked again only after it may have changed', () => {
  const cache = new CellCache()
  const first = cache.get('a', 'name', () => view('甲'))
  expect(cache.get('a', 'name', () => view('乙'))).toBe(first)
  cache.expire('a')
  expect(cache.get('a', 'name', () => view('甲'))).toBe(first)
  cache.expire('a')
  expect(cache.get('a', 'name', () => view('乙')).text).toBe('乙')
})

test('rows that were looked at long ago are forgotten, those of late are not', () => {
  const cache = new CellCache()
  const [long, late] = [cache.get('long ago', 'name', () => view('甲')), view('甲')]
  for (let row = 0; row < 10_000; row += 1)
    cache.get(`row ${row}`, 'name', () => (row === 9_000 ? late : view('甲')))
  expect(cache.get('long ago', 'name', () => view('甲'))).not.toBe(long)
  expect(cache.get('row 9000', 'name', () => view('甲'))).toBe(late)
})
