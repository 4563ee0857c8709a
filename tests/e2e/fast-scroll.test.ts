import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { useStage } from '../support/stage.ts'
import { sheetPage } from './sheet-page.ts'
import { viewPage } from './view-page.ts'

const stage = useStage()

async function openSheet(width = 1280) {
  const page = await stage.open('/?year=2025', { viewport: { width, height: 720 } })
  const sheet = sheetPage(page)
  await sheet.header('义务教育学校课后服务').waitFor()
  return { page, sheet, painted: page.locator('.painted-rows') }
}

/** Notes whenever rows are painted, how many colours their canvas has (one alone would be an empty one), and its left edge. */
const notePainting = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const colours: number[] = []
    const edges: string[] = []
    Object.assign(window, { colours, edges })
    new MutationObserver((changes) => {
      const canvas = changes
        .flatMap(({ addedNodes }) => [...addedNodes])
        .find((node) => node instanceof HTMLCanvasElement)
      if (canvas === undefined) return
      // Read once: a canvas that is read again complains.
      const image = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height)
      const pixels = new Uint32Array(image?.data.buffer ?? new ArrayBuffer(0))
      colours.push(new Set(pixels).size)
      edges.push(pixels.filter((_, at) => at % canvas.width < 400).join())
    }).observe(document.body, { childList: true, subtree: true })
  })

const colours = (page: Page): Promise<readonly number[]> =>
  page.evaluate(() =>
    'colours' in window && Array.isArray(window.colours) ? window.colours.map(Number) : [],
  )

test('rows the grid has not built yet are painted, and give way to it when the wheel rests', async () => {
  const { page, sheet, painted } = await openSheet()
  await notePainting(page)
  await sheet.rows.first().hover()
  await page.mouse.wheel(0, 3000)
  await expect.poll(() => colours(page)).not.toEqual([])
  expect(Math.min(...(await colours(page)))).toBeGreaterThan(20)
  const top = () => page.locator('.ag-grid-viewport').evaluate((viewport) => viewport.scrollTop)
  await expect.poll(top).toBe(3000)
  await expect.poll(() => painted.count()).toBe(0)
  const inTheMiddle = () =>
    page.evaluate(() => document.elementFromPoint(640, 500)?.closest('.ag-row')?.textContent ?? '')
  expect(await inTheMiddle()).not.toBe('')
  expect(await viewPage(page).stickyHeader.textContent()).not.toContain('义务教育学校课后服务')
  await page.mouse.click(640, 500)
  await page.keyboard.press('ArrowDown')
  expect(await sheet.focusedCell.count()).toBe(1)
})

test('what is pinned is painted over what is scrolled below it', async () => {
  const edgeAt = async (left: number): Promise<unknown> => {
    const { page, painted } = await openSheet(1000)
    const viewport = page.locator('.ag-grid-viewport')
    await viewport.evaluate((element, to) => void (element.scrollLeft = to), left)
    await notePainting(page)
    // In one go: on a busy machine a wheel is painted wherever it has come to.
    await viewport.evaluate((element) => void (element.scrollTop = 3000))
    await expect.poll(() => colours(page)).toHaveLength(1)
    await expect.poll(() => painted.count()).toBe(0)
    return page.evaluate(() => ('edges' in window && Array.isArray(window.edges) ? window.edges[0] : null))
  }
  const edge = await edgeAt(0)
  expect(edge).not.toBeNull()
  expect((await edgeAt(250)) === edge, 'the pinned columns look the same').toBe(true)
})

test('what the keyboard goes to is there at once and never painted over', async () => {
  const { page, sheet } = await openSheet()
  await notePainting(page)
  await sheet.rows.first().locator('[col-id="name"]').click()
  for (const key of ['PageDown', 'PageDown', 'PageDown', 'Control+End', 'Control+Home'])
    await page.keyboard.press(key)
  await expect.poll(() => sheet.focusedCell.count()).toBe(1)
  expect(await colours(page)).toEqual([])
})
