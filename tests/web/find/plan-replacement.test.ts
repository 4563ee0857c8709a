import type { Area } from '@biaochi/web/sheet/area'
import { cellsOf } from '@biaochi/web/sheet/find/find-scope'
import type { FindScope } from '@biaochi/web/sheet/find/find-scope'
import { planReplacement, previewReplacements } from '@biaochi/web/sheet/find/plan-replacement'
import { describe, expect, test } from 'vitest'

const area = (top: number, left: number, bottom = top, right = left): Area => ({ top, left, bottom, right })

describe('the cells of a scope', () => {
  const displayed = {
    rows: ['r0', 'r2'].map((id) => ({ id, groupId: 'g' })),
    columns: ['x', 'y'].map((id) => ({ id, isEditable: true })),
  }
  const cells = (scope: FindScope, ...areas: Area[]): string =>
    cellsOf(scope, { displayed, areas, allRowIds: ['r0', 'r1', 'r2'] })
      .map(({ rowId, column }) => rowId + column)
      .join(' ')

  test.each<[FindScope, readonly Area[], string]>([
    ['all', [], 'r0x r0y r1x r1y r2x r2y'],
    ['displayed', [], 'r0x r0y r2x r2y'],
    ['columns', [area(0, 1)], 'r0y r1y r2y'],
    ['columns', [], ''],
    ['selection', [area(1, 0, 1, 1)], 'r2x r2y'],
    ['selection', [area(0, 0, 1, 0), area(0, 0, 0, 1)], 'r0x r0y r2x'],
    ['selection', [area(1, 1, 9, 9)], 'r2y'],
    ['selection', [], ''],
  ])('%s %j', (scope, areas, expected) => expect(cells(scope, ...areas)).toBe(expected))
})

const cell = { rowId: 'r0', column: 'x', before: 'a', after: 'b', isEditable: true }

test('a replacement leaves computed cells alone, and texts that stay the same', () => {
  const found = [cell, { ...cell, isEditable: false }, { ...cell, after: 'a' }, { ...cell, after: null }]
  expect(planReplacement(found)).toEqual([{ rowId: 'r0', field: 'x', before: 'a', after: 'b' }])
})

test('a preview scores a row with all its replacements, also those that are not shown', () => {
  const all = planReplacement([cell, { ...cell, column: 'y' }, { ...cell, rowId: 'r1' }])
  const asked: string[] = []
  const shown = previewReplacements(all.slice(0, 1), all, (rowId, edits) => {
    asked.push(`${rowId} ${edits.map(({ field, text }) => `${field}=${text}`).join(' ')}`)
    return { scoreBefore: '9', scoreAfter: '10', refused: new Map([['x', '不行']]) }
  })
  expect(asked).toEqual(['r0 x=b y=b'])
  expect(shown).toEqual([{ ...all[0], scoreBefore: '9', scoreAfter: '10', refused: '不行' }])
})
