import type { Area, Displayed } from '@biaochi/web/sheet/area'
import { fillExtent } from '@biaochi/web/sheet/fill/fill-extent'
import { planFill } from '@biaochi/web/sheet/fill/plan-fill'
import type { FillMode } from '@biaochi/web/sheet/fill/plan-fill'
import { describe, expect, test } from 'vitest'

const area = (top: number, left: number, bottom = top, right = left): Area => ({ top, left, bottom, right })

const displayed: Displayed = {
  rows: ['a0', 'a1', 'a2', 'b0', 'b1'].map((id) => ({ id, groupId: id.charAt(0) })),
  columns: ['w', 'x', 'rule', 'y'].map((id) => ({ id, isEditable: id !== 'rule' })),
}

/** Fills a sheet written row by row, "." an empty cell, and says what it then holds where something changed. */
function fill(sheet: string, seeds: Area, target: Area, mode: FillMode = 'auto'): string {
  const cells = sheet.split('|').map((row) => row.trim().split(/\s+/u))
  const textAt = (row: number, column: number): string => cells[row]?.[column]?.replace('.', '') ?? ''
  const plan = planFill({ displayed, seeds, target, textAt, mode })
  if (plan.kind === 'refused') return plan.why
  return plan.edits.map(({ rowId, field, text }) => `${rowId}.${field}=${text}`).join(' ')
}

describe('a fill', () => {
  test.each<[string, string, Area, Area, FillMode, string]>([
    ['down copies a number', '10', area(0, 0), area(1, 0, 2, 0), 'auto', 'a1.w=10 a2.w=10'],
    ['down with Ctrl counts it', '10', area(0, 0), area(1, 0, 2, 0), 'opposite', 'a1.w=11 a2.w=12'],
    ['down counts periods', '第1期', area(0, 0), area(1, 0, 2, 0), 'auto', 'a1.w=第2期 a2.w=第3期'],
    ['down with Ctrl copies them', '第1期', area(0, 0), area(1, 0), 'opposite', 'a1.w=第1期'],
    [
      'down goes on in the step of two',
      '10 | 20',
      area(0, 0, 1, 0),
      area(2, 0, 3, 0),
      'auto',
      'a2.w=30 b0.w=40',
    ],
    [
      'down with Ctrl copies two again and again',
      '10 | 20',
      area(0, 0, 1, 0),
      area(2, 0, 4, 0),
      'opposite',
      'a2.w=10 b0.w=20 b1.w=10',
    ],
    ['up goes backwards', '. | . | 30 | 40', area(2, 0, 3, 0), area(0, 0, 1, 0), 'auto', 'a0.w=10 a1.w=20'],
    [
      'up copies in order',
      '. | . | 甲方 | 乙方',
      area(2, 0, 3, 0),
      area(0, 0, 1, 0),
      'auto',
      'a0.w=甲方 a1.w=乙方',
    ],
    ['up leaves out what there is not', '. | . | 第2期', area(2, 0), area(0, 0, 1, 0), 'auto', 'a1.w=第1期'],
    [
      'of several columns goes column by column',
      '10 第1期 | 20 第2期',
      area(0, 0, 1, 1),
      area(2, 0, 2, 1),
      'auto',
      'a2.w=30 a2.x=第3期',
    ],
    [
      'to the right passes the computed column over',
      '1 2',
      area(0, 0, 0, 1),
      area(0, 2, 0, 3),
      'auto',
      'a0.y=4',
    ],
    ['to the left goes backwards', '. . . 项目3', area(0, 3), area(0, 0, 0, 2), 'auto', 'a0.x=项目1'],
    ['of words copies, however it is asked', '健全', area(0, 0), area(1, 0), 'series', 'a1.w=健全'],
    ['of empty cells empties', '.', area(0, 0), area(1, 0), 'auto', 'a1.w='],
    ['copies a series when told to', '10 | 20', area(0, 0, 1, 0), area(2, 0), 'copy', 'a2.w=10'],
  ])('%s', (_, sheet, seeds, target, mode, edits) => expect(fill(sheet, seeds, target, mode)).toBe(edits))

  test('of more than 50,000 cells is refused with their number', () => {
    const request = { displayed, seeds: area(0, 0), textAt: () => 'x', mode: 'auto' } as const
    expect(planFill({ ...request, target: area(1, 0, 50_001, 0) })).toEqual({
      kind: 'refused',
      why: 'too-many',
      cells: 50_001,
    })
  })
})

describe('a double click fills', () => {
  const extent = (sheet: string, seeds: Area): Area | null => {
    const cells = sheet.split('|').map((row) => row.trim().split(/\s+/u))
    return fillExtent(displayed, seeds, (row, column) => cells[row]?.[column]?.replace('.', '') ?? '')
  }

  test.each<[string, string, Area, Area | null]>([
    ['as far as the column to the left has texts', 'p 1 | q . | r .', area(0, 1), area(1, 1, 2, 1)],
    ['as far as the column to the right has, without a left one', '1 p | . q | . .', area(0, 0), area(1, 0)],
    ['not over a gap', 'p 1 | q . | . . | s .', area(0, 1), area(1, 1)],
    ['not into the next group', 'p 1 | q . | r . | s . | t .', area(0, 1), area(1, 1, 2, 1)],
    ['nothing beside empty cells', 'p 1 | . . | r .', area(0, 1), null],
    ['nothing below the last row of the group', 'p . | q . | r 1 | s .', area(2, 1), null],
  ])('%s', (_, sheet, seeds, expected) => expect(extent(sheet, seeds)).toEqual(expected))
})
