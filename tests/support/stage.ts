import { cp, mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { openDatabase } from '@biaochi/prisma'
import type { Sql } from '@biaochi/prisma'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { launchBrowser, openPage } from './browser.ts'
import type { OpenPage } from './browser.ts'
import { endServer, startServer } from './server-process.ts'
import type { ServerProcess } from './server-process.ts'
import { templateOf } from './stage-templates.ts'

export interface Stage {
  /** Opens an address of the running app as somebody who was never here. */
  readonly open: (address: string, options?: BrowserContextOptions) => Promise<Page>
  /** Forgets one expected problem, for tests that break something on purpose. */
  readonly expectProblem: (part: string) => void
  /** Ends the server as a crash does. */
  readonly killServer: () => Promise<void>
  /** Starts it again where it was, with what it had stored. */
  readonly restartServer: () => Promise<void>
  /** Ends the server, changes its database behind its back, and starts it again. */
  readonly changeBehind: (change: (sql: Sql) => Promise<unknown>) => Promise<void>
  readonly url: () => string
  /** Asks the server, past the page; what it refuses fails the test. */
  readonly ask: <Data>(query: string, variables?: object) => Promise<Data>
  /** Brings the projects of a form's text into the database. */
  readonly importForm: (text: string) => Promise<void>
}

const IMPORT = 'mutation ($input: ImportFormInput!) { importForm(input: $input) { committed refusal } }'

/** A real server on a database of its own, with the samples or empty, and a real browser, for one file of tests. */
export function useStage({ samples = true } = {}): Stage {
  let server: ServerProcess
  let browser: Browser
  let folder: string
  let url: string
  let pages: OpenPage[] = []
  let expected: string[] = []

  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'biaochi-e2e-'))
    await cp(templateOf(samples), folder, { recursive: true })
    server = await startServer({ DATA_DIR: folder })
    url = server.url
    browser = await launchBrowser()
  })

  afterEach(async () => {
    const problems = pages
      .flatMap((page) => page.problems)
      .filter((problem) => !expected.some((part) => problem.includes(part)))
    for (const { page } of pages) await page.context().close()
    pages = []
    expected = []
    expect(problems, 'the page reported problems').toEqual([])
  })

  afterAll(async () => {
    await browser?.close()
    if (server !== undefined) await endServer(server, 'SIGTERM')
    await rm(folder, { recursive: true, force: true })
  })

  const kill = async (): Promise<void> => void (await endServer(server, 'SIGKILL'))
  const restart = async (): Promise<void> =>
    void (server = await startServer({ DATA_DIR: folder, PORT: new URL(url).port }))

  const ask = async <Data>(query: string, variables: object = {}): Promise<Data> => {
    const response = await fetch(new URL('/graphql', url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    })
    const { data, errors }: { data: Data; errors?: readonly object[] } = await response.json()
    expect(errors).toBeUndefined()
    return data
  }

  return {
    open: async (address, options) => {
      const opened = await openPage(browser, options)
      pages.push(opened)
      await opened.page.goto(new URL(address, url).href)
      return opened.page
    },
    expectProblem: (part) => void expected.push(part),
    killServer: kill,
    restartServer: restart,
    changeBehind: async (change) => {
      await kill()
      const db = await openDatabase({ dataDir: folder })
      await change(db.sql)
      await db.close()
      await restart()
    },
    url: () => url,
    ask,
    importForm: async (text) => {
      const input = { fileName: 'test.txt', text, commit: true }
      expect(await ask(IMPORT, { input })).toEqual({ importForm: { committed: true, refusal: null } })
    },
  }
}
