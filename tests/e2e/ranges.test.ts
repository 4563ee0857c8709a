import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { photograph } from '../support/browser.ts'
import { useStage } from '../support/stage.ts'
import { dragCells, sheetPage } from './sheet-page.ts'
import type { Column, SheetPage } from './sheet-page.ts'

const stage = useStage()

const first = '开展课后服务学校数量'
const second = '参加课后服务学生人数'
const third = '开设特色课程门数'
const lastOfFirst = '学生家长满意度'
const firstOfSecond = '机房巡检次数'

async function openSheet(): Promise<[Page, SheetPage]> {
  const page = await stage.open('/?year=2025')
  const sheet = sheetPage(page)
  await sheet.header('义务教育学校课后服务').waitFor()
  return [page, sheet]
}

const count = (sheet: SheetPage): Promise<string | null> => sheet.summary('count').textContent()
const focusedName = (sheet: SheetPage): Promise<string | null> =>
  sheet.rows.filter({ has: sheet.focusedCell }).locator('[col-id="name"]').textContent()
const focusedColumn = (sheet: SheetPage): Promise<string | null> => sheet.focusedCell.getAttribute('col-id')
const activeClass = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.className ?? '')

test('a drag selects cells, the status bar adds them up, and the keyboard stays where it began', async () => {
  const [page, sheet] = await openSheet()
  await dragCells(page, sheet, [first, 'weight'], [third, 'score'])
  await expect.poll(() => count(sheet)).toBe('9')
  expect(await sheet.selectedCells.count()).toBe(9)
  expect(await sheet.summary('sum').textContent()).toBe('90')
  expect(await sheet.summary('average').textContent()).toBe('10')
  expect(await sheet.summary('met').textContent()).toBe('3')
  expect(await sheet.spokenSelection.textContent()).toBe('已选择 9 个单元格，3 行')
  expect(await page.locator('.ag-cell[aria-selected="true"]').count()).toBe(9)
  expect(await page.evaluate(() => getSelection()?.toString())).toBe('')
  expect(await activeClass(page)).toContain('cell-catcher')
  expect(await focusedName(sheet)).toBe(first)
  await photograph(page, 'range')
})

test('Shift+click goes on to there, Ctrl+click adds a range, a click begins anew', async () => {
  const [page, sheet] = await openSheet()
  await sheet.cell(first, 'actual').click()
  await sheet.cell(third, 'weight').click({ modifiers: ['Shift'] })
  await expect.poll(() => count(sheet)).toBe('6')
  expect(await focusedName(sheet)).toBe(first)
  await sheet.cell(firstOfSecond, 'name').click({ modifiers: ['Control'] })
  await expect.poll(() => count(sheet)).toBe('7')
  await expect.poll(() => focusedName(sheet)).toBe(firstOfSecond)
  await page.keyboard.press('Shift+ArrowRight')
  await expect.poll(() => count(sheet)).toBe('8')
  await photograph(page, 'ranges')
  await sheet.cell(second, 'score').click()
  await expect.poll(() => sheet.selectedCells.count()).toBe(0)
  expect(await sheet.summary('count').count()).toBe(0)
})

test('a right click keeps what is selected where it is, and goes to the cell elsewhere', async () => {
  const [page, sheet] = await openSheet()
  await dragCells(page, sheet, [first, 'actual'], [second, 'weight'])
  await expect.poll(() => count(sheet)).toBe('4')
  await sheet.cell(second, 'weight').click({ button: 'right' })
  expect(await sheet.selectedCells.count()).toBe(4)
  expect(await focusedName(sheet)).toBe(first)
  await sheet.cell(third, 'weight').click({ button: 'right' })
  await expect.poll(() => sheet.selectedCells.count()).toBe(0)
  expect(await focusedName(sheet)).toBe(third)
})

test('Shift and arrows select from the keyboard, over the header of a project, and Escape drops it', async () => {
  const [page, sheet] = await openSheet()
  await sheet.cell(lastOfFirst, 'target').click()
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowRight')
  await expect.poll(() => count(sheet)).toBe('4')
  expect(await sheet.selectedCells.allTextContents()).toEqual(['≥92%', '94.1%', '≥48次', '50次'])
  await page.keyboard.press('Escape')
  await expect.poll(() => sheet.selectedCells.count()).toBe(0)
  expect(await focusedName(sheet)).toBe(lastOfFirst)
  await page.keyboard.press('ArrowUp')
  await expect.poll(() => focusedName(sheet)).toBe('课后服务课程资源共享机制')
})

