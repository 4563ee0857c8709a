import { describe, expect, test } from 'vitest'
import { planNotice } from '@biaochi/web/sheet/plan-notice'
import type { ChangeNotice, NoticedCell } from '@biaochi/web/sheet/plan-notice'
import { indicatorTable } from '@biaochi/web/sheet/indicator-table'
import { projectOf, words } from '../support/sheet.ts'

const table = indicatorTable(words, () => null)
const project = projectOf('p', [
  { name: '巡检次数', target: '≥20次', actual: '18次', score: '9' },
  { name: '培训人次', target: '≥100人次', actual: '100人次', score: '10' },
])
const rows = new Map(project.rows.map((row) => [row.id, row]))

const changed = (parts: Partial<NoticedCell>): NoticedCell => ({
  rowId: 'p-0',
  groupId: 'p',
  isCell: true,
  field: 'actual',
  before: '18次',
  after: '21次',
  version: 2,
  ...parts,
})

const plan = (cells: readonly NoticedCell[] | null) => {
  const notice: ChangeNotice = {
    id: 'set',
    author: '李四',
    at: '2026-01-01T08:00:00.000Z',
    groupIds: ['p'],
    cells,
  }
  const { rows: after, authored, stale } = planNotice(notice, { table, confirmedRow: (id) => rows.get(id) })
  return {
    rows: after.map(
      ({ id, version, record }) =>
        `${id}@${version} ${table.format(record, 'actual')} ${table.format(record, 'score')}`,
    ),
    authored: authored.map(({ key, author }) => `${key} ${author.name} ${author.from}→${author.to}`),
    stale: [...stale],
  }
}

describe('a notice', () => {
  test('of a cell gives the row its text and version, and the cell its author', () => {
    expect(plan([changed({})])).toEqual({
      rows: ['p-0@2 21次 9'],
      authored: ['p-0/actual 李四 18次→21次'],
      stale: [],
    })
  })

  test('of several cells of a row is one new state of it', () => {
    expect(plan([changed({}), changed({ field: 'score', before: '9', after: '10' })]).rows).toEqual([
      'p-0@2 21次 10',
    ])
  })

  test('of what is known already changes nothing', () => {
    expect(plan([changed({ version: 1 })])).toEqual({ rows: [], authored: [], stale: [] })
  })

  test('that empties a cell empties it', () => {
    expect(plan([changed({ field: 'score', after: '' })]).rows).toEqual(['p-0@2 18次 '])
  })
})

describe('a project is read anew', () => {
  test.each<readonly [string, readonly NoticedCell[] | null]>([
    ['when there are too many cells to be told', null],
    ['when a row came or went', [changed({ isCell: false, field: 'row' })]],
    ['when a row moved', [changed({ field: 'position' })]],
    ['when something of the project itself changed', [changed({ rowId: 'p', isCell: false, field: 'name' })]],
    ['when the row is not known', [changed({ rowId: 'p-9' })]],
    ['when a version in between was not told', [changed({ version: 3 })]],
    ['when only a form may have the text', [changed({ after: '80%吗' })]],
    [
      'when one cell of a row can be told and the other cannot',
      [changed({ field: 'score', after: '1' }), changed({ after: '??' })],
    ],
  ])('%s', (_title, cells) => {
    const { rows: after, stale } = plan(cells)
    expect(stale).toEqual(['p'])
    expect(after).toEqual([])
  })

  test('but nothing is when an agency changed', () => {
    expect(plan([changed({ rowId: 'a', groupId: null, isCell: false, field: 'name' })]).stale).toEqual([])
  })
})
