import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { photograph } from '../support/browser.ts'
import { useStage } from '../support/stage.ts'
import { dragCells, sheetPage } from './sheet-page.ts'
import type { SheetPage } from './sheet-page.ts'

const stage = useStage()

const first = '开展课后服务学校数量'
const second = '参加课后服务学生人数'
const third = '开设特色课程门数'
const fourth = '课后服务教师持证上岗率'

async function openSheet(): Promise<[Page, SheetPage]> {
  const page = await stage.open('/?year=2025')
  const sheet = sheetPage(page)
  await sheet.header('义务教育学校课后服务').waitFor()
  return [page, sheet]
}

const focusedName = (sheet: SheetPage): Promise<string | null> =>
  sheet.rows.filter({ has: sheet.focusedCell }).locator('[col-id="name"]').textContent()

test('Ctrl+H finds, Enter and F3 go from match to match, Escape comes back to the cell', async () => {
  const [page, sheet] = await openSheet()
  await sheet.cell(third, 'actual').click()
  await page.keyboard.press('Control+h')
  await page.keyboard.type('课后服务')
  await expect.poll(() => sheet.find.status.textContent()).toMatch(/^找到 \d+ 处$/u)
  const count = await sheet.find.matches.count()
  expect(count).toBeGreaterThan(3)
  await page.keyboard.press('Enter')
  await expect.poll(() => focusedName(sheet)).toBe(first)
  await page.keyboard.press('Enter')
  await expect.poll(() => focusedName(sheet)).toBe(second)
  expect(await sheet.find.status.textContent()).toBe(`第 2 处，共 ${count} 处`)
  await page.keyboard.press('Shift+Enter')
  await expect.poll(() => focusedName(sheet)).toBe(first)
  await page.keyboard.press('F3')
  await expect.poll(() => focusedName(sheet)).toBe(second)
  await page.keyboard.press('F3')
  await page.keyboard.press('Shift+F3')
  await expect.poll(() => focusedName(sheet)).toBe(second)
  await photograph(page, 'find')
  await page.keyboard.press('Control+h')
  await page.keyboard.press('Escape')
  await expect.poll(() => sheet.find.panel.count()).toBe(0)
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.className ?? ''))
    .toContain('cell-catcher')
  expect(await focusedName(sheet)).toBe(second)
})

test('a replacement shows every change with the new score, and is one step', async () => {
  const [page, sheet] = await openSheet()
  await sheet.cell(first, 'actual').click()
  await page.keyboard.press('Control+h')
  await sheet.find.by.selectOption('pattern')
  await sheet.find.scope.selectOption('columns')
  await sheet.find.what.fill('^(\\d+)所$')
  await sheet.find.replacement.fill('2$1所')
  await expect.poll(() => sheet.find.matches.first().textContent()).toContain('46所 → 246所')
  await sheet.find.replacement.fill('4$&')
  await expect.poll(() => sheet.find.matches.first().textContent()).toContain('446所')
  await sheet.find.replacement.fill('23所')
  await expect.poll(() => sheet.find.matches.first().textContent()).toContain('规则分 10 → 5')
  await photograph(page, 'replace')
  const all = await sheet.find.matches.count()
  await sheet.find.replaceAll.click()
  await expect.poll(() => sheet.remark.textContent()).toContain(`已替换 ${all} 格`)
  await expect.poll(() => sheet.cell(first, 'actual').textContent()).toBe('23所')
  expect(await sheet.cell(first, 'ruleScore').textContent()).toBe('5')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+z')
  await expect.poll(() => sheet.cell(first, 'actual').textContent()).toBe('46所')
})

test('one after the other is replaced; what would be refused says so before', async () => {
  const [page, sheet] = await openSheet()
  await dragCells(page, sheet, [first, 'target'], [fourth, 'actual'])
  await page.keyboard.press('Control+h')
  await expect.poll(() => sheet.find.scope.inputValue()).toBe('selection')
  await sheet.find.what.fill('100%')
  await sheet.find.replacement.fill('99次')
  await expect.poll(() => sheet.find.status.textContent()).toBe('找到 2 处')
  await expect.poll(() => sheet.find.matches.nth(1).textContent()).toContain('100% → 99次')
  await sheet.find.replacement.fill('99%')
  await sheet.find.replaceOne.click()
  await expect.poll(() => sheet.cell(fourth, 'target').textContent()).toBe('=99%')
  expect(await sheet.cell(fourth, 'actual').textContent()).toBe('100%')
  await expect.poll(() => sheet.find.status.textContent()).toContain('共 1 处')

  await sheet.find.replacement.fill('很多')
  await expect.poll(() => sheet.find.matches.first().textContent()).toContain('不会被接受')
  await sheet.find.replaceAll.click()
  await expect.poll(() => sheet.remark.textContent()).toContain('1 格未接受')
  expect(await sheet.cell(fourth, 'actual').getAttribute('class')).toContain('is-failed')
})

test('a condition finds values by what they mean, within what the filter leaves', async () => {
  const [page, sheet] = await openSheet()
  await page.keyboard.press('Control+f')
  await page.keyboard.type('满意度')
  await expect.poll(() => sheet.status.textContent()).toContain('筛选出')
  await page.keyboard.press('Control+h')
  await sheet.find.by.selectOption('value')
  await sheet.find.what.fill('≥ 94%')
  await expect.poll(() => sheet.find.status.textContent()).toMatch(/^找到 \d+ 处$/u)
  const texts = await sheet.find.matches.locator('.text').allTextContents()
  for (const text of texts) expect(Number.parseFloat(text.replace(/[^\d.]/gu, ''))).toBeGreaterThanOrEqual(94)
  await sheet.find.what.fill('提升')
  await expect.poll(() => sheet.find.status.textContent()).toContain('请写成数值条件')
})

test('an expression that explodes freezes nothing and is stopped; a wrong one says so', async () => {
  const [page, sheet] = await openSheet()
  await sheet.cell(first, 'reason').click()
  await page.keyboard.type(`${'a'.repeat(60)}!`)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+h')
  await sheet.find.by.selectOption('pattern')
  await sheet.find.what.fill('(a+)+$')
  await expect.poll(() => sheet.find.status.textContent()).toBe('正在查找…')
  await sheet.cell(second, 'reason').click()
  await page.keyboard.type('页面没有停住')
  await page.keyboard.press('Enter')
  expect(await sheet.cell(second, 'reason').textContent()).toBe('页面没有停住')
  await expect.poll(() => sheet.find.status.textContent(), { timeout: 10_000 }).toContain('太费时')
  await sheet.find.what.fill('(')
  await expect.poll(() => sheet.find.status.textContent()).toContain('正则表达式有误')
  await sheet.find.what.fill('没有停住$')
  await expect.poll(() => sheet.find.status.textContent()).toBe('找到 1 处')
})
