import {
  jumpFrom,
  nextInside,
  pageFrom,
  rowEnd,
  sheetEnd,
  stepFrom,
} from '@biaochi/web/sheet/selection-moves'
import type { Box } from '@biaochi/web/sheet/cell-range'
import { describe, expect, test } from 'vitest'
import { at, layoutOf, told } from '../support/layout.ts'

const { layout, isFilled } = layoutOf(['#p', 'p1 xx.x', 'p2 xx..', '#q', 'q1 .x..', 'q2 xx.x', 'q3 x...'])

describe('one step', () => {
  test.each([
    ['p1b', 'ArrowDown', 'p2b'],
    ['p2b', 'ArrowDown', 'q1b'],
    ['q1b', 'ArrowUp', 'p2b'],
    ['p1b', 'ArrowUp', 'p1b'],
    ['q3b', 'ArrowDown', 'q3b'],
    ['p1d', 'ArrowRight', 'p1d'],
    ['p1b', 'ArrowLeft', 'p1a'],
  ] as const)('from %s by %s is to %s', (from, arrow, to) => {
    expect(told(stepFrom(layout, at(from), arrow))).toBe(to)
  })
})

describe('a jump goes', () => {
  test.each([
    ['to the last filled cell, across a project', 'p1b', 'ArrowDown', 'q2b'],
    ['to the next filled cell over a gap', 'p2a', 'ArrowDown', 'q2a'],
    ['to the next filled cell from an empty one', 'p1c', 'ArrowRight', 'p1d'],
    ['over empty cells to the filled one behind', 'p1d', 'ArrowDown', 'q2d'],
    ['to the end where nothing is filled', 'p1c', 'ArrowDown', 'q3c'],
    ['to the start of filled cells', 'q2b', 'ArrowUp', 'p1b'],
    ['along the row to the edge of its data', 'p1a', 'ArrowRight', 'p1b'],
    ['nowhere from the edge', 'p1a', 'ArrowUp', 'p1a'],
  ] as const)('%s: %s %s', (_title, from, arrow, to) => {
    expect(told(jumpFrom(layout, at(from), arrow, isFilled))).toBe(to)
  })
})

test('the ends of a row and of the sheet', () => {
  expect(told(rowEnd(layout, at('p2b'), 'Home'))).toBe('p2a')
  expect(told(rowEnd(layout, at('p2b'), 'End'))).toBe('p2d')
  expect(told(sheetEnd(layout, 'Home'))).toBe('p1a')
  expect(told(sheetEnd(layout, 'End'))).toBe('q3d')
  expect(sheetEnd(layoutOf(['#p']).layout, 'Home')).toBeNull()
})

describe('a page', () => {
  test.each([
    ['p1b', 2, 'p2b'],
    ['p1b', 3, 'q1b'],
    ['p1b', 99, 'q3b'],
    ['q3b', -99, 'p1b'],
    ['q1b', -1, 'q1b'],
  ])('from %s by %i rows is to %s', (from, rows, to) => {
    expect(told(pageFrom(layout, at(from), rows))).toBe(to)
  })
})

describe('within the ranges', () => {
  const two: Box = { top: 2, bottom: 4, left: 0, right: 1 }
  const one: Box = { top: 6, bottom: 6, left: 3, right: 3 }
  const walk = (direction: 'down' | 'along', step: 1 | -1, boxes = [two, one]): string => {
    const path: (string | null)[] = []
    let here = at('p2a')
    for (let count = 0; count < 5; count += 1) {
      here = nextInside(layout, boxes, here, direction, step) ?? here
      path.push(told(here))
    }
    return path.join(' ')
  }
  test('Enter goes down the columns, then to the next range and around', () => {
    expect(walk('down', 1)).toBe('q1a p2b q1b q3d p2a')
  })
  test('Tab goes along the rows', () => {
    expect(walk('along', 1)).toBe('p2b q1a q1b q3d p2a')
  })
  test('with Shift both go back', () => {
    expect(walk('down', -1)).toBe('q3d q1b p2b q1a p2a')
    expect(walk('along', -1)).toBe('q3d q1b q1a p2b p2a')
  })
  test('a single range is gone around in itself', () => {
    expect(walk('along', 1, [two])).toBe('p2b q1a q1b p2a p2b')
  })
})
