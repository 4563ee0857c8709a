import { emptyIndicator, parseTarget } from '@biaochi/domain'
import type { LastYearOfRow } from '@biaochi/web/sheet/compare/row-comparison'
import { planLastYear } from '@biaochi/web/sheet/last-year/plan-last-year'
import { describe, expect, test } from 'vitest'
import { openSheet, projectOf } from '../support/sheet.ts'

const was = (
  name: string,
  target: string,
  likeness: 'same' | 'moved' | 'renamed' = 'same',
): LastYearOfRow => ({
  kind: 'both',
  indicator: { ...emptyIndicator, name, target: parseTarget(target) },
  likeness,
  change: 'changed',
})

const plan = (earlier: LastYearOfRow, { now = '≥20次', locked = false } = {}) => {
  const { sheet } = openSheet([projectOf('p', [{ name: '巡检次数', target: now }])])
  return planLastYear(
    sheet.rowsOf('p'),
    () => earlier,
    () => locked,
  )
}

describe('taking over the target of a year earlier', () => {
  test('writes it in the canonical text', () =>
    expect(plan(was('巡检次数', '>=18.00(次)')).lines).toEqual([
      { rowId: 'p-0', projectId: 'p', name: '巡检次数', now: '≥20次', then: '≥18次', similarTo: null },
    ]))
  test('fills what is empty', () =>
    expect(plan(was('巡检次数', '提升'), { now: '' }).lines[0]).toMatchObject({ now: '', then: '提升' }))
  test('leaves what says the same', () =>
    expect(plan(was('巡检次数', '不少于20次'))).toEqual({ lines: [], left: [], same: 1 }))
  test('asks about a name that is only similar', () =>
    expect(plan(was('巡检总次数', '≥18次', 'renamed')).lines[0]?.similarTo).toBe('巡检总次数'))
  test('goes by the name where the level 2 is another one', () =>
    expect(plan(was('巡检次数', '≥18次', 'moved')).lines[0]?.similarTo).toBeNull())

  const reasons = [
    [{ kind: 'no-project' }, false, 'no-project'],
    [{ kind: 'added' }, false, 'no-indicator'],
    [{ kind: 'no-midterm' }, false, 'no-indicator'],
    [was('巡检次数', ''), false, 'no-target'],
    [was('巡检次数', '≥'), false, 'no-target'],
    [was('巡检次数', '≥18次'), true, 'locked'],
  ] as const
  for (const [earlier, locked, why] of reasons)
    test(`says ${why} where nothing can be taken over`, () =>
      expect(plan(earlier, { locked })).toEqual({
        lines: [],
        left: [{ rowId: 'p-0', projectId: 'p', name: '巡检次数', why }],
        same: 0,
      }))
})
