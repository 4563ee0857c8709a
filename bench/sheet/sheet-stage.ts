import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { importForm } from '@biaochi/server/actions/import-form'
import { openMigrated } from '@biaochi/server/db'
import { launchBrowser, openPage } from '@biaochi/tests/support/browser'
import { endServer, startServer } from '@biaochi/tests/support/server-process'
import type { Page } from 'playwright-core'
import { evaluationText } from '../evaluation-text.ts'
import { openBareGrid } from './bare-grid.ts'

const actor = { caller: { kind: 'admin' }, author: 'bench', locale: 'zh-CN' } as const
const INDICATORS = 20

/** A year of so many indicators, twenty a project. */
export interface SheetYear {
  readonly year: number
  readonly rows: number
}
export const large: SheetYear = { year: 2025, rows: 100_000 }
export const ordinary: SheetYear = { year: 2024, rows: 10_000 }

export interface SheetStage {
  /** The sheet of a year with all its rows there, as somebody who was never here opens it. */
  readonly openSheet: (of: SheetYear) => Promise<Page>
  /** The same rows in a plain AG Grid Community grid. */
  readonly openBare: (of: SheetYear) => Promise<Page>
  /** An empty page at the sheet's address, from which its requests can be made. */
  readonly openEmpty: () => Promise<Page>
  readonly addressOf: (of: SheetYear) => string
  readonly close: () => Promise<void>
}

const fill = async (dataDir: string): Promise<readonly object[]> => {
  const db = await openMigrated({ dataDir }, {})
  for (const { year, rows } of [large, ordinary]) {
    const text = evaluationText(year, rows / INDICATORS, INDICATORS)
    const form = { fileName: 'bench.txt', text, commit: true, only: null, onExisting: 'REFUSE' } as const
    const answer = await importForm(db, actor, form)
    if (answer.kind === 'refused' || !answer.committed) throw new Error('the form was not imported')
  }
  const rows = await db.sql.query<object>(
    `SELECT i."id", i."fiscal_year" AS "year", p."name" AS "project", "level1", "level2", i."name", "target_raw" AS "target",
       "actual_raw" AS "actual", "weight"::text, "rule_score"::text AS "ruleScore", "score"::text, "reason"
     FROM "indicator" i JOIN "project" p ON p."id" = i."project_id" ORDER BY p."id", i."position"`,
  )
  await db.close()
  return rows
}

/** Every row is there: the count in the status bar is whole and nothing is loading any more. */
export const waitForRows = (page: Page, { rows }: SheetYear): Promise<unknown> =>
  page.waitForFunction(
    (wanted) => {
      const footer = document.querySelector('footer')
      return footer?.textContent?.startsWith(`${wanted} `) && footer.querySelector('progress') === null
    },
    rows,
    { timeout: 180_000, polling: 'raf' },
  )

/** One real server with a large and an ordinary year, a real browser, and a plain grid beside it. */
export const openSheetStage = async (): Promise<SheetStage> => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'biaochi-bench-sheet-'))
  const rows = await fill(folder)
  const server = await startServer({ DATA_DIR: folder })
  const bare = await openBareGrid(rows)
  const browser = await launchBrowser()
  const open = async (address: string): Promise<Page> => {
    const { page } = await openPage(browser, { permissions: ['clipboard-read', 'clipboard-write'] })
    await page.goto(address)
    return page
  }
  const addressOf = ({ year }: SheetYear): string => new URL(`/?year=${year}`, server.url).href
  return {
    addressOf,
    openSheet: async (of) => {
      const page = await open(addressOf(of))
      await waitForRows(page, of)
      return page
    },
    openBare: async ({ year }) => {
      const page = await open(bare.addressOf(year))
      await page.locator('.ag-row').first().waitFor()
      return page
    },
    openEmpty: () => open(new URL('/health', server.url).href),
    close: async () => {
      await browser.close()
      await bare.close()
      await endServer(server, 'SIGTERM')
      await rm(folder, { recursive: true, force: true })
    },
  }
}
