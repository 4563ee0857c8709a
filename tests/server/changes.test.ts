import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '@biaochi/server/app'
import { startApp, type TestApp } from '../support/app.ts'
import { onServer } from '../support/database.ts'
import { importProject, importProjects, type ImportedProject } from '../support/import.ts'
import { subscribe, type Subscription } from '../support/subscribe.ts'

const CHANGES = /* GraphQL */ `
  subscription ($filter: ChangesFilter) {
    changes(filter: $filter) {
      number
      changeSetId
      author
      source
      createdAt
      projectIds
      cells {
        rowId
        entity
        kind
        field
        before
        after
        rowVersion
      }
      projects {
        id
        version
        awardedTotal
      }
    }
  }
`

const APPLY = /* GraphQL */ `
  mutation ($input: ApplyIndicatorChangesInput!) {
    applyIndicatorChanges(input: $input) {
      applied
      changeSetId
      outcomes {
        reason
      }
      projects {
        version
        awardedTotal
      }
    }
  }
`

interface Notice {
  readonly number: number
  readonly changeSetId: string
  readonly author: string
  readonly source: string
  readonly createdAt: string
  readonly projectIds: readonly string[]
  readonly cells: readonly Record<string, unknown>[] | null
  readonly projects: readonly { id: string; version: number; awardedTotal: string }[]
}

interface Applied {
  readonly applyIndicatorChanges: {
    readonly applied: boolean
    readonly changeSetId: string
    readonly projects: readonly { version: number; awardedTotal: string }[]
  }
}

let app: TestApp
let one: ImportedProject
let other: ImportedProject
beforeAll(async () => {
  app = await startApp()
  one = await importProject(app, { name: '甲', year: 2023, implementer: '云浦市图书馆' })
  other = await importProject(app, { name: '乙', year: 2024, implementer: '云浦市水务局' })
})
afterAll(() => app.close())

const versions = new Map<string, number>()

/** Writes a reason into a row, whatever stands there. */
const edit = async (
  project: ImportedProject,
  row: number,
  value: string,
): Promise<Applied['applyIndicatorChanges']> => {
  const indicatorId = project.indicators[row]?.id ?? ''
  const version = versions.get(indicatorId) ?? 1
  versions.set(indicatorId, version + 1)
  const changes = [{ indicatorId, field: 'REASON', value, version }]
  const { applyIndicatorChanges } = await app.runOk<Applied>(APPLY, { input: { changes } })
  expect(applyIndicatorChanges.applied, JSON.stringify(applyIndicatorChanges)).toBe(true)
  return applyIndicatorChanges
}

const changeNumber = async (): Promise<number> =>
  (await app.runOk<{ changeNumber: number }>('{ changeNumber }')).changeNumber

const open: Subscription<{ changes: Notice }>[] = []
const listen = async (
  filter: object = {},
  send: TestApp['fetch'] = app.fetch,
): Promise<Subscription<{ changes: Notice }>> => {
  const subscription = await subscribe<{ changes: Notice }>(send, 'http://localhost', CHANGES, { filter })
  open.push(subscription)
  return subscription
}
afterAll(() => Promise.all(open.map(({ cut }) => cut())))

const notice = async (subscription: Subscription<{ changes: Notice }>): Promise<Notice> => {
  const event = await subscription.next()
  expect(event?.errors, JSON.stringify([event, app.bugs.map(String)])).toBeUndefined()
  if (!event?.data) throw new Error('the stream has ended')
  return event.data.changes
}

test('a change arrives with number, author, source, cells with versions and the new totals', async () => {
  const before = await changeNumber()
  const subscription = await listen({ since: before })
  const indicatorId = one.indicators[0]?.id ?? ''
  const changes = [{ indicatorId, field: 'SCORE', value: '1', version: 1 }]
  const { applyIndicatorChanges: applied } = await app.runOk<Applied>(APPLY, {
    input: { changes, source: 'PASTE' },
  })
  versions.set(indicatorId, 2)
  const arrived = await notice(subscription)
  expect(arrived).toMatchObject({
    number: before + 1,
    changeSetId: applied.changeSetId,
    author: 'local-admin',
    source: 'PASTE',
    createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    projectIds: [one.id],
    projects: [{ id: one.id, ...applied.projects[0] }],
  })
  expect(arrived.cells).toEqual([
    {
      rowId: indicatorId,
      entity: 'INDICATOR',
      kind: 'UPDATE',
      field: 'score',
      before: expect.any(String),
      after: '1',
      rowVersion: 2,
    },
  ])
  await subscription.cut()
})

