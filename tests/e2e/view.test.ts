import { expect, test } from 'vitest'
import { photograph } from '../support/browser.ts'
import { useStage } from '../support/stage.ts'
import { sheetPage } from './sheet-page.ts'

const stage = useStage()

test('the quick filter narrows rows and keeps their projects; an undo finds its cell through filter and sort', async () => {
  const page = await stage.open('/?year=2025')
  const sheet = sheetPage(page)
  await sheet.header('义务教育学校课后服务').waitFor()

  await sheet.cell('开设特色课程门数', 'actual').click()
  await page.keyboard.type('125门')
  await page.keyboard.press('Enter')
  await expect.poll(() => sheet.status.textContent()).toContain('全部已保存')

  await page.keyboard.press('Control+f')
  await page.keyboard.type('满意度')
  await expect.poll(() => sheet.status.textContent()).toContain('筛选出')
  await expect
    .poll(async () => (await sheet.rows.allTextContents()).every((text) => text.includes('满意')))
    .toBe(true)
  expect(await sheet.headers.count()).toBeGreaterThan(0)
  await photograph(page, 'filtered')

  await page.keyboard.press('Enter')
  await sheet.columnHeader('actual').click()
  await page.keyboard.press('Control+z')
  await expect.poll(() => sheet.cell('开设特色课程门数', 'actual').textContent()).toBe('132门')
  expect(await sheet.filter.inputValue()).toBe('')
  await expect.poll(() => sheet.focusedCell.textContent()).toBe('132门')
})

test('a sort stays within each project, and editing does not make rows jump', async () => {
  const page = await stage.open('/?year=2025')
  const sheet = sheetPage(page)
  const project = sheet.header('义务教育学校课后服务')
  await project.waitFor()
  const order = () =>
    page.locator('.ag-row').evaluateAll((rows) =>
      rows
        .map((row) => ({ at: Number(row.getAttribute('row-index')), row }))
        .sort((a, b) => a.at - b.at)
        .slice(0, 9)
        .map(({ row }) => row.querySelector('[col-id="weight"]')?.textContent ?? 'project'),
    )
  expect(await order()).toEqual(['project', '10', '10', '10', '10', '10', '15', '15', '10'])
  await sheet.columnHeader('weight').click()
  await expect.poll(order).toEqual(['project', '10', '10', '10', '10', '10', '10', '15', '15'])
  await sheet.cell('开展课后服务学校数量', 'weight').click()
  await page.keyboard.type('12')
  await page.keyboard.press('Enter')
  expect(await order()).toEqual(['project', '12', '10', '10', '10', '10', '10', '15', '15'])
  await expect.poll(() => sheet.status.textContent()).toContain('全部已保存')
})

test('a project is folded and unfolded by keyboard', async () => {
  const page = await stage.open('/?year=2025')
  const sheet = sheetPage(page)
  await sheet.header('义务教育学校课后服务').waitFor()
  await sheet.cell('开展课后服务学校数量', 'name').click()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowLeft')
  await expect.poll(() => sheet.row('开展课后服务学校数量').count()).toBe(0)
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => sheet.row('开展课后服务学校数量').count()).toBe(1)
})

test('amounts are shown in 元 or in 万元', async () => {
  const page = await stage.open('/?year=2025')
  const header = sheetPage(page).header('义务教育学校课后服务')
  await header.waitFor()
  expect(await header.textContent()).toContain('8,960,000')
  await page.getByRole('button', { name: /金额单位/ }).click()
  expect(await header.textContent()).toContain('896')
  expect(await header.textContent()).not.toContain('8,960,000')
})
