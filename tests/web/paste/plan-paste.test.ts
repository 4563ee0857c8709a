import type { Area, Displayed } from '@biaochi/web/sheet/area'
import { planMove } from '@biaochi/web/sheet/paste/plan-move'
import { planPaste } from '@biaochi/web/sheet/paste/plan-paste'
import type { PastePlan, PasteRefusal, PasteRequest } from '@biaochi/web/sheet/paste/plan-paste'
import { describe, expect, test } from 'vitest'

/** Two groups of three rows: a0 a1 a2, b0 b1 b2; the third column is computed. */
const displayed: Displayed = {
  rows: ['a', 'b'].flatMap((groupId) => [0, 1, 2].map((at) => ({ id: `${groupId}${at}`, groupId }))),
  columns: [
    { id: 'name', isEditable: true },
    { id: 'target', isEditable: true },
    { id: 'rule', isEditable: false },
    { id: 'score', isEditable: true },
  ],
}

const area = (top: number, left: number, bottom = top, right = left): Area => ({ top, left, bottom, right })

function plan(
  block: string,
  areas: readonly Area[],
  more: Partial<PasteRequest> = {},
): PastePlan | PasteRefusal {
  let ids = 0
  return planPaste({
    // A row of the block on a line, its cells apart by blanks; "_" is an empty cell.
    block: block.split('\n').map((row) => row.split(' ').map((cell) => (cell === '_' ? '' : cell))),
    displayed,
    areas,
    below: 'next-group',
    endOf: (groupId) => ({ after: `${groupId}-end`, seed: 'annual' }),
    newId: () => `new${(ids += 1)}`,
    ...more,
  })
}

function planned(...request: Parameters<typeof plan>): PastePlan {
  const result = plan(...request)
  if (result.kind === 'refused') throw new Error(result.why)
  return result
}

const edits = (...request: Parameters<typeof plan>): string =>
  planned(...request)
    .edits.map(({ rowId, field, text }) => `${rowId}.${field}=${text}`)
    .join(' ')

describe('where a block goes', () => {
  test.each<[string, string, readonly Area[], string]>([
    ['one value into one cell', 'x', [area(1, 1)], 'a1.target=x'],
    ['one value over a range', 'x', [area(0, 0, 1, 1)], 'a0.name=x a0.target=x a1.name=x a1.target=x'],
    ['one value over several ranges', 'x', [area(0, 0), area(5, 3)], 'a0.name=x b2.score=x'],
    ['a block from a cell on', 'p q\nr s', [area(1, 0)], 'a1.name=p a1.target=q a2.name=r a2.target=s'],
    ['a block over a range of its size', 'p\nq', [area(0, 0, 1, 0)], 'a0.name=p a1.name=q'],
    ['a block over a multiple', 'p\nq', [area(0, 0, 3, 0)], 'a0.name=p a1.name=q a2.name=p b0.name=q'],
    ['a row over several rows', 'p q', [area(0, 0, 1, 0)], 'a0.name=p a0.target=q a1.name=p a1.target=q'],
    [
      'a column over several columns',
      'p\nq',
      [area(0, 0, 0, 1)],
      'a0.name=p a0.target=p a1.name=q a1.target=q',
    ],
    ['a block that does not divide the range', 'p\nq', [area(0, 0, 2, 0)], 'a0.name=p a1.name=q'],
    ['a block larger than the range', 'p\nq\nr', [area(0, 0, 1, 0)], 'a0.name=p a1.name=q a2.name=r'],
    [
      'a block tiled over several ranges',
      'p\nq',
      [area(0, 0, 1, 0), area(3, 1, 4, 1)],
      'a0.name=p a1.name=q b0.target=p b1.target=q',
    ],
    ['past the end of a group', 'p\nq', [area(2, 0)], 'a2.name=p b0.name=q'],
    ['an empty cell empties', '_ q', [area(0, 0)], 'a0.name= a0.target=q'],
    ['a short row leaves the rest alone', 'p q\nr', [area(0, 0)], 'a0.name=p a0.target=q a1.name=r'],
  ])('%s', (_, block, areas, expected) => expect(edits(block, areas)).toBe(expected))
})

