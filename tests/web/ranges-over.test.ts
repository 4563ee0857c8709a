import type { CellRange } from '@biaochi/web/sheet/cell-range'
import { rangesOver } from '@biaochi/web/sheet/ranges-over'
import { takeOutCells } from '@biaochi/web/sheet/take-out-cells'
import { describe, expect, test } from 'vitest'
import { at, layoutOf, told } from '../support/layout.ts'

const { layout } = layoutOf(['#p', 'p1 xxxx', 'p2 xxxx', '#q', 'q1 xxxx', 'q2 xxxx', 'q3 xxxx'])
const words = (ranges: readonly CellRange[]) =>
  ranges.map(({ anchor, head }) => `${told(anchor)}:${told(head)}`).join(' ')
const cells = (text: string) => text.split(' ').map(at)

describe('cells make up', () => {
  test.each([
    ['one block, in whatever order they come', 'p2b p1a p2a p1b', 'p1a:p2b'],
    ['one block across the header of a project', 'p2a q1a', 'p2a:q1a'],
    ['two where a column is missing', 'p1a p1c', 'p1a:p1a p1c:p1c'],
    ['two where a row is missing', 'q1a q3a', 'q1a:q1a q3a:q3a'],
    ['two where they are not as wide', 'p1a p1b p2a', 'p1a:p1b p2a:p2a'],
    ['none of what is not shown', 'z1a', ''],
    ['each cell once', 'p1a p1a', 'p1a:p1a'],
  ])('%s: %s', (_title, given, expected) => {
    expect(words(rangesOver(cells(given), layout))).toBe(expected)
  })

  test('nothing that anybody could use where they are scattered', () => {
    const rows = Array.from({ length: 402 }, (_, index) => `r${index} x`)
    const scattered = rows.filter((_, index) => index % 2 === 0).map((row) => at(`${row.split(' ')[0]}a`))
    expect(rangesOver(scattered, layoutOf(rows).layout)).toEqual([])
  })
})

describe('taken out of a range', () => {
  const block: CellRange = { anchor: at('p1a'), head: at('q2d') }
  const left = (out: string, ranges: readonly CellRange[] = [block]): string => {
    const [from = '', to = from] = out.split(':')
    const [top, bottom] = [layout.indexOf(from.slice(0, -1)) ?? 0, layout.indexOf(to.slice(0, -1)) ?? 0]
    const [first, last] = [layout.columns.indexOf(from.slice(-1)), layout.columns.indexOf(to.slice(-1))]
    return words(takeOutCells(ranges, { top, bottom, left: first, right: last }, layout))
  }

  test.each([
    ['a cell in the middle leaves what is above, beside and below', 'p2b', 'p1a:p1d p2a:p2a p2c:p2d q1a:q2d'],
    ['a corner leaves two', 'p1a', 'p1b:p1d p2a:q2d'],
    ['a row leaves what is above and below', 'p2a:p2d', 'p1a:p1d q1a:q2d'],
    ['a column leaves two', 'p1b:q2b', 'p1a:q2a p1c:q2d'],
    ['what goes beyond it counts as far as it reaches', 'q2c:q3d', 'p1a:q1d q2a:q2b'],
    ['all of it leaves nothing', 'p1a:q3d', ''],
    ['what lies elsewhere changes nothing', 'q3a', 'p1a:q2d'],
  ])('%s', (_title, out, expected) => expect(left(out)).toBe(expected))

  test('a cell of two ranges is in none of them', () => {
    expect(
      left('p2b', [
        { anchor: at('p1b'), head: at('p2b') },
        { anchor: at('p2a'), head: at('p2c') },
      ]),
    ).toBe('p1b:p1b p2a:p2a p2c:p2c')
  })

  test('a whole row becomes what is left of it', () => {
    expect(left('p1b', [{ anchor: at('p1a'), head: at('p1a'), whole: 'rows' }])).toBe('p1a:p1a p1c:p1d')
  })
})
