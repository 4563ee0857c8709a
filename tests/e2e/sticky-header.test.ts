import { expect, test } from 'vitest'
import { photograph } from '../support/browser.ts'
import { useStage } from '../support/stage.ts'
import { sheetPage } from './sheet-page.ts'
import { viewPage } from './view-page.ts'

const stage = useStage()

async function openSheet() {
  const page = await stage.open('/?year=2025', { viewport: { width: 1280, height: 720 } })
  const sheet = sheetPage(page)
  await sheet.header('义务教育学校课后服务').waitFor()
  const { stickyHeader } = viewPage(page)
  const wheel = async (pixels: number): Promise<void> => {
    await sheet.rows.first().hover()
    await page.mouse.wheel(0, pixels)
  }
  return { page, sheet, stickyHeader, wheel }
}

test('the header of the project one is in stays at the top, until the next one takes its place', async () => {
  const { page, stickyHeader, wheel } = await openSheet()
  expect(await stickyHeader.count()).toBe(0)
  await wheel(100)
  await expect.poll(() => stickyHeader.textContent()).toContain('义务教育学校课后服务')
  expect(await stickyHeader.textContent()).toContain('执行率')
  await wheel(300)
  await expect.poll(() => stickyHeader.textContent()).toContain('校园网络与信息化运维')
  await photograph(page, 'sticky-header')
  await wheel(-1000)
  await expect.poll(() => stickyHeader.count()).toBe(0)
})

test('its buttons work, a click leads to the header itself, and the wheel goes through it', async () => {
  const { page, sheet, stickyHeader, wheel } = await openSheet()
  await wheel(400)
  await expect.poll(() => stickyHeader.textContent()).toContain('校园网络与信息化运维')
  await stickyHeader.locator('button.findings').click()
  await sheet.panel.waitFor()
  await stickyHeader.hover()
  await page.mouse.wheel(0, 60)
  await stickyHeader.locator('.name').click()
  await expect.poll(() => stickyHeader.count()).toBe(0)
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.textContent ?? ''))
    .toContain('校园网络与信息化运维')
})

test('a cell one goes up to by keyboard is not left under it', async () => {
  const { page, sheet, stickyHeader, wheel } = await openSheet()
  await wheel(400)
  await expect.poll(() => stickyHeader.textContent()).toContain('校园网络与信息化运维')
  await sheet.cell('重大网络安全事件', 'actual').click()
  for (let row = 0; row < 4; row += 1) {
    await page.keyboard.press('Shift+Enter')
    await expect
      .poll(async () => {
        const header = (await stickyHeader.count()) === 0 ? null : await stickyHeader.boundingBox()
        const cell = await sheet.focusedCell.boundingBox()
        return cell !== null && cell.y + 1 >= (header === null ? 0 : header.y + header.height)
      })
      .toBe(true)
  }
})
