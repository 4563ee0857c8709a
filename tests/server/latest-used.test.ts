import { describe, expect, test } from 'vitest'
import { ChangeMarks } from '@biaochi/server/answers/change-marks'
import { Shared } from '@biaochi/server/answers/shared'
import { LatestUsed } from '@biaochi/server/latest-used'

describe('the latest used', () => {
  const weights = (most: number): LatestUsed<number> => new LatestUsed(most, (_key, weight) => weight)

  test('go when there is no room, the longest unused first', () => {
    const values = weights(10)
    values.set('a', 4)
    values.set('b', 4)
    values.get('a')
    values.set('c', 4)
    expect(['a', 'b', 'c'].map((key) => values.get(key))).toEqual([4, undefined, 4])
    expect(values.weight).toBe(8)
  })

  test('weigh what they weigh now when they are set again', () => {
    const values = weights(10)
    values.set('a', 9)
    values.set('a', 1)
    values.set('b', 9)
    expect([values.get('a'), values.get('b'), values.weight]).toEqual([1, 9, 10])
  })
})

describe('work that is shared', () => {
  test('is done once for all who ask meanwhile, and again afterwards', async () => {
    const shared = new Shared<number>()
    let done = 0
    const work = async (): Promise<number> => (done += 1)
    const isGood = (): boolean => true
    expect(await Promise.all(['a', 'a', 'b', 'a'].map((id) => shared.run(id, work, isGood)))).toEqual([
      1, 1, 2, 1,
    ])
    expect(await shared.run('a', work, isGood)).toBe(3)
  })

  test.each([
    ['fails', () => Promise.reject(new Error('first'))],
    ['is no good', () => Promise.resolve(-1)],
  ])('and %s is done by each for itself', async (_what, first) => {
    const shared = new Shared<number>()
    const isGood = (result: number): boolean => result > 0
    const leader = shared.run('a', first, isGood).catch(() => -1)
    expect(await shared.run('a', () => Promise.resolve(1), isGood)).toBe(1)
    expect(await leader).toBe(-1)
  })
})

describe('a mark', () => {
  /** A counter whose readings are answered by hand. */
  const counter = () => {
    const open: ((mark: string) => void)[] = []
    const query = async <Row>(): Promise<readonly Row[]> => {
      const { promise, resolve } = Promise.withResolvers<string>()
      open.push(resolve)
      return [{ mark: await promise } as Row]
    }
    return { marks: new ChangeMarks({ query, script: () => Promise.resolve() }), open }
  }

  test('is never that of a reading which began before it was asked for', async () => {
    const { marks, open } = counter()
    const first = marks.read()
    const later = [marks.read(), marks.read()]
    expect(open).toHaveLength(1)
    open[0]?.('1')
    expect(await first).toBe('1')
    expect(open).toHaveLength(2)
    const last = marks.read()
    open[1]?.('2')
    expect(await Promise.all(later)).toEqual(['2', '2'])
    open[2]?.('3')
    expect(await last).toBe('3')
  })
})
