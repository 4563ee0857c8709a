import { stickyGroup } from '@biaochi/web/sheet/grid/sticky-group'
import type { GridRow } from '@biaochi/web/sheet/grid-row'
import { describe, expect, test } from 'vitest'

const headerHeight = 50
const rowHeight = 28

/** Groups with so many rows, one under the other: p at 0, its rows from 50 on, q behind them. */
function placesOf(groups: Readonly<Record<string, number>>) {
  const rows = Object.entries(groups).flatMap(([id, count]): GridRow[] => [
    { kind: 'group', id },
    ...Array.from({ length: count }, (_, at): GridRow => ({ kind: 'row', id: `${id}-${at}`, groupId: id })),
  ])
  let top = 0
  const places = rows.map((row) => {
    const height = row.kind === 'group' ? headerHeight : rowHeight
    const place = { top, height, row }
    top += height
    return place
  })
  return { count: places.length, at: (index: number) => places[index] ?? null }
}

// p: 0–50, rows 50–134; q: 134–184, rows 184–212.
const two = placesOf({ p: 3, q: 1 })

describe('the header at the top', () => {
  const cases: readonly [string, number, string | null, number][] = [
    ['is none while its own is in sight', 0, null, 0],
    ['is there as soon as its own is cut', 1, 'p', 0],
    ['is the one of the first row in sight', 60, 'p', 0],
    ['is pushed by the next one', 100, 'p', 16],
    ['is pushed out at last', 133, 'p', 49],
    ['is none again where the next one has arrived', 134, null, 0],
    ['is the next one’s below that', 150, 'q', 0],
  ]
  test.each(cases)('%s (scrolled by %i)', (_title, scrolled, id, pushed) => {
    expect(stickyGroup(two, scrolled, headerHeight)).toEqual(id === null ? null : { id, pushed })
  })
})

test('of folded groups each pushes the one before', () => {
  const folded = placesOf({ p: 0, q: 0, r: 0 })
  expect(stickyGroup(folded, 20, headerHeight)).toEqual({ id: 'p', pushed: 20 })
})

test('an empty sheet has none', () => {
  expect(stickyGroup(placesOf({}), 0, headerHeight)).toBeNull()
})
