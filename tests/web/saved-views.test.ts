import {
  emptyShelf,
  formatShelf,
  overwriteView,
  parseShelf,
  removeView,
  renameView,
  saveView,
  setDefaultView,
} from '@biaochi/web/sheet/view/saved-views'
import { parseView } from '@biaochi/web/sheet/view/parse-view'
import { sameView } from '@biaochi/web/sheet/view/view-state'
import type { ViewState } from '@biaochi/web/sheet/view/view-state'
import { describe, expect, test } from 'vitest'

const state: ViewState = {
  filters: {
    level1: { kind: 'set', values: ['产出指标', ''] },
    weight: { kind: 'range', from: '10', to: null },
    actual: { kind: 'quantity', from: null, to: '95.5', unit: '%' },
    name: { kind: 'text', test: 'contains', text: '满意' },
  },
  sort: [{ id: 'weight', direction: 'desc' }],
  columns: [{ id: 'name', width: 230, flex: null, pinned: 'left', hidden: false }],
  density: 'compact',
}
const one = saveView(emptyShelf, { id: '1', name: ' 只看产出 ', state })
const two = saveView(one, { id: '2', name: '满意度', state })

test('a view is kept under its name, without blanks around it', () => {
  expect(two.views.map(({ name }) => name)).toEqual(['只看产出', '满意度'])
})

test('a view saved under a known name takes its place and keeps its id', () => {
  const again = saveView(two, { id: '3', name: '满意度', state: { ...state, density: 'normal' } })
  expect(again.views.map(({ id }) => id)).toEqual(['1', '2'])
  expect(again.views[1]?.state.density).toBe('normal')
})

test('a view is overwritten, renamed, removed', () => {
  expect(overwriteView(two, '1', { ...state, sort: [] }).views[0]?.state.sort).toEqual([])
  expect(renameView(two, '1', '产出').views[0]?.name).toBe('产出')
  expect(removeView(two, '1').views.map(({ id }) => id)).toEqual(['2'])
})

test('a view is not renamed to nothing, nor to the name of another', () => {
  expect(renameView(two, '1', '  ')).toBe(two)
  expect(renameView(two, '1', '满意度')).toBe(two)
})

test('a removed view is no default any more', () => {
  expect(removeView(setDefaultView(two, '1'), '1').defaultId).toBeNull()
  expect(removeView(setDefaultView(two, '1'), '2').defaultId).toBe('1')
})

test('what is kept is read back the same', () => {
  const shelf = setDefaultView(two, '2')
  expect(parseShelf(formatShelf(shelf))).toEqual(shelf)
})

describe('what a browser kept and cannot be read', () => {
  test.each([null, '', 'null', '[]', '{"views":5}', '{"views":[{"id":1}]}', '{"vie'])(
    '%s is an empty shelf',
    (text) => expect(parseShelf(text)).toEqual(emptyShelf),
  )

  test('a view with nothing in it is an ordinary one', () => {
    expect(parseView({})).toEqual({ filters: {}, sort: [], columns: [], density: 'normal' })
  })

  test.each([
    [{ kind: 'set', values: 'a' }],
    [{ kind: 'text', test: 'sounds like', text: 'a' }],
    [{ kind: 'text', test: 'contains' }],
    [{ kind: 'formula' }],
    [null],
  ])('the filter %j is left out', (filter) => {
    expect(parseView({ filters: { a: filter } }).filters).toEqual({})
  })

  test('a bound that is no number is an open one', () => {
    expect(parseView({ filters: { a: { kind: 'range', from: '1e3', to: '5' } } }).filters).toEqual({
      a: { kind: 'range', from: null, to: '5' },
    })
  })

  test('a column without a sensible width is left out', () => {
    const columns = [{ id: 'a', width: -5 }, { id: 'b', width: 80, pinned: 'top' }, { width: 90 }]
    expect(parseView({ columns }).columns).toEqual([
      { id: 'b', width: 80, flex: null, pinned: null, hidden: false },
    ])
  })
})

test('views are the same whatever order their filters were set in', () => {
  const { level1, weight, ...others } = state.filters
  const turned: ViewState = {
    ...state,
    filters: { ...others, weight: weight ?? fail(), level1: level1 ?? fail() },
  }
  expect(sameView(state, turned)).toBe(true)
  expect(sameView(state, { ...state, filters: others })).toBe(false)
})

const fail = (): never => {
  throw new Error('not in the view')
}
