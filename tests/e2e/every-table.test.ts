import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { photograph } from '../support/browser.ts'
import { seriousProblems } from '../support/serious-problems.ts'
import { useStage } from '../support/stage.ts'
import { sheetPage } from './sheet-page.ts'
import { tablePage } from './table-page.ts'

const stage = useStage()
const network = '校园网络与信息化运维'
const executed = 'fund/annual/all/executed'

const tables = [
  {
    name: 'projects',
    address: '/projects?year=2025',
    column: 'project/name',
    row: network,
    cell: 'project/category',
    width: 2200,
  },
  {
    name: 'agencies',
    address: '/agencies',
    column: 'name',
    row: '云浦市第一中学',
    cell: 'shortName',
    width: 1280,
  },
] as const

async function open(
  { address, column, row, width }: (typeof tables)[number],
  colorScheme: 'light' | 'dark' = 'light',
) {
  const page = await stage.open(address, { colorScheme, viewport: { width, height: 720 } })
  const table = tablePage(page, column)
  await table.row(row).waitFor()
  return { page, table }
}

const saved = (page: Page) => expect.poll(() => page.locator('footer').textContent()).toContain('全部已保存')

describe.each(tables)('$name', (at) => {
  test('the palette runs a command where the keyboard was, and F1 names every key', async () => {
    const { page, table } = await open(at)
    await table.cell(at.row, at.cell).click()
    await page.keyboard.type('甲')
    await page.keyboard.press('Control+Enter')
    await expect.poll(() => table.cell(at.row, at.cell).textContent()).toBe('甲')
    await page.keyboard.press('Control+k')
    const palette = page.getByRole('dialog', { name: '命令' })
    await palette.waitFor()
    await page.keyboard.type('清除内容')
    await photograph(page, `${at.name}-palette`)
    await page.keyboard.press('Enter')
    await expect.poll(() => table.cell(at.row, at.cell).textContent()).toBe('')
    await saved(page)
    await page.keyboard.press('F1')
    const help = page.getByRole('dialog', { name: '键盘快捷键' })
    await help.getByText('查看单元格的历史').waitFor()
    await photograph(page, `${at.name}-help`)
    expect(await seriousProblems(page)).toEqual([])
    await page.keyboard.press('Escape')
    await help.waitFor({ state: 'detached' })
    await page.keyboard.press('Control+k')
    await page.keyboard.type('视图：列')
    await page.keyboard.press('Enter')
    await page.locator('.view-menu').waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toContain('cell-catcher')
  })

  test('words are found and replaced as one step', async () => {
    const { page, table } = await open(at)
    const { find } = sheetPage(page)
    await table.cell(at.row, at.cell).click()
    await page.keyboard.press('Control+h')
    await find.what.fill(at.row)
    await find.replacement.fill(`${at.row}（改）`)
    await expect.poll(() => find.status.textContent()).toBe('找到 1 处')
    await expect.poll(() => find.matches.first().textContent()).toContain(`${at.row}（改）`)
    expect(await seriousProblems(page)).toEqual([])
    await find.replaceAll.click()
    await table.row(`${at.row}（改）`).waitFor()
    await photograph(page, `${at.name}-find`)
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+z')
    await table.row(at.row).waitFor()
    await saved(page)
  })

  test('the history of a cell is a key away, and an older text comes back', async () => {
    const { page, table } = await open(at, 'dark')
    for (const text of ['乙', '丙']) {
      await table.cell(at.row, at.cell).click()
      await page.keyboard.type(text)
      await page.keyboard.press('Enter')
      await saved(page)
    }
    await table.cell(at.row, at.cell).click()
    await page.keyboard.press('Control+Shift+H')
    const panel = page.getByRole('complementary', { name: '单元格历史' })
    await expect.poll(() => panel.locator('li').first().textContent()).toMatch(/键入.*乙.*→.*丙/u)
    await photograph(page, `${at.name}-history-dark`)
    expect(await seriousProblems(page)).toEqual([])
    await panel.getByRole('button', { name: '恢复为“乙”' }).click()
    await expect.poll(() => table.cell(at.row, at.cell).textContent()).toBe('乙')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+z')
    await expect.poll(() => table.cell(at.row, at.cell).textContent()).toBe('丙')
    await saved(page)
  })
})

