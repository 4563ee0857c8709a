import type { Area } from '@biaochi/web/sheet/area'
import { cellsOf } from '@biaochi/web/sheet/find/find-scope'
import type { FindScope } from '@biaochi/web/sheet/find/find-scope'
import { planReplacement, previewReplacements } from '@biaochi/web/sheet/find/plan-replacement'
import type { Replacement } from '@biaochi/web/sheet/find/plan-replacement'
import { describe, expect, test } from 'vitest'
import { openSheet, projectOf } from '../../support/sheet.ts'

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

const cell = { rowId: 'r0', column: 'x', before: 'a', after: 'b' }

test('a replacement leaves alone the texts that stay the same', () => {
  const found = [cell, { ...cell, after: 'a' }, { ...cell, after: null }]
  expect(planReplacement(found)).toEqual([{ rowId: 'r0', field: 'x', before: 'a', after: 'b' }])
})

test('a preview scores a row with all its replacements, also those that are not shown', () => {
  const { sheet } = openSheet([
    projectOf('p', [
      { name: '次数', target: '≥10次', actual: '5次' },
      { name: '家数', target: '≥10家', actual: '5家' },
    ]),
  ])
  const replace = (rowId: string, field: string, after: string): Replacement => ({
    rowId,
    field,
    before: '',
    after,
  })
  const all = [
    replace('p-0', 'actual', '8次'),
    replace('p-0', 'weight', '20'),
    replace('p-1', 'actual', '80%'),
  ]
  const shown = previewReplacements([...all.slice(0, 1), ...all.slice(2)], all, {
    preview: (edits) => sheet.preview(edits),
    scoreOf: (rowId) => sheet.cell(rowId, 'ruleScore')?.text ?? '',
    scoreColumn: 'ruleScore',
  })
  expect(shown).toMatchObject([
    { scoreBefore: '5', scoreAfter: '16', refused: null },
    { scoreBefore: '5', scoreAfter: '5', refused: 'actual.unit-mismatch' },
  ])
  expect(sheet.cell('p-0', 'ruleScore')?.text).toBe('5')
})
