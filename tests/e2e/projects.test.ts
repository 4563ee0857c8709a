import { expect, test } from 'vitest'
import { photograph } from '../support/browser.ts'
import { useStage } from '../support/stage.ts'
import { sheetPage } from './sheet-page.ts'
import { tablePage } from './table-page.ts'

const stage = useStage()
const [executed, adjusted] = ['fund/annual/all/executed', 'fund/annual/all/adjusted'] as const
const network = '校园网络与信息化运维'
const lessons = '义务教育学校课后服务'

async function openProjects(address = '/projects?year=2025') {
  const page = await stage.open(address, { viewport: { width: 2200, height: 900 } })
  const list = tablePage(page, 'project/name')
  await list.row(network).waitFor()
  return { page, list }
}

test('the list of a year has every project with its funds, totals and state', async () => {
  const { page, list } = await openProjects()
  expect(await list.text(network, 'implementer').textContent()).toBe('云浦市教育局')
  expect(await list.text(network, adjusted).textContent()).toBe('1,720,000')
  expect(await list.text(network, 'state').textContent()).toBe('草稿')
  expect(await list.status.textContent()).toMatch(/\d+ 个项目/)
  await photograph(page, 'projects-light')
})

test('the tabs lead to the tables and keep the year', async () => {
  const { page, list } = await openProjects()
  await list.tab('指标').click()
  await sheetPage(page).header(network).waitFor()
  expect(new URL(page.url()).search).toBe('?year=2025')
  await list.tab('项目').click()
  await list.row(network).waitFor()
  await list.tab('单位').click()
  await tablePage(page, 'name').row('云浦市教育局').waitFor()
  expect(await list.tab('单位').getAttribute('aria-current')).toBe('page')
})

test('an executed amount moves rate, totals and grade in the same frame, is saved, and undone', async () => {
  const { page, list } = await openProjects()
  const before = await list.text(network, 'ruleTotal').textContent()
  await list.cell(network, executed).click()
  await page.keyboard.type('1720000')
  await page.keyboard.press('Enter')
  expect(await list.text(network, 'executionRate').textContent()).toBe('100%')
  expect(await list.text(network, 'ruleTotal').textContent()).not.toBe(before)
  const after = await list.text(network, 'ruleTotal').textContent()
  await expect.poll(() => list.status.textContent()).toContain('全部已保存')
  // The server has computed the same.
  expect(await list.text(network, 'ruleTotal').textContent()).toBe(after)
  await list.tab('指标').click()
  const sheet = sheetPage(page)
  await expect.poll(() => sheet.total(network, 'rule').textContent()).toContain(after ?? '')
  await list.tab('项目').click()
  await list.row(network).waitFor()
  await page.keyboard.press('Control+z')
  await expect.poll(() => list.text(network, executed).textContent()).toBe('1,182,844')
  expect(await list.text(network, 'ruleTotal').textContent()).toBe(before)
  await expect.poll(() => list.status.textContent()).toContain('全部已保存')
})

test('in 万元 amounts are shown and typed in 万元, exactly', async () => {
  const { page, list } = await openProjects()
  await page.getByRole('button', { name: '金额单位' }).click()
  await expect.poll(() => list.text(network, executed).textContent()).toBe('118.2844')
  await list.cell(network, adjusted).click()
  await page.keyboard.type('172.00005')
  await page.keyboard.press('Enter')
  expect(await list.text(network, adjusted).textContent()).toBe('172.00005')
  await expect.poll(() => list.status.textContent()).toContain('全部已保存')
  await page.getByRole('button', { name: '金额单位' }).click()
  await expect.poll(() => list.text(network, adjusted).textContent()).toBe('1,720,000.5')
  await page.keyboard.press('Control+z')
  await expect.poll(() => list.text(network, adjusted).textContent()).toBe('1,720,000')
})

test('a project is renamed, and dates are typed as people write them', async () => {
  const { page, list } = await openProjects()
  await list.cell(lessons, 'project/startDate').click()
  await page.keyboard.type('2025年3月1日')
  await page.keyboard.press('Tab')
  expect(await list.text(lessons, 'project/startDate').textContent()).toBe('2025-03-01')
  await page.keyboard.type('十二月')
  await page.keyboard.press('Enter')
  expect(await list.text(lessons, 'project/endDate').textContent()).toBe('十二月')
  expect(await list.cell(lessons, 'project/endDate').getAttribute('class')).toContain('is-failed')
  await list.cell(lessons, 'project/endDate').click()
  await expect.poll(() => list.cellBar.textContent()).toContain('不是日期')
  await page.keyboard.press('Escape')
  await list.cell(lessons, 'project/name').click()
  await page.keyboard.press('F2')
  await page.keyboard.press('Control+a')
  await page.keyboard.type('课后服务（含假期托管）')
  await page.keyboard.press('Enter')
  await expect.poll(() => list.status.textContent()).toContain('全部已保存')
  await page.reload()
  await list.row('课后服务（含假期托管）').waitFor()
  expect(await list.text('课后服务（含假期托管）', 'project/startDate').textContent()).toBe('2025-03-01')
})

test('a name is changed by typing over it, and one undo brings the old one back', async () => {
  const { page, list } = await openProjects()
  await list.cell(network, 'project/name').click()
  await page.keyboard.type('中小学校舍安全')
  await page.keyboard.press('Enter')
  await expect.poll(() => list.status.textContent()).toContain('全部已保存')
  await page.keyboard.press('Control+z')
  await list.row(network).waitFor()
})

test('of two tabs at one amount the later one is told, and keeps what was typed', async () => {
  const [mine, theirs] = [await openProjects(), await openProjects()]
  await theirs.list.cell(network, executed).click()
  await theirs.page.keyboard.type('1500000')
  await theirs.page.keyboard.press('Enter')
  await expect.poll(() => theirs.list.status.textContent()).toContain('全部已保存')
  await mine.list.cell(network, executed).click()
  await mine.page.keyboard.type('160万')
  await mine.page.keyboard.press('Enter')
  await expect.poll(() => mine.list.cell(network, executed).getAttribute('class')).toContain('is-conflict')
  expect(await mine.list.text(network, executed).textContent()).toBe('160万')
})

test('sorting by an amount goes by size, and words filter the list', async () => {
  const { page, list } = await openProjects()
  const header = page.locator(`.ag-header-cell[col-id="${adjusted}"]`)
  await header.scrollIntoViewIfNeeded()
  await header.locator('.ag-header-cell-label').click()
  const amounts = page.locator(`.ag-row [col-id="${adjusted}"] .cell-text`)
  await expect
    .poll(async () => {
      const shown = (await amounts.allTextContents()).filter((text) => text !== '')
      return shown.map((text) => Number(text.replaceAll(',', '')))
    })
    .toSatisfy((all: number[]) => all.length > 3 && new Set(all).size > 1)
  await page.keyboard.press('Control+f')
  await page.keyboard.type('教育局 网络')
  await expect.poll(() => list.names.allTextContents()).toEqual([network])
})
