import { describe, expect, test } from 'vitest'
import { Colleagues } from '@biaochi/web/sheet/colleagues'
import { HandClock } from '../support/sheet.ts'

const open = () => {
  const clock = new HandClock()
  const colleagues = new Colleagues(clock)
  const moved: string[][] = []
  colleagues.onMove((rowIds) => moved.push([...rowIds]))
  const see = (id: string, groupId: string | null, rowId: string | null = null, column = 'actual') =>
    colleagues.hear({ id, name: id, groupId, rowId, column: rowId && column, seconds: 15 })
  return { clock, colleagues, moved, see, names: (group: string) => colleagues.in(group).map(({ id }) => id) }
}

describe('somebody', () => {
  test('is in a project and in a cell', () => {
    const { colleagues, see, names } = open()
    see('李四', 'p', 'p-0')
    expect(names('p')).toEqual(['李四'])
    expect(colleagues.at('p-0', 'actual')?.name).toBe('李四')
    expect(colleagues.at('p-0', 'score')).toBeNull()
  })

  test('who moves is in one place only, and both rows are told of', () => {
    const { colleagues, see, names, moved } = open()
    see('李四', 'p', 'p-0')
    see('李四', 'q', 'q-1')
    expect(names('p')).toEqual([])
    expect(names('q')).toEqual(['李四'])
    expect(colleagues.at('p-0', 'actual')).toBeNull()
    expect(moved).toEqual([['p-0'], ['p-0', 'q-1']])
  })

  test('who says nothing more has gone', () => {
    const { clock, see, names, moved } = open()
    see('李四', 'p', 'p-0')
    clock.move(14_000)
    see('李四', 'p', 'p-0')
    clock.move(14_000)
    expect(names('p')).toEqual(['李四'])
    clock.move(1_000)
    expect(names('p')).toEqual([])
    expect(moved.at(-1)).toEqual(['p-0'])
  })

  test('who says the same again moves nothing', () => {
    const { see, moved } = open()
    see('李四', 'p', 'p-0')
    see('李四', 'p', 'p-0')
    expect(moved).toHaveLength(1)
  })

  test('is not oneself, be it known before or after', () => {
    const { colleagues, see, names } = open()
    see('我', 'p', 'p-0')
    colleagues.isMe('我')
    expect(names('p')).toEqual([])
    see('我', 'p', 'p-0')
    expect(names('p')).toEqual([])
  })
})

test('on a broken line nobody is known to be anywhere', () => {
  const { clock, colleagues, see, names, moved } = open()
  see('李四', 'p', 'p-0')
  see('王五', 'p')
  colleagues.clear()
  expect(names('p')).toEqual([])
  expect(moved.at(-1)).toEqual(['p-0'])
  clock.move(15_000)
})
