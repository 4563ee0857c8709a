import { Selection } from '@biaochi/web/sheet/selection'
import type { CellRange } from '@biaochi/web/sheet/cell-range'
import { beforeEach, describe, expect, test } from 'vitest'
import { at, layoutOf, told } from '../support/layout.ts'

const rows = ['#p', 'p1 xxx', 'p2 xxx', '#q', 'q1 xxx', 'q2 xxx', 'q3 xxx']
const { layout } = layoutOf(rows)

let selection: Selection
beforeEach(() => {
  selection = new Selection()
  selection.attach(layout)
})

const cells = () => [...selection.cells()].map(told).join(' ')
const range = (anchor: string, head: string, whole?: CellRange['whole']): CellRange => ({
  anchor: at(anchor),
  head: at(head),
  ...(whole === undefined ? {} : { whole }),
})

describe('a range covers', () => {
  test.each([
    ['one cell', range('p1b', 'p1b'), 'p1b'],
    ['everything between its corners, whichever is first', range('p2c', 'p1b'), 'p1b p1c p2b p2c'],
    ['indicators across the header of a project', range('p2a', 'q1a'), 'p2a q1a'],
    ['whole rows', range('p2b', 'q1b', 'rows'), 'p2a p2b p2c q1a q1b q1c'],
    ['whole columns', range('q1b', 'q1b', 'columns'), 'p1b p2b q1b q2b q3b'],
    ['the project of its cell', range('p2b', 'p2b', 'groups'), 'p1a p1b p1c p2a p2b p2c'],
    ['nothing while a corner is not shown', range('p1a', 'x9a'), ''],
    ['nothing while a column is not shown', range('p1a', 'p1z'), ''],
  ])('%s', (_title, of, covered) => {
    selection.select([of])
    expect(cells()).toBe(covered)
  })
  test('all there is', () => {
    selection.select([range('p1a', 'p1a', 'sheet')])
    expect([...selection.cells()]).toHaveLength(15)
  })
})

describe('several ranges', () => {
  test('are read in the order shown, not in the order chosen', () => {
    selection.start(at('q2a'))
    selection.add(at('p1c'))
    expect(cells()).toBe('p1c q2a')
    expect(told(selection.active)).toBe('p1c')
  })
  test('that overlap have each cell once', () => {
    selection.select([range('p1a', 'p2b'), range('p2b', 'q1c')])
    expect(cells()).toBe('p1a p1b p2a p2b p2c q1b q1c')
    expect([...selection.rowIds()]).toEqual(['p1', 'p2', 'q1'])
  })
  test('tell rows and columns one by one', () => {
    selection.select([range('p1a', 'p1b'), range('p2c', 'q1b')])
    expect(selection.ranges.map((one) => selection.rowIdsOf(one))).toEqual([['p1'], ['p2', 'q1']])
    expect(selection.ranges.map((one) => selection.columnsOf(one))).toEqual([
      ['a', 'b'],
      ['b', 'c'],
    ])
  })
})

describe('the active cell', () => {
  test('stays when the range grows, and is what it grows from', () => {
    selection.start(at('p2b'))
    selection.extendTo(at('q1c'))
    selection.extendTo(at('p1a'))
    expect(cells()).toBe('p1a p1b p2a p2b')
    expect(told(selection.active)).toBe('p2b')
  })
  test('moves within the range without changing it', () => {
    selection.select([range('p1a', 'p2b')])
    selection.activate(at('p2a'))
    expect(cells()).toBe('p1a p1b p2a p2b')
    selection.extendTo(at('p2c'))
    expect(cells()).toBe('p2a p2b p2c')
  })
  test('is all that is left when the range is dropped', () => {
    selection.start(at('p2b'))
    selection.extendTo(at('q1c'))
    selection.collapse()
    expect(cells()).toBe('p2b')
    expect(selection.isMany).toBe(false)
  })
  test('followed to where it is already changes nothing', () => {
    selection.start(at('p2b'))
    selection.extendTo(at('q1c'))
    selection.follow(at('p2b'))
    expect(selection.isMany).toBe(true)
    selection.follow(at('p1b'))
    expect(selection.isMany).toBe(false)
    selection.follow(null)
    expect(selection.ranges).toEqual([])
  })
})

describe('after rows came', () => {
  const before = layoutOf(rows.slice(0, 3)).layout
  const seenLater = (of: CellRange): string => {
    let shown = before
    selection.attach({
      get rowCount() {
        return shown.rowCount
      },
      columns: before.columns,
      rowIdAt: (index) => shown.rowIdAt(index),
      indexOf: (rowId) => shown.indexOf(rowId),
    })
    selection.select([of])
    shown = layoutOf(['#n', 'n1 xxx', ...rows]).layout
    return [...selection.rowIds()].join(' ')
  }
  test('a range stays with its own', () => {
    expect(seenLater(range('p1a', 'p2b'))).toBe('p1 p2')
  })
  test('a whole column takes them in', () => {
    expect(seenLater(range('p1b', 'p1b', 'columns'))).toBe('n1 p1 p2 q1 q2 q3')
  })
})
