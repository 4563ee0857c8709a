import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { photograph } from '../support/browser.ts'
import { useStage } from '../support/stage.ts'
import { sheetPage } from './sheet-page.ts'
import type { SheetPage } from './sheet-page.ts'
import { viewPage } from './view-page.ts'

const stage = useStage()

async function openSheet(): Promise<[Page, SheetPage, ReturnType<typeof viewPage>]> {
  const page = await stage.open('/?year=2025', { viewport: { width: 1280, height: 720 } })
  const sheet = sheetPage(page)
  await sheet.header('义务教育学校课后服务').waitFor()
  return [page, sheet, viewPage(page)]
}

const standard = ['level1', 'level2', 'name', 'target', 'actual', 'weight', 'ruleScore', 'score', 'met']

test('columns are hidden and shown, moved and frozen by keyboard, remembered and reset', async () => {
  const [page, sheet, view] = await openSheet()
  expect((await view.headers()).slice(0, 9)).toEqual(standard)
  await view.button.click()
  await view.column('grade').getByRole('checkbox').uncheck()
  await view.column('weight').getByRole('checkbox').focus()
  await page.keyboard.press('Alt+ArrowUp')
  await page.keyboard.press('Alt+ArrowUp')
  await expect.poll(async () => (await view.headers()).slice(3, 6)).toEqual(['weight', 'target', 'actual'])
  await view.column('reason').locator('[data-pin="left"]').click()
  await expect.poll(async () => (await view.headers())[3]).toBe('reason')
  await page.keyboard.press('Escape')
  await photograph(page, 'columns')

  await page.reload()
  await sheet.header('义务教育学校课后服务').waitFor()
  await expect
    .poll(async () => (await view.headers()).slice(0, 6))
    .toEqual(['level1', 'level2', 'name', 'reason', 'weight', 'target'])
  expect(await view.headers()).not.toContain('grade')
  await view.button.click()
  await view.menu.getByRole('button', { name: '恢复默认' }).click()
  await expect.poll(async () => (await view.headers()).slice(0, 9)).toEqual(standard)
})

test('an undo in a hidden column brings the column back', async () => {
  const [page, sheet, view] = await openSheet()
  await sheet.cell('开设特色课程门数', 'grade').click()
  await page.keyboard.type('达成')
  await page.keyboard.press('Enter')
  await view.button.click()
  await view.column('grade').getByRole('checkbox').uncheck()
  await expect.poll(view.headers).not.toContain('grade')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+z')
  await expect.poll(view.headers).toContain('grade')
  await expect.poll(() => sheet.focusedCell.getAttribute('col-id')).toBe('grade')
})

test('a column is moved by dragging its header, sized by dragging its edge and fitted by a double click', async () => {
  const [page, sheet, view] = await openSheet()
  const box = async (column: 'target' | 'actual') =>
    (await sheet.columnHeader(column).boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
  const target = await box('target')
  const actual = await box('actual')
  await page.mouse.move(target.x + 30, target.y + 15)
  await page.mouse.down()
  await page.mouse.move(target.x + 60, target.y + 15, { steps: 4 })
  await page.mouse.move(actual.x + 90, actual.y + 15, { steps: 12 })
  await page.mouse.up()
  await expect.poll(async () => (await view.headers()).slice(3, 5)).toEqual(['actual', 'target'])

  const edge = await box('actual')
  await page.mouse.move(edge.x + edge.width - 1, edge.y + 15)
  await page.mouse.down()
  await page.mouse.move(edge.x + edge.width + 79, edge.y + 15, { steps: 6 })
  await page.mouse.up()
  await expect.poll(async () => (await box('actual')).width).toBe(edge.width + 80)

  await page.reload()
  await sheet.header('义务教育学校课后服务').waitFor()
  await expect.poll(async () => (await box('actual')).width).toBe(edge.width + 80)
  const wide = await box('actual')
  await page.mouse.dblclick(wide.x + wide.width - 1, wide.y + 15)
  await expect.poll(async () => (await box('actual')).width).toBeLessThan(edge.width)
})

test('the names stay while the rest scrolls, and a column’s menu freezes up to there', async () => {
  const [page, sheet, view] = await openSheet()
  const left = async () => (await sheet.columnHeader('name').boundingBox())?.x
  const before = await left()
  await sheet.cell('开设特色课程门数', 'reason').click()
  expect(await left()).toBe(before)
  await page.keyboard.press('Home')
  await page.keyboard.press('Alt+ArrowDown')
  await view.columnMenu.getByRole('button', { name: '冻结到此列' }).click()
  await page.keyboard.press('Escape')
  await view.button.click()
  await expect.poll(() => view.column('level2').getAttribute('data-pinned')).toBeNull()
  expect(await view.column('level1').getAttribute('data-pinned')).toBe('left')
})

test('rows are as high as one likes, and stay so', async () => {
  const [page, sheet, view] = await openSheet()
  const height = async () => (await sheet.row('开设特色课程门数').boundingBox())?.height
  const headerHeight = async () => (await sheet.columnHeader('name').boundingBox())?.height
  expect([await height(), await headerHeight()]).toEqual([28, 30])
  await view.button.click()
  await view.menu.getByLabel('紧凑').check()
  await expect.poll(height).toBe(24)
  await view.menu.getByLabel('宽松').check()
  await expect.poll(height).toBe(34)
  expect(await headerHeight()).toBe(36)
  await page.keyboard.press('Escape')
  await photograph(page, 'comfortable')
  await page.reload()
  await sheet.header('义务教育学校课后服务').waitFor()
  await expect.poll(height).toBe(34)
})

test('the order is said above the sheet and taken back there; an edit moves no row, even after folding', async () => {
  const [page, sheet, view] = await openSheet()
  const first = async (): Promise<string> =>
    (await sheet.row('开展课后服务学校数量').getAttribute('row-index')) ?? ''
  await sheet.columnHeader('weight').click()
  await expect.poll(() => view.sortChip('weight').textContent()).toContain('升序')
  const index = await first()
  await sheet.cell('开展课后服务学校数量', 'weight').click()
  await page.keyboard.type('50')
  await page.keyboard.press('Enter')
  await sheet.header('义务教育学校课后服务').locator('.toggle').click()
  await expect.poll(() => sheet.row('开展课后服务学校数量').count()).toBe(0)
  await sheet.header('义务教育学校课后服务').locator('.toggle').click()
  await expect.poll(first).toBe(index)
  await page.getByRole('button', { name: '取消按分值排序' }).click()
  await expect.poll(() => view.sortChip('weight').count()).toBe(0)
  await expect.poll(first).toBe('1')
})
