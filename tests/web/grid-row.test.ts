import { keepGroups } from '@biaochi/web/sheet/grid-row'
import type { GridRow } from '@biaochi/web/sheet/grid-row'
import { findRows } from '@biaochi/web/sheet/quick-filter'
import { describe, expect, test } from 'vitest'
import { openSheet, projectOf } from '../support/sheet.ts'

const node = (row: GridRow) => ({ data: row })
const head = (id: string) => node({ kind: 'group', id })
const row = (id: string, groupId: string) => node({ kind: 'row', id, groupId })

describe('keepGroups', () => {
  test('a sort stays within its project, behind the project itself', () => {
    const nodes = [row('b-1', 'b'), row('a-2', 'a'), head('b'), row('a-1', 'a'), head('a'), row('b-2', 'b')]
    keepGroups(nodes, ['a', 'b'], null)
    expect(nodes.map(({ data }) => data.id)).toEqual(['a', 'a-2', 'a-1', 'b', 'b-1', 'b-2'])
  })

  test('without a sort the rows of a project stand as the sheet has them', () => {
    const nodes = [head('a'), row('a-1', 'a'), row('a-2', 'a'), row('a-new', 'a')]
    keepGroups(nodes, ['a'], () => [{ id: 'a-1' }, { id: 'a-new' }, { id: 'a-2' }])
    expect(nodes.map(({ data }) => data.id)).toEqual(['a', 'a-1', 'a-new', 'a-2'])
  })
})

describe('findRows', () => {
  const { sheet } = openSheet([
    projectOf(
      'a',
      [
        { name: '巡检次数', target: '≥20次' },
        { name: '读者满意度', target: '≥95%' },
      ],
      '图书馆免费开放',
    ),
    projectOf('b', [{ name: '培训人次', target: '≥100人次' }], '教师培训'),
  ])

  test('without words there is no filter', () => {
    expect(findRows(sheet, '  ')).toBeNull()
  })
  test('a row is found by its name, with its project', () => {
    expect(findRows(sheet, '满意')).toEqual(new Set(['a', 'a-1']))
  })
  test('a project is found with all its rows', () => {
    expect(findRows(sheet, '图书馆')).toEqual(new Set(['a', 'a-0', 'a-1']))
  })
  test('full-width and half-width are the same', () => {
    expect(findRows(sheet, '９５％')).toEqual(new Set(['a', 'a-1']))
  })
  test('several words are all to be found', () => {
    expect(findRows(sheet, '图书馆 巡检')).toEqual(new Set(['a', 'a-0']))
  })
  test('what is nowhere finds nothing', () => {
    expect(findRows(sheet, '航天')).toEqual(new Set())
  })
})
