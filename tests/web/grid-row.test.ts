import { keepGroups } from '@biaochi/web/sheet/grid-row'
import type { GridRow } from '@biaochi/web/sheet/grid-row'
import { describe, expect, test } from 'vitest'

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
