import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createServerDatabase, onServer, type ServerDatabase } from '../support/database.ts'
import { endServer, startServer, type ServerProcess } from '../support/server-process.ts'
import { metRows, selfEvaluationText } from '../support/self-evaluation-text.ts'

const KILLS = 4
const WRITERS = 3

let folder: string
let own: ServerDatabase | null
let env: Record<string, string>
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'biaochi-kill-'))
  own = onServer ? await createServerDatabase() : null
  env = own === null ? { DATA_DIR: folder } : { DATABASE_URL: own.url }
})
afterAll(async () => {
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
  'mutation ($input: ApplyIndicatorChangesInput!) { applyIndicatorChanges(input: $input) { applied indicators { id version } } }'
const IMPORT =
  'mutation ($input: ImportFormInput!) { importForm(input: $input) { committed projects { project { indicators { id } } } } }'
const READ = '{ indicators { nodes { id version reason } } }'

interface Applied {
  readonly applyIndicatorChanges: {
    readonly applied: boolean
    readonly indicators: readonly { readonly version: number }[]
  }
}

/** Edits one row over and over until the server is gone; answers the last text that was said to be saved. */
const stream = async (
  server: ServerProcess,
  indicatorId: string,
  from: number,
  saw: () => void,
): Promise<{ text: string; version: number }> => {
  let saved = { text: '', version: from }
  for (let count = 1; ; count += 1) {
    const text = `${process.hrtime.bigint()} 第${count}次`
    const changes = [{ indicatorId, field: 'REASON', value: text, version: saved.version }]
    try {
      const { applyIndicatorChanges: answer } = await ask<Applied>(server, APPLY, { input: { changes } })
      if (!answer.applied) throw new Error('an edit based on the newest version was refused')
      saved = { text, version: answer.indicators[0]?.version ?? 0 }
      saw()
    } catch (error) {
      if (server.child.signalCode === null && server.child.exitCode === null && !(error instanceof TypeError))
        throw error
      return saved
    }
  }
}

test(`every edit answered as saved is there after kill -9, ${KILLS} times in a row`, async () => {
  let server = await startServer(env)
  const text = selfEvaluationText({ name: '反复断电', rows: metRows })
  const imported = await ask<{ importForm: { projects: { project: { indicators: { id: string }[] } }[] } }>(
    server,
    IMPORT,
    {
      input: { fileName: 'kill.txt', text, commit: true },
    },
  )
  const ids = imported.importForm.projects
    .flatMap(({ project }) => project.indicators.map(({ id }) => id))
    .slice(0, WRITERS)
  let versions = new Map(ids.map((id) => [id, 1]))
  for (let kill = 1; kill <= KILLS; kill += 1) {
    const victim = server
    const last = Promise.withResolvers<{ text: string; version: number }[]>()
    let seen = 0
    const enough = new Promise<void>((resolve) => {
      const saw = (): void => {
        seen += 1
        if (seen >= 10 + kill * 5) resolve()
      }
      void Promise.all(ids.map((id) => stream(victim, id, versions.get(id) ?? 1, saw))).then(
        (saved) => last.resolve(saved),
        last.reject,
      )
    })
    await enough
    await endServer(victim, 'SIGKILL')
    const saved = await last.promise
    server = await startServer(env)
    const { indicators } = await ask<{
      indicators: { nodes: { id: string; version: number; reason: string | null }[] }
    }>(server, READ)
    const rows = new Map(indicators.nodes.map((row) => [row.id, row]))
    for (const [index, id] of ids.entries()) {
      const [row, told] = [rows.get(id), saved[index]]
      // One more edit may have been written whose answer the kill cut off.
      expect(row?.version === told?.version ? row?.reason : told?.text).toBe(told?.text)
      expect([told?.version, (told?.version ?? 0) + 1]).toContain(row?.version)
    }
    versions = new Map(indicators.nodes.map(({ id, version }) => [id, version]))
  }
  expect(await endServer(server, 'SIGTERM')).toBe(0)
}, 90_000)
