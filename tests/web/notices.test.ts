import type { ChangeNotice } from '@biaochi/web/api/live'
import { describe, expect, test } from 'vitest'
import {
  noticeOfAgencies,
  noticeOfEarlierYear,
  noticeOfIndicators,
  noticeOfProjects,
  pairedAnew,
} from '../../web/src/routes/table/notices.ts'

type Cell = NonNullable<ChangeNotice['cells']>[number]

const cell = (entity: Cell['entity'], field: string, parts: Partial<Cell> = {}): Cell => ({
  rowId: `${entity} row`,
  entity,
  kind: 'UPDATE',
  field,
  before: '1',
  after: '2',
  rowVersion: 3,
  projectId: entity === 'AGENCY' ? null : 'p',
  ...parts,
})

const notice = (cells: ChangeNotice['cells'], projectIds: readonly string[] = ['p']): ChangeNotice => ({
  __typename: 'ChangeNotice',
  number: 7,
  changeSetId: 'set',
  author: 'zhang',
  source: 'EDIT',
  createdAt: '2026-01-01T08:00:00.000Z',
  projectIds: [...projectIds],
  cells,
})

describe('a notice', () => {
  test('is to the indicators their cells, and of the project something to be read anew', () => {
    const told = noticeOfIndicators(notice([cell('INDICATOR', 'actual'), cell('PROJECT', 'project/name')]))
    expect(told.cells?.map(({ field, isCell, groupId }) => [field, isCell, groupId])).toEqual([
      ['actual', true, 'p'],
      ['project/name', false, 'p'],
    ])
  })

  test('is to the list of projects their cells with the unit of amounts, and each project to be read anew', () => {
    const told = noticeOfProjects(
      notice([cell('PROJECT', 'fund/annual/all/executed'), cell('INDICATOR', 'actual')]),
    )
    expect(told.cells?.map(({ rowId, isCell, after }) => [rowId, isCell, after])).toEqual([
      ['PROJECT row', true, '2元'],
      ['p', false, ''],
    ])
  })

  test('of projects is none of the catalog’s business', () => {
    expect(noticeOfAgencies(notice([cell('INDICATOR', 'actual')]))).toBeNull()
  })

  test('of an agency is about the one group of the catalog, its former names to be read anew', () => {
    const told = noticeOfAgencies(notice([cell('AGENCY', 'name'), cell('AGENCY', 'formerNames')], []))
    expect(told?.cells?.map(({ groupId }) => groupId)).toEqual(['agencies', 'agencies'])
  })

  test('too long to be told means reading anew', () => {
    expect(noticeOfIndicators(notice(null))).toMatchObject({ groupIds: ['p'], cells: null })
    expect(noticeOfProjects(notice(null))).toMatchObject({ groupIds: ['p'], cells: null })
    expect(noticeOfAgencies(notice(null))).toMatchObject({ groupIds: ['agencies'], cells: null })
  })
})

test.each([
  ['an actual', [cell('INDICATOR', 'actual')], false],
  ['an indicator that came', [cell('INDICATOR', 'row', { kind: 'CREATE' })], false],
  ['an amount', [cell('PROJECT', 'fund/annual/all/executed')], false],
  ['a name', [cell('PROJECT', 'project/name')], true],
  ['a project that came', [cell('PROJECT', 'row', { kind: 'CREATE' })], true],
  ['more than is told', null, true],
])('of the year before, %s pairs its projects anew or not', (_, cells, pairsAnew) => {
  expect(noticeOfEarlierYear(notice(cells))).toEqual({ projectIds: ['p'], pairsAnew })
  expect(pairedAnew(notice(cells))).toEqual(pairsAnew ? ['p'] : [])
})
