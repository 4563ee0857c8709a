import { describe, expect, test } from 'vitest'
import { ApiError } from '@biaochi/web/api/api-error'
import type { Api } from '@biaochi/web/api/client'
import { followLive } from '@biaochi/web/api/live'
import type { ChangeNotice } from '@biaochi/web/api/live'

const notice = (number: number): ChangeNotice => ({
  __typename: 'ChangeNotice',
  number,
  changeSetId: `set-${number}`,
  author: 'local-admin',
  source: 'EDIT',
  createdAt: '2026-01-01T00:00:00.000Z',
  projectIds: [],
  cells: [],
})

type Visit = readonly (number | Error)[]

/** A server whose line ends as often as there are visits; asked once more, it is told to go. */
async function follow(visits: readonly Visit[], since = 7) {
  const asked: unknown[] = []
  const heard: number[] = []
  const line: boolean[] = []
  const waits: number[] = []
  const leave = new AbortController()
  const stream = async function* (_document: unknown, variables: unknown, options: { onOpen: () => void }) {
    asked.push(variables)
    const visit = visits[asked.length - 1]
    if (visit === undefined) return leave.abort()
    if (!(visit[0] instanceof Error)) options.onOpen()
    for (const event of visit) {
      if (event instanceof Error) throw event
      yield { live: notice(event) }
    }
  }
  const end = await followLive(
    // What the server brings is this file's own; the type of the document is not looked at.
    { stream: stream as unknown as Api['stream'] },
    {
      selection: { year: 2025, agencyId: null },
      since,
      onChange: ({ number }) => void heard.push(number),
      onPresence: () => undefined,
      onLine: (open) => void line.push(open),
      wait: async (ms) => void waits.push(ms),
    },
    leave.signal,
  )
  return { end, heard, line, waits, since: asked.map((variables) => sinceOf(variables)) }
}

const sinceOf = (variables: unknown): unknown =>
  typeof variables === 'object' && variables !== null && 'filter' in variables
    ? Object(variables.filter).since
    : null

const away = new ApiError('unreachable', '连不上服务器', null)

describe('a line that breaks', () => {
  test('is opened again after the last number that was heard', async () => {
    const { heard, since, end } = await follow([[8, 9], [10, away], [away], [11]])
    expect(heard).toEqual([8, 9, 10, 11])
    expect(since).toEqual([7, 9, 10, 10, 11])
    expect(end).toBe('ended')
  })

  test('is tried after longer and longer pauses, and soon again once it has held', async () => {
    const { waits } = await follow([[away], [away], [away], [8], [away]])
    expect(waits).toEqual([500, 1000, 2000, 500, 1000])
  })

  test('is told to be open and broken', async () => {
    const { line } = await follow([[8], [away], [9]])
    expect(line).toEqual([true, false, false, true, false])
  })
})

test.each(['BAD_INPUT', 'TOO_LARGE'])('what the server refuses with %s is lost', async (code) => {
  const { end, since } = await follow([[8], [new ApiError('refused', '…', code)], [9]])
  expect(end).toBe('lost')
  expect(since).toEqual([7, 8])
})

test('a server without breath is asked again', async () => {
  const { heard } = await follow([[new ApiError('unreachable', '太忙', 'RATE_LIMITED')], [8]])
  expect(heard).toEqual([8])
})

test('a bug is not taken for a broken line', async () => {
  await expect(follow([[new Error('bug')]])).rejects.toThrow('bug')
})
