import { existsSync, mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import sparticuz from '@sparticuz/chromium'
import { chromium } from 'playwright-core'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'

const artifacts = fileURLToPath(new URL('../artifacts/', import.meta.url))

/** Pages of the browser's own, four hundred files for each window: a third of a test's time. */
const ownPages = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup']
// Playwright has a list of its own, and the last one counts: what of it matters here comes along.
const disabled = [
  ...ownPages,
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'PaintHolding',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
]

const flags = [
  `--disable-features=${disabled.join(',')}`,
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/**
 * CHROMIUM_PATH, else Debian's, else the one that comes as a package and is unpacked where nobody has asked for it before:
 * there is always a real browser.
 */
export async function chromiumPath(): Promise<string> {
  const named = process.env['CHROMIUM_PATH']
  if (named) return named
  return existsSync('/usr/bin/chromium') ? '/usr/bin/chromium' : sparticuz.executablePath()
}

export const launchBrowser = async (): Promise<Browser> =>
  chromium.launch({ executablePath: await chromiumPath(), args: flags })

export interface OpenPage {
  readonly page: Page
  /** Errors of the page and of its console; a test ends with none. */
  readonly problems: readonly string[]
}

/** A page of a person of its own: no cookies, no storage, nothing left over from another test. */
export async function openPage(browser: Browser, options: BrowserContextOptions = {}): Promise<OpenPage> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 860 },
    locale: 'zh-CN',
    // What turns forever costs a frame each time.
    reducedMotion: 'reduce',
    ...options,
  })
  const page = await context.newPage()
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(error.stack ?? error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') problems.push(message.text())
  })
  return { page, problems }
}

/** A picture for a person to look at, taken with PICTURES=1; nothing compares it. */
export async function photograph(page: Page, name: string): Promise<void> {
  if (process.env['PICTURES'] === undefined) return
  mkdirSync(artifacts, { recursive: true })
  await page.screenshot({ path: `${artifacts}${name}.png` })
}

/** As if another program had copied it; the page needs the permissions `clipboard-read` and `clipboard-write`. */
export const putOnClipboard = (page: Page, text: string): Promise<void> =>
  page.evaluate((copied) => navigator.clipboard.writeText(copied), text)