test('an event tells the totals of its own time, not what an earlier event had read', async () => {
  const subscription = await listen({ since: await changeNumber() })
  const seen: number[] = []
  for (let count = 0; count < 3; count += 1) {
    const { projects } = await edit(one, 1, `第${count}次`)
    const [project] = (await notice(subscription)).projects
    expect(project?.version).toBe(projects[0]?.version)
    seen.push(project?.version ?? 0)
  }
  expect(new Set(seen).size).toBe(3)
  await subscription.cut()
})

test('an import arrives as the projects it made', async () => {
  const subscription = await listen({ since: await changeNumber() })
  const made = await importProjects(app, [{ name: '新一' }, { name: '新二' }])
  const arrived = await notice(subscription)
  expect(arrived.source).toBe('IMPORT')
  expect(arrived.projectIds.toSorted()).toEqual(made.map(({ id }) => id).toSorted())
  expect(arrived.cells?.map(({ kind, entity }) => [kind, entity])).toEqual([
    ['CREATE', 'PROJECT'],
    ['CREATE', 'PROJECT'],
  ])
  await subscription.cut()
})

describe('a filter', () => {
  test.each([
    ['project', async () => ({ projectId: other.id })],
    ['year', async () => ({ fiscalYear: 2024 })],
    [
      'agency',
      async () => ({
        agencyId: (await app.db.prisma.agency.findFirstOrThrow({ where: { name: '云浦市水务局' } })).id,
      }),
    ],
  ])('by %s lets only its changes through', async (_name, filter) => {
    const subscription = await listen({ ...(await filter()), since: await changeNumber() })
    await edit(one, 2, `不该听到 ${_name}`)
    await edit(other, 2, `该听到 ${_name}`)
    const { cells, projectIds } = await notice(subscription)
    expect(projectIds).toEqual([other.id])
    expect(cells).toMatchObject([{ after: `该听到 ${_name}` }])
    await subscription.cut()
  })
})

test('a stream of edits with the connection cut again and again is received whole, in order, nothing twice', async () => {
  const EDITS = 60
  const start = await changeNumber()
  const received: Notice[] = []
  const writing = (async () => {
    for (let count = 0; count < EDITS; count += 1) await edit(one, 3, `流 ${count}`)
  })()
  let since = start
  while (received.length < EDITS) {
    const subscription = await listen({ since })
    for (let count = 0; count < 7 && received.length < EDITS; count += 1) {
      const arrived = await notice(subscription)
      received.push(arrived)
      since = arrived.number
    }
    await subscription.cut()
  }
  await writing
  expect(received.map(({ number }) => number)).toEqual(
    Array.from({ length: EDITS }, (_, index) => start + index + 1),
  )
  expect(received.map(({ cells }) => cells?.[0]?.['after'])).toEqual(
    Array.from({ length: EDITS }, (_, count) => `流 ${count}`),
  )
}, 60_000)

test('change sets saved at the same time are numbered without gaps and each arrives once, in order', async () => {
  const start = await changeNumber()
  const subscription = await listen({ since: start })
  const projects = await importProjects(
    app,
    Array.from({ length: 8 }, (_, index) => ({ name: `并发${start}-${index}` })),
  )
  await Promise.all(
    projects.map(async (project) => {
      for (let count = 0; count < 5; count += 1) await edit(project, 0, `并发 ${count}`)
    }),
  )
  const numbers: number[] = []
  while (numbers.length < 41) numbers.push((await notice(subscription)).number)
  expect(numbers).toEqual(Array.from({ length: 41 }, (_, index) => start + index + 1))
  const [unnumbered] = await app.db.sql.query<{ count: string }>(
    `SELECT count(*)::text AS "count" FROM "change_set" WHERE "number" IS NULL`,
  )
  expect(unnumbered?.count).toBe('0')
  await subscription.cut()
}, 60_000)

test('a subscription without since hears what comes from now on', async () => {
  const subscription = await listen()
  const { changeSetId } = await edit(one, 4, '从现在起')
  expect((await notice(subscription)).changeSetId).toBe(changeSetId)
  await subscription.cut()
})

