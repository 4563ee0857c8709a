import { brotliDecompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDatabase, type Database } from '@biaochi/prisma'
import { createApp } from '@biaochi/server/app'
import { schema } from '@biaochi/server/schema'
import { startApp, type TestApp } from '../support/app.ts'
import { at, cell, changed, freshProject } from '../support/changes.ts'
import { onServer } from '../support/database.ts'
import { importProject, type ImportedProject } from '../support/import.ts'
import { done, redo, undo } from '../support/undo.ts'

let app: TestApp
let project: ImportedProject
beforeAll(async () => {
  app = await startApp({ answerBytes: 10_000_000 })
  project = await importProject(app, { name: '常看' })
})
afterAll(() => app.close())

const MARK = /FROM "change_counter"$/

interface Names {
  readonly projects: { readonly nodes: readonly { readonly name: string }[] }
}

/** A question nobody else asks, so that nothing of it is known yet. */
const fresh = (() => {
  let serial = 0
  return (inner = 'name implementer { name }'): string =>
    `query Q${(serial += 1)} { projects(first: 500) { nodes { ${inner} } } }`
})()

const ask = async (query: string, headers: Record<string, string> = {}): Promise<readonly string[]> => {
  await app.runOk(query, {}, headers)
  return app.statements()
}

/** Asks until the answer is kept. */
const keep = async (query: string, headers: Record<string, string> = {}): Promise<void> => {
  for (let time = 0; time < 2; time += 1) await app.runOk(query, {}, headers)
  const [only, ...more] = await ask(query, headers)
  expect(only).toMatch(MARK)
  expect(more).toEqual([])
}

const send = (query: string, headers: Record<string, string> = {}, method = 'POST'): Promise<Response> =>
  app.fetch(
    method === 'GET'
      ? new Request(`http://localhost/graphql?query=${encodeURIComponent(query)}`, { headers })
      : new Request('http://localhost/graphql', {
          method,
          headers: { 'content-type': 'application/json', ...headers },
          body: JSON.stringify({ query }),
        }),
  )

describe('a query', () => {
  test('that comes again is answered with one statement from the third time on, and with the same bytes', async () => {
    const query = fresh()
    const first = await (await send(query)).text()
    expect(await ask(query)).toHaveLength(3)
    const third = await send(query)
    expect(await third.text()).toBe(first)
    expect(third.headers.get('content-type')).toContain('json')
    expect(await ask(query)).toEqual([expect.stringMatching(MARK)])
  })

  test('that comes once asks for no change number', async () => {
    expect(await ask(fresh())).toHaveLength(2)
  })

  test('with other variables is another', async () => {
    const query = 'query V($text: String) { projects(filter: { text: $text }) { nodes { name } } }'
    for (let time = 0; time < 3; time += 1) {
      expect((await app.runOk<Names>(query, { text: '常看' })).projects.nodes).toHaveLength(1)
      expect((await app.runOk<Names>(query, { text: '没有的' })).projects.nodes).toHaveLength(0)
    }
    expect(app.statements()).toHaveLength(1)
  })

  test('in another language is another', async () => {
    const query = fresh('indicators { explanation }')
    const texts = new Map<string, Set<string>>()
    for (let time = 0; time < 4; time += 1)
      for (const language of ['zh-CN', 'en'])
        texts.set(
          language,
          (texts.get(language) ?? new Set()).add(
            await (await send(query, { 'accept-language': language })).text(),
          ),
        )
    const [chinese, english] = [...texts.values()].map((answers) => [...answers])
    expect([chinese?.length, english?.length]).toEqual([1, 1])
    expect(chinese).not.toEqual(english)
    expect(await ask(query, { 'accept-language': 'en' })).toHaveLength(1)
  })

  test('is kept compressed for whoever takes that', async () => {
    const query = fresh(
      'id indicators { id name explanation target { raw canonical } } again: indicators { id name explanation }',
    )
    const plain = await (await send(query)).text()
    const packed: Buffer[] = []
    for (let time = 0; time < 3; time += 1) {
      const response = await send(query, { 'accept-encoding': 'br' })
      expect(response.headers.get('content-encoding')).toBe('br')
      packed.push(Buffer.from(await response.arrayBuffer()))
    }
    expect(packed.map((body) => brotliDecompressSync(body).toString())).toEqual([plain, plain, plain])
    await keep(query)
    expect(await (await send(query)).text()).toBe(plain)
  })

  test('sent by GET keeps its tag: 304 costs one statement too', async () => {
    const query = fresh()
    const tags = []
    for (let time = 0; time < 3; time += 1) tags.push((await send(query, {}, 'GET')).headers.get('etag'))
    expect(new Set(tags).size).toBe(1)
    const before = app.statements().length
    const response = await send(query, { 'if-none-match': tags[0] ?? '' }, 'GET')
    expect([response.status, await response.text(), response.headers.get('etag')]).toEqual([304, '', tags[0]])
    expect(app.statements().slice(before)).toEqual([expect.stringMatching(MARK)])
  })
})

