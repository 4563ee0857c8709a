import { LastYear } from '@biaochi/web/sheet/compare/last-year'
import { describe, expect, test } from 'vitest'

/** Answers when it is told to. */
function openYear() {
  const asked: string[][] = []
  const arrived: string[] = []
  const answers: ((isThere: boolean) => void)[] = []
  const year = new LastYear({
    fetch: (ids) => {
      asked.push([...ids])
      return new Promise((resolve, reject) => {
        answers.push((isThere) => {
          if (isThere) resolve(new Map(ids.map((id) => [id, { id: `${id}-before`, indicators: [] }])))
          else reject(new Error('no line'))
        })
      })
    },
    onarrive: (ids) => void arrived.push(...ids),
  })
  const answer = async (isThere = true): Promise<void> => {
    answers.shift()?.(isThere)
    await new Promise((resolve) => setTimeout(resolve))
  }
  return { year, asked, arrived, answer }
}
const ids = (from: number, to: number): string[] =>
  Array.from({ length: to - from }, (_, at) => `p${from + at}`)

test('a hundred projects are read at once, one request after the other, and those that come meanwhile', async () => {
  const { year, asked, arrived, answer } = openYear()
  void year.read(ids(0, 150))
  void year.read(ids(0, 170))
  expect(asked.map((list) => list.length)).toEqual([100])
  await answer()
  expect(asked.map((list) => list.length)).toEqual([100, 70])
  await answer()
  expect(arrived).toEqual(ids(0, 170))
  expect(year.isReading).toBe(false)
  await year.read(ids(0, 170))
  expect(asked).toHaveLength(2)
})

test('a project the server does not know any more has no year before', async () => {
  const year = new LastYear({ fetch: () => Promise.resolve(new Map()), onarrive: () => undefined })
  expect(year.of('p0')).toBe(undefined)
  await year.read(['p0'])
  expect(year.of('p0')).toBe(null)
})

test('what is shown no more is forgotten, and read anew when it comes back', async () => {
  const { year, asked, answer } = openYear()
  void year.read(['p0', 'p1'])
  await answer()
  void year.read(['p1'])
  expect(year.of('p0')).toBe(undefined)
  void year.read(['p0', 'p1'])
  expect(asked).toEqual([['p0', 'p1'], ['p0']])
})

test('what failed is asked for again the next time', async () => {
  const { year, asked, answer } = openYear()
  const reading = expect(year.read(['p0'])).rejects.toThrow('no line')
  await answer(false)
  await reading
  void year.read(['p0'])
  await answer()
  expect(asked).toEqual([['p0'], ['p0']])
  expect(year.of('p0')).toEqual([])
})

describe('what others change of the year before', () => {
  /** Two projects are known, with the ids they had a year earlier. */
  const openKnown = async () => {
    const opened = openYear()
    void opened.year.read(['p0', 'p1'])
    await opened.answer()
    return opened
  }

  test('is read anew, and shown as it was until then', async () => {
    const { year, asked, answer } = await openKnown()
    void year.follow({ projectIds: ['p1-before', 'unknown'], pairsAnew: false })
    expect([asked.at(-1), year.of('p1')]).toEqual([['p1'], []])
    await answer()
    void year.follow({ projectIds: ['unknown'], pairsAnew: false })
    expect(asked).toHaveLength(2)
  })

  test('may make any project another one’s: then all are read anew', async () => {
    const { year, asked } = await openKnown()
    void year.follow({ projectIds: ['unknown'], pairsAnew: true })
    expect(asked.at(-1)).toEqual(['p0', 'p1'])
  })

  test('while it is being read is read once more', async () => {
    const { year, asked, answer } = await openKnown()
    const change = { projectIds: ['p1-before'], pairsAnew: false }
    void year.follow(change)
    void year.follow(change)
    await answer()
    await answer()
    expect(asked.slice(1)).toEqual([['p1'], ['p1']])
  })

  test('is asked for again when nobody answered, and so is everything after nobody has followed it', async () => {
    const { year, asked, answer } = await openKnown()
    const failed = expect(year.follow({ projectIds: ['p1-before'], pairsAnew: false })).rejects.toThrow()
    await answer(false)
    await failed
    void year.read(['p0', 'p1'])
    expect(asked.at(-1)).toEqual(['p1'])
    await answer()
    year.distrust()
    void year.read(['p0', 'p1'])
    expect(asked.at(-1)).toEqual(['p0', 'p1'])
  })
})

test('a project that was renamed may be another one’s: it alone is read anew', async () => {
  const { year, asked, answer } = openYear()
  void year.read(['p0', 'p1'])
  await answer()
  void year.pairAnew(['p1', 'not-shown'])
  expect(asked.at(-1)).toEqual(['p1'])
})