test('a project is restored as a whole from its history, and the restoring is undone', async () => {
  const page = await stage.open('/?year=2025', { viewport: { width: 1280, height: 720 } })
  const sheet = sheetPage(page)
  await sheet.header(network).waitFor()
  const name = '机房巡检次数'
  const before = await sheet.cell(name, 'actual').textContent()
  for (const text of ['11次', '12次']) {
    await sheet.cell(name, 'actual').click()
    await page.keyboard.type(text)
    await page.keyboard.press('Enter')
    await saved(page)
  }
  // From the project's own row.
  await sheet.cell(name, 'actual').click()
  await page.keyboard.press('Control+Alt+h')
  const panel = page.getByRole('complementary', { name: '项目历史' })
  await panel.getByRole('heading', { name: network }).waitFor()
  await photograph(page, 'project-history')
  expect(await seriousProblems(page)).toEqual([])
  await panel.getByRole('button').nth(2).click()
  await expect.poll(() => sheet.cell(name, 'actual').textContent()).toBe(before)
  await expect.poll(() => sheet.remark.textContent()).toContain(`“${network}”已恢复`)
  await expect.poll(() => panel.locator('li').first().textContent()).toContain('恢复')
  expect(await sheet.undo.getAttribute('aria-label')).toContain(`撤销：恢复 ${network}`)
  // A step like any other: it is there after a reload, and somebody else's change is asked about.
  await page.reload()
  await sheet.header(network).waitFor()
  await page.keyboard.press('Control+z')
  await expect.poll(() => sheet.cell(name, 'actual').textContent()).toBe('12次')
  await sheet.remark.getByText('已撤销恢复').waitFor()
  await page.keyboard.press('Control+y')
  await expect.poll(() => sheet.cell(name, 'actual').textContent()).toBe(before)
  await sheet.remark.getByText('已重新恢复').waitFor()
  // Only the server can do it: without it the step stays.
  stage.expectProblem('net::ERR')
  await page.context().setOffline(true)
  await page.keyboard.press('Control+z')
  await sheet.remark.getByText('这一步还在').waitFor()
  await page.context().setOffline(false)
  expect(await sheet.undo.getAttribute('aria-label')).toContain(`撤销：恢复 ${network}`)
  const other = await stage.open('/?year=2025')
  const theirs = sheetPage(other)
  await theirs.cell(name, 'actual').click()
  await other.keyboard.type('13次')
  await other.keyboard.press('Enter')
  await saved(other)
  await page.keyboard.press('Control+z')
  const question = page.getByRole('alertdialog')
  await expect.poll(() => question.textContent()).toMatch(/机房巡检次数 · 实际完成值13次.*12次/u)
  await photograph(page, 'project-restore-asks')
  await question.getByRole('button', { name: '全部撤销，覆盖这些修改' }).click()
  await expect.poll(() => sheet.cell(name, 'actual').textContent()).toBe('12次')
})

test('an amount of the project list has its history in 元, and goes back', async () => {
  const { page, table } = await open(tables[0])
  const before = await table.cell(network, executed).textContent()
  await table.cell(network, executed).click()
  await page.keyboard.type('90万')
  await page.keyboard.press('Enter')
  await saved(page)
  await table.cell(network, executed).click()
  await page.keyboard.press('Control+Shift+H')
  const panel = page.getByRole('complementary', { name: '单元格历史' })
  await expect.poll(() => panel.locator('li').first().textContent()).toContain('900,000元')
  await panel.getByRole('button', { name: `恢复为“${before ?? ''}元”` }).click()
  await expect.poll(() => table.cell(network, executed).textContent()).toBe(before)
})
