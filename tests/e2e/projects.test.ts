import { expect, test } from 'vitest'
import { photograph, putOnClipboard } from '../support/browser.ts'
import { holdBack } from '../support/hold-back.ts'
import { seriousProblems } from '../support/serious-problems.ts'
import { useStage } from '../support/stage.ts'
import { sheetPage } from './sheet-page.ts'
import { tablePage } from './table-page.ts'
import { viewPage } from './view-page.ts'

const stage = useStage()
const [executed, adjusted] = ['fund/annual/all/executed', 'fund/annual/all/adjusted'] as const
const network = '校园网络与信息化运维'
const lessons = '义务教育学校课后服务'
const buses = '公共交通运营补贴'

async function openProjects(address = '/projects?year=2025') {
  const page = await stage.open(address, {
    viewport: { width: 2200, height: 900 },
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  const list = tablePage(page, 'project/name')
  await list.row(network).waitFor()
  return { page, list }
}

test('the list of a year has every project with its funds, totals and state', async () => {
  const { page, list } = await openProjects()
  expect(await list.cell(network, 'implementer').textContent()).toBe('云浦市教育局')
  expect(await list.cell(network, adjusted).textContent()).toBe('1,720,000')
  expect(await list.cell(network, 'state').textContent()).toBe('草稿')
  expect(await list.status.textContent()).toMatch(/\d+ 个项目/)
  await photograph(page, 'projects-light')
})

test('the tabs lead to the tables and keep the year', async () => {
  const { page, list } = await openProjects()
  // The keys to begin with are the table's own.
  expect(await list.cellBar.textContent()).not.toContain('F4')
  await list.tab('指标').click()
  await sheetPage(page).header(network).waitFor()
  expect(await list.cellBar.textContent()).toContain('F4 查看项目的问题')
  expect(new URL(page.url()).search).toBe('?year=2025')
  await list.tab('项目').click()
  await list.row(network).waitFor()
  await list.tab('单位').click()
  await tablePage(page, 'name').row('云浦市教育局').waitFor()
  expect(await list.tab('单位').getAttribute('aria-current')).toBe('page')
})

test('an executed amount moves rate, totals and grade in the same frame, is saved, and undone', async () => {
  const { page, list } = await openProjects()
  const before = await list.cell(network, 'ruleTotal').textContent()
  await list.cell(network, executed).click()
  await page.keyboard.type('1720000')
  await page.keyboard.press('Enter')
  expect(await list.cell(network, 'executionRate').textContent()).toBe('100%')
  expect(await list.cell(network, 'ruleTotal').textContent()).not.toBe(before)
  const after = await list.cell(network, 'ruleTotal').textContent()
  await expect.poll(() => list.status.textContent()).toContain('全部已保存')
  // The server has computed the same.
  expect(await list.cell(network, 'ruleTotal').textContent()).toBe(after)
  await list.tab('指标').click()
  const sheet = sheetPage(page)
  await expect.poll(() => sheet.total(network, 'rule').textContent()).toContain(after ?? '')
  await list.tab('项目').click()
  await list.row(network).waitFor()
  await page.keyboard.press('Control+z')
  await expect.poll(() => list.cell(network, executed).textContent()).toBe('1,182,844')
  expect(await list.cell(network, 'ruleTotal').textContent()).toBe(before)
  await expect.poll(() => list.status.textContent()).toContain('全部已保存')
})

test('in 万元 amounts are shown and typed in 万元, exactly', async () => {
  const { page, list } = await openProjects()
  await page.getByRole('button', { name: '金额单位' }).click()
  await expect.poll(() => list.cell(network, executed).textContent()).toBe('118.2844')
  await list.cell(network, adjusted).click()
  await page.keyboard.type('172.00005')
  await page.keyboard.press('Enter')
  expect(await list.cell(network, adjusted).textContent()).toBe('172.00005')
  await expect.poll(() => list.status.textContent()).toContain('全部已保存')
  // A replacement shows what will be saved, and nothing else is saved.
  const { find } = sheetPage(page)
  await page.keyboard.press('Control+h')
  await find.what.fill('172.00005')
  await find.replacement.fill('172.00015')
  await expect
    .poll(() => find.matches.first().textContent())
    .toMatch(/172\.00005 → 172\.00015\s+1,720,001\.5 元/u)
  await photograph(page, 'projects-find-amount')
  await find.replaceAll.click()
  await expect.poll(() => list.cell(network, adjusted).textContent()).toBe('172.00015')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+z')
  await expect.poll(() => list.cell(network, adjusted).textContent()).toBe('172.00005')
  await expect.poll(() => list.status.textContent()).toContain('全部已保存')
  await page.getByRole('button', { name: '金额单位' }).click()
  await expect.poll(() => list.cell(network, adjusted).textContent()).toBe('1,720,000.5')
  await page.keyboard.press('Control+z')
  await expect.poll(() => list.cell(network, adjusted).textContent()).toBe('1,720,000')
})

test('a name another project of the agency has is refused by the server, in words, and stays as it was typed', async () => {
  const { page, list } = await openProjects()
  await list.cell(lessons, 'project/name').click()
  await page.keyboard.type(network)
  await page.keyboard.press('Enter')
  const refused = page.locator('.ag-cell.is-failed[col-id="project/name"]')
  await expect.poll(() => refused.textContent()).toBe(network)
  await refused.click()
  await expect.poll(() => list.cellBar.textContent()).toContain('同一单位 2025 年已有项目')
  await photograph(page, 'projects-name-taken')
  await page.keyboard.press('Escape')
  await list.row(lessons).waitFor()
})

test('a project is renamed, and dates are typed as people write them', async () => {
  const { page, list } = await openProjects()
  await list.cell(lessons, 'project/startDate').click()
  await page.keyboard.type('2025年3月1日')
  await page.keyboard.press('Tab')
  expect(await list.cell(lessons, 'project/startDate').textContent()).toBe('2025-03-01')
  await page.keyboard.type('十二月')
  await page.keyboard.press('Enter')
  expect(await list.cell(lessons, 'project/endDate').textContent()).toBe('十二月')
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
  expect(await list.cell('课后服务（含假期托管）', 'project/startDate').textContent()).toBe('2025-03-01')
})

test('a name is changed by typing over it, and one undo brings the old one back', async () => {
  const { page, list } = await openProjects()
  await list.cell(network, 'project/name').click()
  await page.keyboard.type('中小学校舍安全')
  await page.keyboard.press('Enter')
  await expect.poll(() => list.status.textContent()).toContain('全部已保存')
  await page.keyboard.press('Control+z')
  await list.row(network).waitFor()
  await expect.poll(() => list.status.textContent()).toContain('全部已保存')
})

test('what another saves is in the list by itself, with its totals, and so is where they are', async () => {
  const [mine, theirs] = [await openProjects(), await openProjects()]
  const before = await mine.list.cell(network, 'ruleTotal').textContent()
  await theirs.list.cell(network, executed).click()
  const cell = mine.list.cell(network, executed)
  await expect.poll(() => cell.getAttribute('class')).toContain('is-visited')
  await mine.page.getByRole('img', { name: '正在这里：本机用户' }).waitFor()
  await theirs.page.keyboard.type('1500000')
  await theirs.page.keyboard.press('Enter')
  await expect.poll(() => mine.list.cell(network, executed).textContent()).toBe('1,500,000')
  await expect.poll(() => cell.locator('.cell-person').getAttribute('data-initials')).toBe('本机')
  await expect.poll(() => mine.list.cell(network, 'ruleTotal').textContent()).not.toBe(before)
  expect(await mine.list.cell(network, 'ruleTotal').textContent()).toBe(
    await theirs.list.cell(network, 'ruleTotal').textContent(),
  )
  await cell.hover()
  await expect
    .poll(() => mine.page.locator('.ag-tooltip').textContent())
    .toContain('由“1,182,844元”改为“1,500,000元”')
  await photograph(mine.page, 'projects-live')
  await theirs.page.keyboard.press('Control+z')
  await expect.poll(() => mine.list.cell(network, executed).textContent()).toBe('1,182,844')
  // An indicator that is edited elsewhere moves the totals of its project in the list.
  await theirs.list.tab('指标').click()
  await sheetPage(theirs.page).cell('机房巡检次数', 'score').click()
  await theirs.page.keyboard.type('1')
  await theirs.page.keyboard.press('Enter')
  await expect
    .poll(() => mine.list.cell(network, 'awardedTotal').textContent())
    .toBe(await sheetPage(theirs.page).total(network, 'awarded').locator('b').textContent())
})

test('of two at one amount the later one is told, and decides by key', async () => {
  const [mine, theirs] = [await openProjects(), await openProjects()]
  stage.expectProblem('net::ERR')
  const letGo = await holdBack(mine.page)
  await mine.list.cell(buses, executed).click()
  await mine.page.keyboard.type('160万')
  await mine.page.keyboard.press('Enter')
  await theirs.list.cell(buses, executed).click()
  await theirs.page.keyboard.type('1500000')
  await theirs.page.keyboard.press('Enter')
  await expect.poll(() => theirs.list.status.textContent()).toContain('全部已保存')
  await letGo()
  const cell = mine.list.cell(buses, executed)
  await expect.poll(() => cell.getAttribute('class')).toContain('is-conflict')
  await cell.click()
  await expect.poll(() => mine.list.cellBar.textContent()).toContain('1,500,000元')
  await photograph(mine.page, 'projects-conflict')
  await mine.page.keyboard.press('Control+Enter')
  await expect.poll(() => theirs.list.cell(buses, executed).textContent()).toBe('1,600,000')
  await mine.page.keyboard.press('Control+z')
  await expect.poll(() => theirs.list.cell(buses, executed).textContent()).toBe('1,500,000')
})

test('a block of amounts is pasted; what is none stays in its cell with the reason; one undo takes it back', async () => {
  const { page, list } = await openProjects()
  const cells = page.locator(`.ag-row [col-id="${adjusted}"]`)
  const before = await cells.allTextContents()
  await list.cell(network, adjusted).click()
  await putOnClipboard(page, '172万\t１，２００，０００\n约两百万\t\n')
  await page.keyboard.press('Control+v')
  await expect.poll(() => list.cell(network, executed).textContent()).toBe('1,200,000')
  expect(await list.cell(network, adjusted).textContent()).toBe('1,720,000')
  const refused = page.locator(`.ag-cell.is-failed[col-id="${adjusted}"]`)
  expect(await refused.textContent()).toBe('约两百万')
  await expect.poll(() => page.locator('.remark').first().textContent()).toContain('1 格未接受')
  await photograph(page, 'projects-pasted')
  await page.keyboard.press('Control+z')
  await expect.poll(() => cells.allTextContents()).toEqual(before)
})

test('what a project’s state keeps from being changed looks so, says why, and takes no text', async () => {
  const { page, list } = await openProjects()
  await stage.changeBehind((sql) =>
    sql.query(`UPDATE "project" SET "state" = 'SELF_EVALUATING' WHERE "name" = $1`, [buses]),
  )
  stage.expectProblem('net::ERR')
  stage.expectProblem('503')
  await page.reload()
  await list.row(buses).waitFor()
  expect(await list.cell(buses, 'state').textContent()).toBe('自评中')
  expect(await list.cell(buses, 'project/name').getAttribute('class')).toContain('is-locked')
  expect(await list.cell(buses, executed).getAttribute('class')).not.toContain('is-locked')
  await list.cell(buses, 'project/name').click()
  await expect.poll(() => list.cellBar.textContent()).toContain('绩效目标已批复')
  await page.keyboard.type('改')
  expect(await list.cell(buses, 'project/name').textContent()).toBe(buses)
  await photograph(page, 'projects-locked')
})

test('a key opens the filters of whole rows: what is wrong with a project, and what is not saved', async () => {
  const { page, list } = await openProjects()
  const { chips, rowFilterMenu } = viewPage(page)
  await list.cell(network, executed).click()
  await page.keyboard.type('约一百万')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+Shift+L')
  await rowFilterMenu.getByRole('button', { name: '仅此：未保存（被拒）' }).click()
  await expect.poll(() => list.names.allTextContents()).toEqual([network])
  await photograph(page, 'projects-row-filters')
  expect(await seriousProblems(page)).toEqual([])
  await rowFilterMenu.getByRole('button', { name: '完成' }).click()
  await expect.poll(() => chips.count()).toBe(1)
  await list.cell(network, executed).click()
  await page.keyboard.press('Escape')
})

test('sorting by an amount goes by size, and words filter the list', async () => {
  const { page, list } = await openProjects()
  const header = page.locator(`.ag-header-cell[col-id="${adjusted}"]`)
  await header.scrollIntoViewIfNeeded()
  await header.locator('.ag-header-cell-label').click()
  const amounts = page.locator(`.ag-row [col-id="${adjusted}"]`)
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