describe('a paste is refused as a whole', () => {
  test.each<[string, string, readonly Area[], string]>([
    ['an empty clipboard', '', [area(0, 0)], 'empty'],
    ['no cell is selected', 'x', [], 'no-cell'],
    [
      'two ranges and a block that divides only one',
      'p\nq',
      [area(0, 0, 1, 0), area(3, 0, 5, 0)],
      'ranges-differ',
    ],
    ['two cells and a block', 'p q', [area(0, 0), area(1, 0)], 'ranges-differ'],
  ])('%s', (_, block, areas, why) =>
    expect(plan(block, areas, block === '' ? { block: [] } : {})).toEqual({ kind: 'refused', why }),
  )

  test('nothing is displayed', () => {
    expect(plan('x', [area(0, 0)], { displayed: { ...displayed, rows: [] } })).toMatchObject({
      why: 'no-cell',
    })
  })

  test('more than 50,000 cells, said with their number', () => {
    const block = Array.from({ length: 5001 }, () => Array.from({ length: 10 }, () => 'x'))
    expect(plan('', [area(0, 0)], { block })).toEqual({ kind: 'refused', why: 'too-many', cells: 50_010 })
    expect(plan('x', [area(0, 0, 25_000, 1)])).toEqual({ kind: 'refused', why: 'too-many', cells: 50_002 })
  })
})

describe('what has no place is named', () => {
  test('under a computed column', () => {
    expect(planned('p q r', [area(0, 1)])).toMatchObject({
      edits: [
        { rowId: 'a0', field: 'target', text: 'p' },
        { rowId: 'a0', field: 'score', text: 'r' },
      ],
      skipped: [{ rowId: 'a0', column: 'rule', text: 'q' }],
    })
  })

  test('right of the last column', () => {
    expect(planned('p q', [area(0, 3)]).skipped).toEqual([{ rowId: 'a0', column: null, text: 'q' }])
  })

  test('but not an empty text', () => {
    expect(planned('_ _', [area(0, 2)]).skipped).toEqual([])
  })
})

describe('rows are made', () => {
  test('past the last row of the sheet, in the last group, one under the other', () => {
    const { creates, areas } = planned('p q\nr s\nt u', [area(5, 0)])
    expect(creates).toEqual([
      { id: 'new1', groupId: 'b', after: 'b-end', seed: 'annual', cells: { name: 'r', target: 's' } },
      { id: 'new2', groupId: 'b', after: 'new1', seed: 'annual', cells: { name: 't', target: 'u' } },
    ])
    expect(areas).toEqual([area(5, 0, 5, 1)])
  })

  test('past the end of the group where one wants it so', () => {
    const result = planned('p\nq', [area(2, 0)], { below: 'new-rows' })
    expect(result.edits.map((edit) => edit.rowId)).toEqual(['a2'])
    expect(result.creates.map((row) => [row.groupId, row.cells])).toEqual([['a', { name: 'q' }]])
  })

  test('but not for empty lines at the end', () => {
    expect(planned('p\n_\n_', [area(5, 0)]).creates).toEqual([])
  })

  test('and what lies under a computed column is named for them too', () => {
    expect(planned('p\nq', [area(5, 2)])).toMatchObject({
      creates: [],
      skipped: [
        { rowId: 'b2', column: 'rule' },
        { rowId: null, column: 'rule', text: 'q' },
      ],
    })
  })
})

test('a move empties the cells it does not paste over', () => {
  const paste = planned('p\nq', [area(1, 0)])
  const cut = [
    { rowId: 'a0', field: 'name' },
    { rowId: 'a1', field: 'name' },
  ]
  expect(planMove(paste, cut).edits.map(({ rowId, text }) => `${rowId}=${text}`)).toEqual([
    'a0=',
    'a1=p',
    'a2=q',
  ])
})