describe('never kept are', () => {
  test.each([
    ['errors', '{ projects(first: 1) { nodes { name } } project(id: "nonsense") { id } }'],
    ['refused documents', '{ nothing }'],
  ])('%s', async (_what, query) => {
    for (let time = 0; time < 3; time += 1) {
      await app.runError('BAD_INPUT', query)
      expect(app.statements().filter((text) => MARK.test(text))).toEqual([])
    }
  })

  test.each([
    ['questions about the schema', '{ __schema { queryType { name } } }'],
    ['questions about a type', 'query { ...T } fragment T on Query { __type(name: "Project") { name } }'],
    [
      'mutations',
      'mutation { importForm(input: { fileName: "a", text: "b" }) { committed projects { name } } }',
    ],
  ])('%s', async (_what, query) => {
    for (let time = 0; time < 3; time += 1)
      expect((await ask(query)).filter((text) => MARK.test(text))).toEqual([])
  })
})

describe('the next answer is fresh after', () => {
  const indicatorChange = async (): Promise<string> => {
    const { indicators } = await freshProject(app)
    return changed(app, { changes: [cell(at(indicators, 0), 'SCORE', '1')] })
  }
  const projectCell = async (): Promise<string> => {
    const { id } = await freshProject(app)
    const input = { changes: [{ projectId: id, at: 'nature', value: '其他', version: 1 }] }
    const APPLY =
      'mutation ($input: ApplyProjectChangesInput!) { r: applyProjectChanges(input: $input) { changeSetId } }'
    return (await app.runOk<{ r: { changeSetId: string } }>(APPLY, { input })).r.changeSetId
  }
  const restored = async (name: string, args: string): Promise<void> => {
    const mutation = `mutation { r: ${name}(${args}) { applied } }`
    expect((await app.runOk<{ r: { applied: boolean } }>(mutation)).r.applied).toBe(true)
  }
  /** Each prepares, and answers what writes. */
  const writers: Readonly<Record<string, () => Promise<() => Promise<unknown>>>> = {
    applyIndicatorChanges: async () => {
      const { indicators } = await freshProject(app)
      return () => changed(app, { changes: [cell(at(indicators, 0), 'SCORE', '1')] })
    },
    applyProjectChanges: () => Promise.resolve(projectCell),
    applyAgencyChanges: async () => {
      const { nodes } = (
        await app.runOk<{ projects: { nodes: readonly { implementer: { id: string; version: number } }[] } }>(
          '{ projects { nodes { implementer { id version } } } }',
        )
      ).projects
      const { id, version } = at(nodes, 0).implementer
      const changes = [{ agencyId: id, field: 'REGION', value: `云浦${version}`, version }]
      const APPLY =
        'mutation ($input: ApplyAgencyChangesInput!) { applyAgencyChanges(input: $input) { applied } }'
      return () => app.runOk(APPLY, { input: { changes } })
    },
    importForm: () => Promise.resolve(() => freshProject(app)),
    undoChangeSet: async () => {
      const id = await indicatorChange()
      return () => done(undo(app, id))
    },
    redoChangeSet: async () => {
      const id = await indicatorChange()
      await done(undo(app, id))
      return () => done(redo(app, id))
    },
    restoreProject: async () => {
      const { id, indicators } = await freshProject(app)
      const moment = new Date().toISOString()
      await changed(app, { changes: [cell(at(indicators, 0), 'SCORE', '1')] })
      return () => restored('restoreProject', `projectId: "${id}", at: "${moment}"`)
    },
    restoreCell: async () => {
      const { id } = at((await freshProject(app)).indicators, 0)
      const moment = new Date().toISOString()
      await changed(app, { changes: [cell({ id }, 'SCORE', '1')] })
      return () => restored('restoreCell', `rowId: "${id}", field: "score", at: "${moment}"`)
    },
  }
  const QUESTION = 'name nature implementer { region } indicators { score version }'

  // Who is where is told to subscribers only and stored nowhere.
  const storesNothing = new Set(['announcePresence'])

  test('every mutation that stores something', () => {
    const mutations = Object.keys(schema.getMutationType()?.getFields() ?? {})
    expect(Object.keys(writers).sort()).toEqual(mutations.filter((name) => !storesNothing.has(name)).sort())
  })

  test.each(Object.keys(writers))('%s', async (name) => {
    const write = await (writers[name]?.() ?? Promise.reject(new Error(name)))
    const query = fresh(QUESTION)
    await keep(query)
    const before = await app.runOk(query)
    await write()
    const after = await app.runOk(query)
    expect(app.statements().length).toBeGreaterThan(1)
    expect(after).not.toEqual(before)
    expect(await ask(query)).toHaveLength(1)
  })

  test('a change by another process', async () => {
    const [row] = await app.db.sql.query<{ name: string }>('SELECT current_database() AS "name"')
    const url = new URL(process.env['TEST_DATABASE_URL'] ?? 'postgres://unused')
    url.pathname = `/${row?.name ?? ''}`
    // The embedded database belongs to one process: there another app stands for it.
    const db: Database = onServer ? await openDatabase({ url: url.href }) : app.db
    const other = createApp(db, { logBug: () => undefined })
    const { indicators } = await freshProject(app)
    const query = fresh(QUESTION)
    await keep(query)
    const before = await app.runOk(query)
    const response = await other.fetch('http://localhost/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        query:
          'mutation ($input: ApplyIndicatorChangesInput!) { applyIndicatorChanges(input: $input) { applied } }',
        variables: { input: { changes: [cell(at(indicators, 0), 'SCORE', '2')] } },
      }),
    })
    expect(await response.json()).toEqual({ data: { applyIndicatorChanges: { applied: true } } })
    expect(await app.runOk(query)).not.toEqual(before)
    if (onServer) await db.close()
  })
})

test('whoever was told that a change is saved sees it, however many ask at the same time', async () => {
  const row = at(project.indicators, 0)
  const query = `query Race { project(id: "${project.id}") { indicators { score } } }`
  interface Scores {
    readonly project: { readonly indicators: readonly { readonly score: string }[] }
  }
  // Scores only grow, so that an older one is told from a newer.
  let saved = 0
  let writing = true
  const reader = async (): Promise<void> => {
    while (writing) {
      const least = saved
      const { indicators } = (await app.runOk<Scores>(query)).project
      expect(Number(indicators[0]?.score)).toBeGreaterThanOrEqual(least)
    }
  }
  const writer = async (): Promise<void> => {
    for (let version = 2; version <= 30; version += 1) {
      await changed(app, { changes: [cell(row, 'SCORE', String(version / 10), version)] })
      saved = version / 10
    }
    writing = false
  }
  await changed(app, { changes: [cell(row, 'SCORE', '0')] })
  await app.runOk(query)
  await Promise.all([writer(), ...Array.from({ length: 8 }, reader)])
})
