import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createServerDatabase, onServer, type ServerDatabase } from '../support/database.ts'
import { endServer, startServer, type ServerProcess } from '../support/server-process.ts'
import { metRows, selfEvaluationText } from '../support/self-evaluation-text.ts'
import { subscribe, type Subscription } from '../support/subscribe.ts'

// The embedded database belongs to one process; on a server two of ours share it.
const SERVERS = onServer ? 2 : 1
const EDITS = 30

let folder: string
let own: ServerDatabase | null
let servers: ServerProcess[]
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'biaochi-live-'))
  own = onServer ? await createServerDatabase() : null
  const env = {
    MAX_SUBSCRIPTIONS: '3',
    ...(own === null ? { DATA_DIR: folder } : { DATABASE_URL: own.url }),
  }
  servers = await Promise.all(Array.from({ length: SERVERS }, () => startServer(env)))
})
afterAll(async () => {
  await Promise.all(servers.map((server) => endServer(server, 'SIGKILL')))
  await own?.drop()
  await rm(folder, { recursive: true, force: true })
})

const ask = async <Data>(server: ServerProcess, query: string, variables: object = {}): Promise<Data> => {
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  })
  const answer: { data?: Data; errors?: unknown } = await response.json()
  if (answer.data === undefined || answer.errors !== undefined) throw new Error(JSON.stringify(answer.errors))
  return answer.data
}

const APPLY =
  'mutation ($input: ApplyIndicatorChangesInput!) { applyIndicatorChanges(input: $input) { applied changeSetId } }'
const IMPORT =
  'mutation ($input: ImportFormInput!) { importForm(input: $input) { projects { project { id indicators { id } } } } }'
const CHANGES =
  'subscription ($filter: ChangesFilter) { changes(filter: $filter) { number changeSetId cells { after } } }'

interface Notice {
  readonly number: number
  readonly changeSetId: string
  readonly cells: readonly { readonly after: string }[]
}

interface Imported {
  readonly importForm: {
    readonly projects: readonly {
      readonly project: { readonly indicators: readonly { readonly id: string }[] }
    }[]
  }
}

const listen = (server: ServerProcess, since: number): Promise<Subscription<{ changes: Notice }>> =>
  subscribe<{ changes: Notice }>(fetch, server.url, CHANGES, { filter: { since } })

const nextOf = async (subscription: Subscription<{ changes: Notice }>): Promise<Notice> => {
  const event = await subscription.next()
  if (!event?.data) throw new Error(JSON.stringify(event))
  return event.data.changes
}

test(`what is written through any of ${SERVERS} servers arrives at subscribers of each, cut or not, whole and in order`, async () => {
  const [first] = servers
  const last = servers.at(-1)
  if (first === undefined || last === undefined) throw new Error('no server')
  const text = selfEvaluationText({ name: '两台服务器', rows: metRows })
  const { importForm } = await ask<Imported>(first, IMPORT, {
    input: { fileName: 'a.txt', text, commit: true },
  })
  const rows = importForm.projects.flatMap(({ project }) => project.indicators.map(({ id }) => id))
  const { changeNumber: start } = await ask<{ changeNumber: number }>(last, '{ changeNumber }')

  const saved = new Map<string, number>()
  const writer = async (server: ServerProcess, indicatorId: string, name: string): Promise<void> => {
    for (let count = 0; count < EDITS; count += 1) {
      const changes = [{ indicatorId, field: 'REASON', value: `${name} ${count}`, version: count + 1 }]
      const { applyIndicatorChanges: answer } = await ask<{
        applyIndicatorChanges: { applied: boolean; changeSetId: string }
      }>(server, APPLY, { input: { changes } })
      expect(answer.applied).toBe(true)
      saved.set(answer.changeSetId, count)
    }
  }
  const faithful = async (server: ServerProcess): Promise<Notice[]> => {
    const subscription = await listen(server, start)
    const notices: Notice[] = []
    while (notices.length < EDITS * 2) notices.push(await nextOf(subscription))
    await subscription.cut()
    return notices
  }
  /** Is cut every few events, and comes back to another server each time. */
  const wandering = async (): Promise<Notice[]> => {
    const notices: Notice[] = []
    for (let visit = 0; notices.length < EDITS * 2; visit += 1) {
      const subscription = await listen(servers[visit % SERVERS] ?? first, notices.at(-1)?.number ?? start)
      for (let count = 0; count < 5 && notices.length < EDITS * 2; count += 1)
        notices.push(await nextOf(subscription))
      await subscription.cut()
    }
    return notices
  }
  const [, , ...heard] = await Promise.all([
    writer(first, rows[0] ?? '', '甲'),
    writer(last, rows[1] ?? '', '乙'),
    ...servers.map(faithful),
    wandering(),
  ])
  const numbers = Array.from({ length: EDITS * 2 }, (_, index) => start + index + 1)
  for (const notices of heard) {
    expect(notices.map(({ number }) => number)).toEqual(numbers)
    expect(new Set(notices.map(({ changeSetId }) => changeSetId))).toEqual(new Set(saved.keys()))
    for (const name of ['甲', '乙'])
      expect(
        notices.map(({ cells }) => cells[0]?.after ?? '').filter((after) => after.startsWith(name)),
      ).toEqual(Array.from({ length: EDITS }, (_, count) => `${name} ${count}`))
  }
}, 60_000)

test(`who is where is heard at each of ${SERVERS} servers, whichever was told`, async () => {
  const [first] = servers
  if (first === undefined) throw new Error('no server')
  const { projects } = await ask<{ projects: { nodes: readonly { readonly id: string }[] } }>(
    first,
    '{ projects(first: 1) { nodes { id } } }',
  )
  const live = 'subscription { live { ... on Presence { name projectId } } }'
  const streams = await Promise.all(
    servers.map((server) => subscribe<{ live: { name?: string } }>(fetch, server.url, live)),
  )
  const input = { key: crypto.randomUUID(), name: '张三', projectId: projects.nodes[0]?.id }
  for (const stream of streams) {
    // A listener that is only just being opened hears the next word.
    const saying = setInterval(
      () =>
        void ask(
          first,
          'mutation ($input: AnnouncePresenceInput!) { announcePresence(input: $input) { id } }',
          {
            input,
          },
        ),
      250,
    )
    expect(await stream.next()).toEqual({ data: { live: { name: '张三', projectId: input.projectId } } })
    clearInterval(saying)
    await stream.cut()
  }
})

test('a caller who goes away without a word leaves its place to another', async () => {
  const server = servers.at(-1)
  if (server === undefined) throw new Error('no server')
  for (let visit = 0; visit < 12; visit += 1)
    await expect
      .poll(async () => {
        const subscription = await listen(server, 0)
        const event = await subscription.next()
        await subscription.cut()
        return event?.errors?.[0]?.extensions.code ?? 'heard'
      })
      .toBe('heard')
})

test('a server that stops ends its subscriptions, so that they come again', async () => {
  const [server] = servers
  if (server === undefined) throw new Error('no server')
  const subscription = await listen(server, 0)
  await nextOf(subscription)
  const stopped = endServer(server, 'SIGTERM')
  for (let event = await subscription.next(); event !== null; event = await subscription.next())
    expect(event.errors).toBeUndefined()
  expect(await stopped).toBe(0)
})
