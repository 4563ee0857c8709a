import type { Area } from '@biaochi/web/sheet/area'
import { copyBlock } from '@biaochi/web/sheet/clipboard/copy-block'
import { describe, expect, test } from 'vitest'

const area = (top: number, left: number, bottom = top, right = left): Area => ({ top, left, bottom, right })
const copy = (...areas: Area[]): string | null =>
  copyBlock(areas, (row, column) => `${row}${column}`)
    ?.map((row) => row.join(' '))
    .join(' | ') ?? null

describe('a copy', () => {
  test.each<[string, readonly Area[], string]>([
    ['one cell', [area(2, 1)], '21'],
    ['a range', [area(0, 0, 1, 1)], '00 01 | 10 11'],
    ['ranges in the same columns, from top to bottom', [area(4, 0, 4, 1), area(0, 0, 0, 1)], '00 01 | 40 41'],
    ['ranges in the same rows, from left to right', [area(0, 3, 1, 3), area(0, 0, 1, 0)], '00 03 | 10 13'],
  ])('of %s', (_, areas, text) => expect(copy(...areas)).toBe(text))

  test.each<[string, readonly Area[]]>([
    ['nothing', []],
    ['ranges that share neither rows nor columns', [area(0, 0), area(1, 1)]],
    ['ranges of different heights', [area(0, 0, 1, 0), area(0, 1)]],
  ])('of %s is none', (_, areas) => expect(copy(...areas)).toBeNull())
})
