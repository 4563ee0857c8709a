import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { photograph } from '../support/browser.ts'
import { useStage } from '../support/stage.ts'
import { dragCells, sheetPage } from './sheet-page.ts'
import type { SheetPage } from './sheet-page.ts'

const stage = useStage()
const project = '义务教育学校课后服务'
const [first, second, third] = ['开展课后服务学校数量', '参加课后服务学生人数', '开设特色课程门数'] as const

async function openSheet(): Promise<[Page, SheetPage]> {
  const page = await stage.open('/?year=2025')
  const sheet = sheetPage(page)
  await sheet.header(project).waitFor()
  return [page, sheet]
}

const count = (sheet: SheetPage): Promise<string | null> => sheet.summary('count').textContent()
const focusedName = (sheet: SheetPage): Promise<string | null> =>
  sheet.rows.filter({ has: sheet.focusedCell }).locator('[col-id="name"]').textContent()

test('Ctrl on a selected cell takes it out, a drag takes out what it goes over, and the keyboard stays', async () => {
  const [page, sheet] = await openSheet()
  await dragCells(page, sheet, [first, 'actual'], [third, 'score'])
  await expect.poll(() => count(sheet)).toBe('12')
  await sheet.cell(second, 'weight').click({ modifiers: ['Control'] })
  await expect.poll(() => count(sheet)).toBe('11')
  expect(await sheet.cell(second, 'weight').getAttribute('class')).not.toContain('in-range')
  expect(await focusedName(sheet)).toBe(first)
  await photograph(page, 'taken-out')
  await page.keyboard.down('Control')
  await dragCells(page, sheet, [first, 'actual'], [second, 'actual'])
  await page.keyboard.up('Control')
  await expect.poll(() => count(sheet)).toBe('9')
  expect(await sheet.focusedCell.getAttribute('col-id')).not.toBe('actual')
  await sheet.cell(second, 'weight').click({ modifiers: ['Control'] })
  await expect.poll(() => count(sheet)).toBe('10')
})

test('on the row of a project Ctrl+A selects its rows, and Shift with an arrow begins with the next one', async () => {
  const [page, sheet] = await openSheet()
  await sheet.cell(first, 'actual').click()
  await page.keyboard.press('ArrowUp')
  await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toContain('full-width')
  await page.keyboard.press('Shift+ArrowDown')
  await expect.poll(() => sheet.spokenSelection.textContent()).toContain('1 行')
  await page.keyboard.press('Shift+ArrowDown')
  await expect.poll(() => sheet.spokenSelection.textContent()).toContain('2 行')
  expect(await focusedName(sheet)).toBe(first)
  await page.keyboard.press('Escape')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Control+a')
  await expect.poll(() => sheet.spokenSelection.textContent()).toContain('8 行')
  await page.keyboard.press('Control+a')
  await expect.poll(() => sheet.spokenSelection.textContent()).not.toContain('，8 行')
})

test('what has several units is added up for each of them', async () => {
  const [page, sheet] = await openSheet()
  await dragCells(page, sheet, [first, 'actual'], [third, 'actual'])
  await expect.poll(() => sheet.summary('sum').textContent()).toMatch(/^\d+所 · [\d.]+(万)?人 · \d+门$/u)
  await dragCells(page, sheet, [first, 'actual'], ['学生家长满意度', 'actual'])
  await expect.poll(() => sheet.summary('units').textContent()).toContain('不相加')
  await photograph(page, 'units')
})

test('an undo selects the block again that it put back', async () => {
  const [page, sheet] = await openSheet()
  await dragCells(page, sheet, [first, 'reason'], [third, 'reason'])
  await page.keyboard.type('待核实')
  await page.keyboard.press('Control+Enter')
  await expect.poll(() => sheet.cell(third, 'reason').textContent()).toBe('待核实')
  await sheet.cell('机房巡检次数', 'name').click()
  await page.keyboard.press('Control+z')
  await expect.poll(() => count(sheet)).toBe('3')
  expect(await focusedName(sheet)).toBe(first)
  expect(await sheet.selectedCells.count()).toBe(3)
  await page.keyboard.press('Control+y')
  await expect.poll(() => sheet.cell(third, 'reason').textContent()).toBe('待核实')
  await expect.poll(() => count(sheet)).toBe('3')
  await page.keyboard.press('Control+z')
  await expect.poll(() => sheet.status.textContent()).toContain('全部已保存')
})

test('the handle of the last column can be dragged when the sheet is scrolled to its end', async () => {
  const [page, sheet] = await openSheet()
  await page.setViewportSize({ width: 900, height: 600 })
  await sheet.cell(first, 'actual').click()
  await page.keyboard.press('End')
  await page.keyboard.type('待核实')
  await page.keyboard.press('Enter')
  await page.keyboard.press('ArrowUp')
  const handle = await sheet.cell(first, 'reason').evaluate((cell) => {
    const { right, bottom } = cell.getBoundingClientRect()
    const inset = Number.parseFloat(getComputedStyle(cell, '::after').right)
    return { x: right - inset - 3, y: bottom - 3 }
  })
  await photograph(page, 'handle-at-end')
  await page.mouse.move(handle.x, handle.y)
  await page.mouse.down()
  await sheet.cell(third, 'reason').hover()
  await page.mouse.up()
  await expect.poll(() => sheet.cell(third, 'reason').textContent()).toBe('待核实')
})
