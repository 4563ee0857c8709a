import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { photograph } from '../support/browser.ts'
import { useStage } from '../support/stage.ts'
import { sheetPage } from './sheet-page.ts'
import type { SheetPage } from './sheet-page.ts'

const stage = useStage()

async function openProject(year: number, project: string): Promise<[Page, SheetPage, Locator]> {
  const page = await stage.open(`/?year=${year}`, { viewport: { width: 1280, height: 720 } })
  const sheet = sheetPage(page)
  await sheet.headers.first().waitFor()
  await sheet.filter.fill(project)
  await sheet.header(project).first().waitFor()
  return [page, sheet, sheet.header(project).first()]
}

async function runCommand(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog', { name: '命令' }).waitFor()
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
}

const weightsOf = (header: Locator) =>
  expect.poll(async () => ({
    total: await header.locator('[data-total="weight"]').textContent(),
    levels: await header.locator('[data-level] b').allTextContents(),
  }))

test('the weights of each level and of all are in the header as one types, and are scaled to what there is', async () => {
  const [page, sheet, header] = await openProject(2025, '义务教育学校课后服务')
  await weightsOf(header).toEqual({ total: '100', levels: ['50', '30', '10'] })
  await sheet.cell('开展课后服务学校数量', 'weight').click()
  await page.keyboard.type('25')
  await weightsOf(header).toEqual({ total: '115', levels: ['65', '30', '10'] })
  await page.keyboard.press('Enter')
  await photograph(page, 'weights')
  await runCommand(page, '按比例')
  await weightsOf(header).toEqual({ total: '100', levels: ['55.71', '25.72', '8.57'] })
  await page.keyboard.press('Control+z')
  await weightsOf(header).toEqual({ total: '115', levels: ['65', '30', '10'] })
  await page.keyboard.press('Control+z')
  await weightsOf(header).toEqual({ total: '100', levels: ['50', '30', '10'] })
})

test('what a declaration’s rows without a weight share comes to 90, which no finding contradicts', async () => {
  const [page, sheet, header] = await openProject(2026, '校园网络与信息化运维')
  await sheet.cell('开展机房巡检次数', 'weight').click()
  await page.keyboard.type('20')
  await page.keyboard.press('Enter')
  await runCommand(page, '余')
  await expect.poll(() => header.locator('[data-total="weight"]').textContent()).toBe('90')
  await page.keyboard.press('F4')
  await sheet.panel.waitFor()
  expect(await page.locator('aside li[data-rule="weights-sum"]').count()).toBe(0)
})