test('with Ctrl the arrows go to the edge of the data, with Shift they select up to there', async () => {
  const [page, sheet] = await openSheet()
  await sheet.cell(second, 'level1').click()
  await page.keyboard.press('Control+ArrowRight')
  await expect.poll(() => focusedColumn(sheet)).toBe('met')
  await page.keyboard.press('Control+ArrowLeft')
  await expect.poll(() => focusedColumn(sheet)).toBe('level1')
  await page.keyboard.press('Control+Shift+ArrowRight')
  await expect.poll(() => count(sheet)).toBe('9')
  await page.keyboard.press('Shift+End')
  await expect.poll(() => count(sheet)).toBe('11')
  await page.keyboard.press('Control+Shift+Home')
  await expect.poll(() => count(sheet)).toBe('2')
  await page.keyboard.press('Control+Shift+ArrowDown')
  await expect.poll(() => count(sheet)).toBe('121')
  await page.keyboard.press('Shift+PageUp')
  await expect.poll(async () => Number(await count(sheet))).toBeLessThan(110)
})

test('Ctrl+A selects the project, then everything; Space whole rows and columns', async () => {
  const [page, sheet] = await openSheet()
  await sheet.cell(second, 'actual').click()
  await page.keyboard.press('Control+a')
  await expect.poll(() => count(sheet)).toBe(String(8 * 11))
  await page.keyboard.press('Control+a')
  await expect.poll(() => count(sheet)).toBe(String(122 * 11))
  await page.keyboard.press('Escape')
  await page.keyboard.press('Shift+Space')
  await expect.poll(() => count(sheet)).toBe('11')
  await page.keyboard.press('Shift+ArrowDown')
  await expect.poll(() => count(sheet)).toBe('22')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+Space')
  await expect.poll(() => count(sheet)).toBe('122')
  await photograph(page, 'column')
  await page.keyboard.press('Shift+ArrowRight')
  await expect.poll(() => count(sheet)).toBe('244')
  expect(await focusedName(sheet)).toBe(second)
})

test('Ctrl+click on a header selects its column and sorts nothing', async () => {
  const [page, sheet] = await openSheet()
  await sheet.cell(second, 'actual').click()
  await sheet.columnHeader('weight').click({ modifiers: ['Control'] })
  await expect.poll(() => count(sheet)).toBe('122')
  await sheet.columnHeader('score').click({ modifiers: ['Control'] })
  await expect.poll(() => count(sheet)).toBe('244')
  expect(await sheet.names.first().textContent()).toBe(first)
  expect(await activeClass(page)).toContain('cell-catcher')
})

test('Enter and Tab go around within the selected cells, and what is typed goes to the active one', async () => {
  const [page, sheet] = await openSheet()
  await dragCells(page, sheet, [first, 'actual'], [second, 'weight'])
  await page.keyboard.press('Enter')
  await expect.poll(() => focusedName(sheet)).toBe(second)
  await page.keyboard.press('Enter')
  await expect.poll(() => focusedColumn(sheet)).toBe('weight')
  expect(await focusedName(sheet)).toBe(first)
  await page.keyboard.press('Tab')
  await expect.poll(() => focusedName(sheet)).toBe(second)
  expect(await focusedColumn(sheet)).toBe('actual')
  await page.keyboard.type('3.7万人')
  await page.keyboard.press('Tab')
  await expect.poll(() => focusedColumn(sheet)).toBe('weight')
  expect(await sheet.cell(second, 'actual').textContent()).toBe('3.7万人')
  expect(await count(sheet)).toBe('4')
  await page.keyboard.press('Shift+Tab')
  await expect.poll(() => focusedColumn(sheet)).toBe('actual')
})

