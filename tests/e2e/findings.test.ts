import { expect, test } from 'vitest'
import { photograph } from '../support/browser.ts'
import { useStage } from '../support/stage.ts'
import { sheetPage } from './sheet-page.ts'

const stage = useStage()
const project = '校园网络与信息化运维'

test('a finding leads to its cell, by mouse and by keyboard', async () => {
  const page = await stage.open('/?year=2025')
  const sheet = sheetPage(page)
  await sheet.findingsOf(project).click()
  await sheet.panel.waitFor()
  const finding = page.locator('aside li[data-rule="execution-rate-indicator-differs"] button.jump')
  await finding.click()
  await expect.poll(() => sheet.focusedCell.textContent()).toBe('80%')
  await expect.poll(() => sheet.cellBar.textContent()).toContain('实际完成值')
  await photograph(page, 'findings')

  await sheet.findings.first().focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toContain('cell-catcher')
})

test('a finding goes when its cell is put right, and the count with it', async () => {
  const page = await stage.open('/?year=2025')
  const sheet = sheetPage(page)
  await sheet.header(project).waitFor()
  const counts = () => sheet.findingsOf(project).textContent()
  const before = await counts()
  await sheet.cell('预算执行率', 'actual').first().click()
  await page.keyboard.type('68.77%')
  await page.keyboard.press('Enter')
  expect(await counts()).not.toBe(before)
  await sheet.findingsOf(project).click()
  await sheet.panel.waitFor()
  expect(await page.locator('aside li[data-rule="execution-rate-indicator-differs"]').count()).toBe(0)
})

test('a fix is an edit like any other: it is saved and can be taken back', async () => {
  const page = await stage.open('/?year=2024')
  const sheet = sheetPage(page)
  await sheet.headers.first().waitFor()
  await page.locator('[data-action="findings"]').click()
  await page.getByRole('button', { name: '全部项目' }).click()
  await sheet.fixes.first().waitFor()
  await photograph(page, 'findings-all')
  const before = await sheet.fixes.count()
  await sheet.fixes.first().click()
  await expect.poll(() => sheet.status.textContent()).toContain('全部已保存')
  expect(await sheet.fixes.count()).toBeLessThan(before)
  await page.keyboard.press('Control+z')
  await expect.poll(() => sheet.fixes.count()).toBe(before)
})
