import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { photograph } from '../support/browser.ts'
import { useStage } from '../support/stage.ts'
import { sheetPage } from './sheet-page.ts'
import type { SheetPage } from './sheet-page.ts'

const stage = useStage()

async function openSheet(): Promise<[Page, SheetPage]> {
  const page = await stage.open('/?year=2025')
  const sheet = sheetPage(page)
  await sheet.header('义务教育学校课后服务').waitFor()
  return [page, sheet]
}

const focusedColumn = (sheet: SheetPage): Promise<string | null> => sheet.focusedCell.getAttribute('col-id')
const focusedName = (sheet: SheetPage): Promise<string | null> =>
  sheet.rows.filter({ has: sheet.focusedCell }).locator('[col-id="name"]').textContent()

test('an arrow ends what was begun by typing; after F2 it moves in the text', async () => {
  const [page, sheet] = await openSheet()
  await sheet.cell('开展课后服务学校数量', 'actual').click()
  await page.keyboard.type('47所')
  await page.keyboard.press('ArrowDown')
  expect(await sheet.cell('开展课后服务学校数量', 'actual').textContent()).toBe('47所')
  await expect.poll(() => focusedName(sheet)).toBe('参加课后服务学生人数')
  await page.keyboard.type('3.6万人')
  await page.keyboard.press('ArrowRight')
  expect(await sheet.cell('参加课后服务学生人数', 'actual').textContent()).toBe('3.6万人')
  await expect.poll(() => focusedColumn(sheet)).toBe('weight')

  await page.keyboard.press('F2')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.type('.5')
  expect(await page.locator('.cell-input').inputValue()).toBe('1.50')
  await page.keyboard.press('Escape')
})

test('Home and End go along the row, with Ctrl to the corners of the sheet', async () => {
  const [page, sheet] = await openSheet()
  await sheet.cell('开设特色课程门数', 'actual').click()
  await page.keyboard.press('End')
  await expect.poll(() => focusedColumn(sheet)).toBe('reason')
  await page.keyboard.press('Home')
  await expect.poll(() => focusedColumn(sheet)).toBe('level1')
  expect(await focusedName(sheet)).toBe('开设特色课程门数')
  await page.keyboard.press('Control+End')
  await expect.poll(() => focusedColumn(sheet)).toBe('reason')
  await page.keyboard.press('Control+Home')
  await expect.poll(() => focusedName(sheet)).toBe('开展课后服务学校数量')
  expect(await focusedColumn(sheet)).toBe('level1')
})

test('the paragraphs of a reason survive the editor, and Alt+Enter begins one', async () => {
  const [page, sheet] = await openSheet()
  const reason = () => sheet.cell('开设特色课程门数', 'reason').textContent()
  await sheet.cell('开设特色课程门数', 'reason').click()
  await page.keyboard.type('合同签订晚')
  await page.keyboard.press('Alt+Enter')
  await page.keyboard.type('尾款结转')
  await photograph(page, 'paragraphs')
  await page.keyboard.press('Enter')
  expect(await reason()).toBe('合同签订晚\n尾款结转')
  await sheet.cell('开设特色课程门数', 'reason').click()
  await page.keyboard.press('F2')
  await page.keyboard.press('Enter')
  expect(await reason()).toBe('合同签订晚\n尾款结转')
})

test('after a sort the keyboard is still on its row, and so is what is typed next', async () => {
  const [page, sheet] = await openSheet()
  await sheet.cell('开设特色课程门数', 'reason').click()
  await sheet.columnHeader('name').click()
  await expect.poll(() => focusedName(sheet)).toBe('开设特色课程门数')
  await page.keyboard.type('排序之后')
  await page.keyboard.press('Enter')
  expect(await sheet.cell('开设特色课程门数', 'reason').textContent()).toBe('排序之后')
})

test('a filter that hides the row leaves no other row in its place, and Enter goes to the first match', async () => {
  const [page, sheet] = await openSheet()
  await sheet.cell('开设特色课程门数', 'actual').click()
  await page.keyboard.press('Control+f')
  await page.keyboard.type('满意度')
  await expect.poll(() => sheet.status.textContent()).toContain('筛选出')
  expect(await sheet.focusedCell.count()).toBe(0)
  await page.keyboard.press('Enter')
  await expect.poll(() => focusedName(sheet)).toBe('学生家长满意度')
  expect(await focusedColumn(sheet)).toBe('actual')
})

test('F4 gives the findings the keyboard, F6 changes sides, Escape closes them and comes back', async () => {
  const [page, sheet] = await openSheet()
  await sheet.cell('机房巡检次数', 'actual').click()
  await page.keyboard.press('F4')
  const active = () => page.evaluate(() => document.activeElement?.className ?? '')
  await expect.poll(active).toContain('jump')
  await page.keyboard.press('F6')
  await expect.poll(active).toContain('cell-catcher')
  await page.keyboard.press('F6')
  await expect.poll(active).toContain('jump')
  await page.keyboard.press('Escape')
  await expect.poll(active).toContain('cell-catcher')
  expect(await focusedName(sheet)).toBe('机房巡检次数')
  expect(await sheet.panel.count()).toBe(0)
})
