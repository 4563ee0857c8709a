import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApp, type TestApp } from '../support/app.ts'
import { changed, cell } from '../support/changes.ts'
import { importProject, type ImportedProject } from '../support/import.ts'
import { subscribe, type Subscription } from '../support/subscribe.ts'

const ANNOUNCE = /* GraphQL */ `
  mutation ($input: AnnouncePresenceInput!) {
    announcePresence(input: $input) {
      id
      name
      projectId
      rowId
      field
      seconds
    }
  }
`

const LIVE = /* GraphQL */ `
  subscription ($filter: ChangesFilter) {
    live(filter: $filter) {
      __typename
      ... on ChangeNotice {
        number
        changeSetId
      }
      ... on Presence {
        id
        name
        projectId
        rowId
        field
      }
    }
  }
`

interface Presence {
  readonly id: string
  readonly name: string
  readonly projectId: string | null
  readonly rowId: string | null
  readonly field: string | null
}

type LiveEvent =
  | ({ readonly __typename: 'Presence' } & Presence)
  | { readonly __typename: 'ChangeNotice'; readonly number: number; readonly changeSetId: string }

let app: TestApp
let one: ImportedProject
let other: ImportedProject
beforeAll(async () => {
  app = await startApp()
  one = await importProject(app, { name: '甲', year: 2023, implementer: '云浦市图书馆' })
  other = await importProject(app, { name: '乙', year: 2024, implementer: '云浦市水务局' })
})

const open: Subscription<{ live: LiveEvent }>[] = []
afterAll(async () => {
  await Promise.all(open.map(({ cut }) => cut()))
  await app.close()
})

const listen = async (filter: object = {}): Promise<() => Promise<LiveEvent>> => {
  const subscription = await subscribe<{ live: LiveEvent }>(app.fetch, 'http://localhost', LIVE, { filter })
  open.push(subscription)
  return async () => {
    const event = await subscription.next()
    expect(event?.errors, JSON.stringify([event, app.bugs.map(String)])).toBeUndefined()
    if (!event?.data) throw new Error('the stream has ended')
    return event.data.live
  }
}

const announce = async (input: object): Promise<Presence> =>
  (await app.runOk<{ announcePresence: Presence }>(ANNOUNCE, { input })).announcePresence

const tab = (name = '张三') => ({ key: randomUUID(), name })

test('who is where arrives at those who listen, by a name of the tab that is not its key', async () => {
  const next = await listen({ fiscalYear: 2023 })
  const me = tab()
  const rowId = one.indicators[0]?.id ?? ''
  const told = await announce({ ...me, projectId: one.id, rowId, field: 'actual' })
  expect(told.id).not.toContain(me.key.slice(0, 8))
  expect(await next()).toEqual({
    __typename: 'Presence',
    id: told.id,
    name: '张三',
    projectId: one.id,
    rowId,
    field: 'actual',
  })
})

test('who comes later is told who is there already', async () => {
  const { id } = await announce({ ...tab('先来的'), projectId: other.id })
  const next = await listen({ fiscalYear: 2024 })
  expect(await next()).toMatchObject({ id, projectId: other.id, rowId: null, field: null })
})

test('who goes to a project outside the filter has left, and nobody is told where to', async () => {
  const next = await listen({ projectId: one.id })
  const me = tab('要走的')
  const { id } = await announce({ ...me, projectId: one.id })
  let event = await next()
  while (event.__typename !== 'Presence' || event.id !== id) event = await next()
  await announce({ ...me, projectId: other.id, field: 'score' })
  expect(await next()).toEqual({
    __typename: 'Presence',
    id,
    name: '要走的',
    projectId: null,
    rowId: null,
    field: null,
  })
})