test('a change set of more cells than anybody wants to be sent comes without them, with its projects', async () => {
  const subscription = await listen({ since: await changeNumber() })
  await app.db.sql.transaction(async (sql) => {
    const id = '0190b0f0-0000-7000-8000-00000000aaaa'
    await sql.query(
      `INSERT INTO "change_set" ("id", "author", "source", "cells", "rows", "projects") VALUES ($1, 'x', 'API', 4000, 4000, 1)`,
      [id],
    )
    await sql.query(
      `INSERT INTO "cell_change" ("change_set_id", "row_id", "field", "project_id", "fiscal_year", "implementer_id", "after", "row_version")
       SELECT $1::uuid, gen_random_uuid(), 'reason', p."id", p."fiscal_year", p."implementer_id", 'x', 2
       FROM generate_series(1, 4000), "project" p WHERE p."id" = $2::uuid`,
      [id, one.id],
    )
    const { announce } = await import('@biaochi/server/actions/announce')
    announce(sql, id)
  })
  expect(await notice(subscription)).toMatchObject({ cells: null, projectIds: [one.id] })
  await subscription.cut()
})

test('a silent subscription is kept alive by comments', async () => {
  const response = await app.fetch(
    new Request('http://localhost/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
      body: JSON.stringify({ query: 'subscription { changes { number } }' }),
    }),
  )
  expect(response.headers.get('content-type')).toBe('text/event-stream')
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  while (text.length < 9) text += (await reader?.read())?.value ?? ''
  expect(text).toBe(':\n\n:\n\n:\n\n')
  await reader?.cancel()
})

describe('a subscription is refused', () => {
  test.each([
    ['BAD_INPUT', 'a number that has not been reached', { since: 2_000_000_000 }],
    ['BAD_INPUT', 'a number below 0', { since: -1 }],
    ['BAD_INPUT', 'a project that is no id', { projectId: "' OR 1=1" }],
    ['BAD_INPUT', 'an agency that is no id', { agencyId: 'a\0b' }],
  ])('with %s for %s', async (code, _what, filter) => {
    const event = await (await listen(filter)).next()
    expect(event?.errors?.[0]?.extensions.code).toBe(code)
  })

  test('beyond the number allowed, until another one has gone', async () => {
    const small = createApp(app.db, {
      logBug: (_id, bug) => app.bugs.push(bug),
      limits: { subscriptions: 2 },
    })
    const send: TestApp['fetch'] = async (request) => small.fetch(request)
    const first = await listen({}, send)
    await listen({}, send)
    const event = await (await listen({}, send)).next()
    expect(event?.errors?.[0]?.extensions.code).toBe('RATE_LIMITED')
    await first.cut()
    await expect
      .poll(async () => {
        const again = await listen({ since: await changeNumber() }, send)
        await edit(one, 4, `又有位置 ${performance.now()}`)
        return (await again.next())?.errors?.[0]?.extensions.code ?? 'heard'
      })
      .toBe('heard')
  })
})

test('a subscriber that leaves too much lying is sent away with a code and resumes where it was', async () => {
  const strict = createApp(app.db, {
    logBug: (_id, bug) => app.bugs.push(bug),
    limits: { subscriberBehind: 5 },
  })
  const send: TestApp['fetch'] = async (request) => strict.fetch(request)
  const start = await changeNumber()
  const lazy = await listen({ since: start }, send)
  const received: number[] = []
  for (let count = 0; count < 40; count += 1) await edit(one, 0, `不取 ${count} ${'长'.repeat(4000)}`)
  let since = start
  for (let code = ''; code !== 'RATE_LIMITED';) {
    const event = await lazy.next()
    if (event === null) throw new Error(`ended without a word after ${received.length}`)
    code = event.errors?.[0]?.extensions.code ?? ''
    if (event.data) received.push((since = event.data.changes.number))
  }
  expect(await lazy.next()).toBeNull()
  const again = await listen({ since }, send)
  while (received.length < 40) received.push((await notice(again)).number)
  expect(received).toEqual(Array.from({ length: 40 }, (_, index) => start + index + 1))
})

// PGlite has no connection that could break.
if (onServer)
  test('announcements go on after the listening connection was cut, and nothing is skipped', async () => {
    const start = await changeNumber()
    const subscription = await listen({ since: start })
    await edit(one, 1, `之前 ${start}`)
    expect((await notice(subscription)).number).toBe(start + 1)
    const [cut] = await app.db.sql.query<{ count: string }>(
      `SELECT count(pg_terminate_backend(pid))::text AS "count" FROM pg_stat_activity
       WHERE datname = current_database() AND application_name = 'biaochi listener'`,
    )
    expect(Number(cut?.count)).toBeGreaterThan(0)
    await edit(one, 1, `之间 ${start}`)
    await edit(one, 1, `之后 ${start}`)
    expect([(await notice(subscription)).number, (await notice(subscription)).number]).toEqual([
      start + 2,
      start + 3,
    ])
    await subscription.cut()
  })
