import { describe, expect, test } from 'vitest'
import { historyItems } from '../../web/src/routes/table/history-items.ts'
import type { HistoryLine } from '@biaochi/web/api/history'

const line = (
  id: string,
  before: string | null,
  after: string | null,
  parts: Partial<HistoryLine> = {},
): HistoryLine => ({
  kind: 'UPDATE',
  field: 'actual',
  before,
  after,
  changeSet: {
    id,
    author: 'local-admin',
    source: 'EDIT',
    createdAt: `2026-01-01T08:00:0${id}.000Z`,
    cells: 1,
  },
  ...parts,
})

const show = (lines: readonly HistoryLine[], current: string, isWhole = true) =>
  historyItems(lines, { current, isWhole, read: (text) => text }).map(
    ({ from, to, restore, text, at }) =>
      `${from ?? '·'}→${to} ${restore === null ? '' : `↩${text} `}${at.slice(17, 23)}`,
  )

describe('a history', () => {
  test('goes back to what each change made, and to what was there before all of them', () => {
    expect(show([line('3', '乙', '丙'), line('2', '甲', '乙')], '丙')).toEqual([
      '乙→丙 03.000',
      '甲→乙 ↩乙 02.000',
      '·→甲 ↩甲 01.999',
    ])
  })

  test('of which the oldest part is not read yet has no beginning', () => {
    expect(show([line('3', '乙', '丙')], '丙', false)).toEqual(['乙→丙 03.000'])
  })

  test('has nothing to go back to where the same stands now', () => {
    expect(show([line('3', '乙', '甲'), line('2', '甲', '乙')], '甲')).toEqual([
      '乙→甲 03.000',
      '甲→乙 ↩乙 02.000',
      '·→甲 01.999',
    ])
  })

  test('goes back to an empty cell', () => {
    expect(show([line('2', null, '甲')], '甲')).toEqual(['→甲 02.000', '·→ ↩ 01.999'])
  })

  test('of a row that was made begins with what it was made with', () => {
    const made = line('1', null, '{"actual":"甲"}', { kind: 'CREATE', field: 'row' })
    expect(show([line('2', '甲', '乙'), made], '乙')).toEqual(['甲→乙 02.000', '·→甲 ↩甲 01.000'])
  })

  test('of a row that was deleted and came back offers no deleted row', () => {
    const gone = line('2', '{}', null, { kind: 'DELETE', field: 'row' })
    expect(show([gone], '甲')).toEqual(['·→甲 02.000'])
  })
})
