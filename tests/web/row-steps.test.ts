import { copiedRows, dropMoves, newRows, stepMoves } from '@biaochi/web/sheet/row-steps'
import type { RowSource } from '@biaochi/web/sheet/row-steps'
import { describe, expect, test } from 'vitest'

/** Two groups of four rows each, named after their place. */
function source(): RowSource {
  const orders = new Map([
    ['a', ['a1', 'a2', 'a3', 'a4']],
    ['b', ['b1', 'b2', 'b3', 'b4']],
  ])
  let made = 0
  return {
    groupOf: (id) => id[0],
    rowIdsOf: (groupId) => orders.get(groupId) ?? [],
    contentOf: (id) => ({ after: null, seed: 'annual', cells: { level1: '产出', name: `名${id}` } }),
    newRowId: () => `new${(made += 1)}`,
  }
}

const applied = (order: readonly string[], moves: readonly { rowId: string; after: string | null }[]) =>
  moves.reduce<readonly string[]>((rows, { rowId, after }) => {
    const others = rows.filter((id) => id !== rowId)
    return others.toSpliced(after === null ? 0 : others.indexOf(after) + 1, 0, rowId)
  }, order)

const order = ['a1', 'a2', 'a3', 'a4']

describe('new rows', () => {
  test('come below the last chosen row, as many as are chosen, under the same levels', () => {
    expect(newRows(['a2', 'a3'], 'below', ['level1'], source())).toEqual([
      { id: 'new1', groupId: 'a', after: 'a3', seed: 'annual', cells: { level1: '产出' } },
      { id: 'new2', groupId: 'a', after: 'new1', seed: 'annual', cells: { level1: '产出' } },
    ])
  })
  for (const [first, after] of [
    ['a1', null],
    ['a3', 'a2'],
  ] as const)
    test(`above ${first} stand under ${after ?? 'nothing'}`, () => {
      expect(newRows([first], 'above', [], source())).toMatchObject([{ after, cells: {} }])
    })
  test('come in every group with a chosen row', () => {
    expect(newRows(['a4', 'b1'], 'below', [], source()).map(({ after }) => after)).toEqual(['a4', 'b1'])
  })
  test('of nothing chosen are none', () => {
    expect(newRows([], 'below', [], source())).toEqual([])
  })
})

describe('copies', () => {
  test('stand together below the last chosen row, in the order of the sheet', () => {
    const copies = copiedRows(['a3', 'a1'], source())
    expect(copies.map(({ after, cells }) => [after, cells['name']])).toEqual([
      ['a3', '名a1'],
      ['new1', '名a3'],
    ])
  })
})

describe('a move', () => {
  for (const [chosen, step, becomes] of [
    [['a2'], 'up', 'a2 a1 a3 a4'],
    [['a3'], 'up', 'a1 a3 a2 a4'],
    [['a1'], 'up', 'a1 a2 a3 a4'],
    [['a2', 'a3'], 'up', 'a2 a3 a1 a4'],
    [['a2', 'a4'], 'up', 'a2 a4 a1 a3'],
    [['a2'], 'down', 'a1 a3 a2 a4'],
    [['a1', 'a2'], 'down', 'a3 a1 a2 a4'],
    [['a4'], 'down', 'a1 a2 a3 a4'],
  ] as const)
    test(`${step} of ${chosen.join(' and ')} makes ${becomes}`, () => {
      expect(applied(order, stepMoves(chosen, step, source())).join(' ')).toBe(becomes)
    })

  for (const [chosen, after, becomes] of [
    [['a1'], 'a3', 'a2 a3 a1 a4'],
    [['a4'], null, 'a4 a1 a2 a3'],
    [['a1', 'a4'], 'a2', 'a2 a1 a4 a3'],
    [['a2', 'a3'], 'a3', 'a1 a2 a3 a4'],
    [['a1'], 'a1', 'a1 a2 a3 a4'],
    [['b1'], 'a2', 'a1 a2 a3 a4'],
  ] as const)
    test(`of ${chosen.join(' and ')} dropped under ${after ?? 'nothing'} makes ${becomes}`, () => {
      expect(applied(order, dropMoves(chosen, 'a', after, source())).join(' ')).toBe(becomes)
    })
})