test('in an editor the keys are for the text', async () => {
  const [page, sheet] = await openSheet()
  await sheet.cell(first, 'actual').click()
  await page.keyboard.press('F2')
  await page.keyboard.press('Shift+Home')
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+Shift+ArrowLeft')
  await page.keyboard.press('Shift+Space')
  expect(await page.locator('.cell-input').count()).toBe(1)
  expect(await sheet.selectedCells.count()).toBe(0)
  await page.keyboard.press('Escape')
  expect(await sheet.cell(first, 'actual').textContent()).toBe('46所')
})

test('a drag to the edge scrolls on, and the cells that come are selected', async () => {
  const [page, sheet] = await openSheet()
  await sheet.cell(first, 'score').hover()
  await page.mouse.down()
  const box = await page.locator('.ag-grid-viewport').boundingBox()
  if (box === null) throw new Error('the sheet is not shown')
  const cell = await sheet.cell(first, 'score').boundingBox()
  await page.mouse.move(cell?.x ?? 0, box.y + box.height + 60, { steps: 3 })
  await expect.poll(async () => Number(await count(sheet)), { timeout: 20_000 }).toBe(122)
  await page.mouse.up()
  const scrolled = (): Promise<number> =>
    page.locator('.ag-grid-viewport').evaluate((element) => element.scrollTop)
  expect(await scrolled()).toBeGreaterThan(500)
  await page.keyboard.press('Escape')
  expect(await activeClass(page)).toContain('cell-catcher')
})

test('a filter takes rows out of the selection, and without it they are back', async () => {
  const [page, sheet] = await openSheet()
  await sheet.cell(first, 'score').click()
  await page.keyboard.press('Control+Space')
  await expect.poll(() => count(sheet)).toBe('122')
  await page.keyboard.press('Control+f')
  await page.keyboard.type('课后服务')
  await expect.poll(async () => Number(await count(sheet))).toBeLessThan(20)
  await sheet.filter.fill('')
  await expect.poll(() => count(sheet)).toBe('122')
})

test('a sort leaves no rows selected that nobody chose', async () => {
  const [page, sheet] = await openSheet()
  await dragCells(page, sheet, [first, 'actual'], [third, 'actual'])
  await expect.poll(() => count(sheet)).toBe('3')
  await sheet.columnHeader('name').click()
  await expect.poll(() => sheet.selectedCells.count()).toBe(0)
  expect(await focusedName(sheet)).toBe(first)
})

test('Delete empties all selected cells that can be typed into, as one step', async () => {
  const [page, sheet] = await openSheet()
  const texts = async (column: Column): Promise<(string | null)[]> =>
    Promise.all([first, second, third].map((name) => sheet.cell(name, column).textContent()))
  const actuals = await texts('actual')
  await dragCells(page, sheet, [first, 'actual'], [third, 'ruleScore'])
  await page.keyboard.press('Delete')
  expect(await texts('actual')).toEqual(['', '', ''])
  expect(await texts('weight')).toEqual(['', '', ''])
  await expect.poll(() => sheet.status.textContent()).toContain('全部已保存')
  expect(await sheet.undo.getAttribute('title')).toBe('撤销：清除选区（6 处）')
  await page.keyboard.press('Control+z')
  await expect.poll(() => texts('actual')).toEqual(actuals)
  expect(await texts('weight')).toEqual(['10', '10', '10'])
})

test('Ctrl+Enter writes what was typed to every selected cell, as one step', async () => {
  const [page, sheet] = await openSheet()
  await dragCells(page, sheet, [first, 'reason'], [second, 'reason'])
  await sheet.cell(firstOfSecond, 'reason').click({ modifiers: ['Control'] })
  await page.keyboard.type('统一说明')
  await page.keyboard.press('Control+Enter')
  for (const name of [first, second, firstOfSecond]) {
    await expect.poll(() => sheet.cell(name, 'reason').textContent()).toBe('统一说明')
  }
  expect(await focusedName(sheet)).toBe(firstOfSecond)
  await expect.poll(() => count(sheet)).toBe('3')
  await expect.poll(() => activeClass(page)).toContain('cell-catcher')
  await page.keyboard.press('Control+z')
  await expect.poll(() => sheet.cell(second, 'reason').textContent()).toBe('')
  expect(await sheet.cell(firstOfSecond, 'reason').textContent()).toBe('')
})