test('whoever was never in the filter is not heard of, neither coming nor leaving', async () => {
  const next = await listen({ projectId: one.id })
  const stranger = tab('路人')
  await announce({ ...stranger, projectId: other.id })
  await announce(stranger)
  const { id } = await announce({ ...tab('来的'), projectId: one.id })
  const heard: LiveEvent[] = []
  do heard.push(await next())
  while (!heard.some((event) => event.__typename === 'Presence' && event.id === id))
  expect(heard.map((event) => (event.__typename === 'Presence' ? event.name : ''))).not.toContain('路人')
})

test('changes come over the same stream, each once and in order, however people move', async () => {
  const { changeNumber: since } = await app.runOk<{ changeNumber: number }>('{ changeNumber }')
  const next = await listen({ projectId: one.id, since })
  const [row] = one.indicators
  if (row === undefined) throw new Error('no indicator')
  const sets: string[] = []
  for (let count = 0; count < 5; count += 1) {
    sets.push(await changed(app, { changes: [cell(row, 'REASON', `第${count}次`, count + 1)] }))
    await announce({ ...tab(), projectId: one.id, rowId: row.id, field: 'reason' })
  }
  const heard: string[] = []
  while (heard.length < sets.length) {
    const event = await next()
    if (event.__typename === 'ChangeNotice') heard.push(event.changeSetId)
  }
  expect(heard).toEqual(sets)
})

test('a number from the future is refused as with changes', async () => {
  const subscription = await subscribe(app.fetch, 'http://localhost', LIVE, { filter: { since: 1_000_000 } })
  expect((await subscription.next())?.errors?.[0]?.extensions.code).toBe('BAD_INPUT')
})

test('a name is shown without what cannot be seen', async () => {
  expect((await announce({ ...tab(' 张\u202E三\u0000 \n 丰 '), projectId: one.id })).name).toBe('张三 丰')
})

describe('refused', () => {
  const cases: readonly (readonly [string, string, () => object])[] = [
    ['a key that is no UUID', 'BAD_INPUT', () => ({ key: '我', name: '张三', projectId: one.id })],
    ['an empty name', 'BAD_INPUT', () => ({ ...tab(' \u200B '), projectId: one.id })],
    ['a name of 41 characters', 'BAD_INPUT', () => ({ ...tab('长'.repeat(41)), projectId: one.id })],
    ['a name of a megabyte', 'BAD_INPUT', () => ({ ...tab('长'.repeat(400_000)), projectId: one.id })],
    ['a project that is not there', 'NOT_FOUND', () => ({ ...tab(), projectId: randomUUID() })],
    ['a row that is no UUID', 'BAD_INPUT', () => ({ ...tab(), projectId: one.id, rowId: '1' })],
    ['a field of other signs', 'BAD_INPUT', () => ({ ...tab(), projectId: one.id, field: '<b>' })],
    ['a field of 61 letters', 'BAD_INPUT', () => ({ ...tab(), projectId: one.id, field: 'a'.repeat(61) })],
  ]
  test.each(cases)('%s: %s', async (_title, code, input) => {
    await app.runError(code, ANNOUNCE, { input: input() })
  })

  test('a tab that announces without end', async () => {
    const me = { ...tab(), projectId: one.id }
    const ends: string[] = []
    for (let count = 0; count < 40; count += 1)
      ends.push(
        await app.runOk(ANNOUNCE, { input: me }).then(
          () => 'heard',
          () => 'refused',
        ),
      )
    expect(ends.at(0)).toBe('heard')
    expect(ends).toContain('refused')
    await app.runError('RATE_LIMITED', ANNOUNCE, { input: me })
  })
})

test('what others say on the channel of the database harms nobody', async () => {
  const next = await listen({ projectId: one.id })
  for (const text of ['', 'x', '{}', '{"id":1}', '['.repeat(1000)])
    await app.db.sql.query(`SELECT pg_notify('biaochi_presence', $1)::text`, [text])
  const { id } = await announce({ ...tab('还在'), projectId: one.id })
  let event = await next()
  while (event.__typename !== 'Presence' || event.id !== id) event = await next()
  expect(event.name).toBe('还在')
})
