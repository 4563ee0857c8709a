import type { GridRow } from '@biaochi/web/sheet/grid-row'
import { dropPlace } from '@biaochi/web/sheet/grid/drop-place'
import { describe, expect, test } from 'vitest'

const p: GridRow = { kind: 'group', id: 'p' }
const q: GridRow = { kind: 'group', id: 'q' }
const [p1, p2, q1] = [
  { kind: 'row', id: 'p1', groupId: 'p' },
  { kind: 'row', id: 'p2', groupId: 'p' },
  { kind: 'row', id: 'q1', groupId: 'q' },
] as const satisfies readonly GridRow[]

describe('rows of a project that are let go', () => {
  test.each([
    ['below another of its rows stand under it', p1, p2, { after: 'p1' }],
    ['below its header are the first', p, p1, { after: null }],
    ['below its last row, above the next header, are the last', p2, q, { after: 'p2' }],
    ['below its last row of all are the last', p2, null, { after: 'p2' }],
    ['below the header of another stay where they are', q, q1, null],
    ['below a row of another stay where they are', q1, null, null],
    ['above its own header stay where they are', null, p, null],
    ['above the first row of a sheet without headers are the first', null, p1, { after: null }],
  ] as const)('%s', (_title, above, below, place) => {
    expect(dropPlace('p', above, below)).toEqual(place)
  })
})
