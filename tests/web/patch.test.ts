import { invertPatch, invertPatches } from '@biaochi/web/sheet/patch'
import type { CellPatch } from '@biaochi/web/sheet/patch'
import { describe, expect, test } from 'vitest'

const patch = (rowId: string, before: string, after: string): CellPatch => ({
  kind: 'cell',
  rowId,
  field: 'actual',
  before,
  after,
})

describe('patch', () => {
  test('the inverse of the inverse is the patch', () => {
    const typed = patch('a', '12次', '18次')
    expect(invertPatch(invertPatch(typed))).toEqual(typed)
  })

  test('a batch is taken back in the opposite order', () => {
    expect(invertPatches([patch('a', '1次', '2次'), patch('a', '2次', '3次')])).toEqual([
      patch('a', '3次', '2次'),
      patch('a', '2次', '1次'),
    ])
  })
})
