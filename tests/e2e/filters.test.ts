import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { photograph } from '../support/browser.ts'
import { seriousProblems } from '../support/serious-problems.ts'
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

const columnOf = async (page: Page, column: string): Promise<readonly string[]> => [
  ...new Set(await page.locator(`.ag-row [col-id="${column}"]`).allTextContents()),
]

test('a set is chosen by mouse: the column is marked, a chip says so, and the chip takes it back', async () => {
  const [page, sheet, view] = await openSheet()
  await view.openByMouse('level2')
  await expect.poll(() => view.columnMenu.getByRole('checkbox').count()).toBeGreaterThan(5)
  await view.columnMenu.getByLabel('搜索值').fill('满意')
  await page.keyboard.press('Enter')
  await expect.poll(() => columnOf(page, 'level2')).toEqual(['服务对象满意度指标'])
  await photograph(page, 'filter-set')
  expect(await seriousProblems(page)).toEqual([])
  await page.keyboard.press('Escape')
  expect(await view.chip('level2').textContent()).toContain('服务对象满意度指标')
  expect(await view.mark('level2').getAttribute('class')).toContain('is-filtered')
  expect(await sheet.status.textContent()).toContain('筛选出')
  await page.getByRole('button', { name: '去掉二级指标的筛选' }).click()
  await expect.poll(() => view.chips.count()).toBe(0)
  expect((await columnOf(page, 'level2')).length).toBeGreaterThan(1)
})

test('a range of quantities is set by keyboard alone, from the cell and back to it', async () => {
  const [page, sheet, view] = await openSheet()
  await sheet.cell('课后服务教师持证上岗率', 'actual').click()
  await page.keyboard.press('Alt+ArrowDown')
  await view.columnMenu.waitFor()
  await view.columnMenu.locator('[data-bound="from"]').focus()
  await page.keyboard.type('99%')
  await expect.poll(() => view.chip('actual').textContent()).toContain('≥99%')
  await expect
    .poll(async () => (await columnOf(page, 'actual')).every((text) => text.endsWith('%')))
    .toBe(true)
  expect(await seriousProblems(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect.poll(() => sheet.focusedCell.textContent()).toBe('100%')
})

test('what is no number is said at the range, and filters nothing', async () => {
  const [page, sheet, view] = await openSheet()
  await sheet.columnHeader('weight').focus()
  await page.keyboard.press('Alt+ArrowDown')
  await view.columnMenu.locator('[data-bound="from"]').fill('十五')
  await view.columnMenu.getByRole('alert').waitFor()
  expect(await view.chips.count()).toBe(0)
  await view.columnMenu.locator('[data-bound="from"]').fill('１５')
  await view.columnMenu.locator('[data-bound="to"]').fill('15')
  await expect.poll(() => view.chip('weight').textContent()).toContain('=15')
  await expect.poll(() => columnOf(page, 'weight')).toEqual(['15'])
  await page.keyboard.press('Escape')
})

test('whoever leaves a menu by clicking a cell types into that cell', async () => {
  const [page, sheet, view] = await openSheet()
  const leaveFor = async (name: string): Promise<void> => {
    await sheet.cell(name, 'reason').click()
    await expect.poll(() => page.locator('.popover').count()).toBe(0)
    await page.keyboard.type('说明')
    expect(await sheet.cell(name, 'reason').locator('textarea').inputValue()).toBe('说明')
    await page.keyboard.press('Escape')
  }
  await page.locator('[data-action="row-filters"]').click()
  await page.locator('.popover').waitFor()
  await leaveFor('机房巡检次数')
  await view.button.click()
  await view.menu.waitFor()
  await leaveFor('开设特色课程门数')
  await view.openByMouse('level2')
  await leaveFor('机房巡检次数')
})

test('words, findings and the quick filter work together, and one button clears them', async () => {
  const [page, sheet, view] = await openSheet()
  await view.openByMouse('name')
  await view.columnMenu.getByRole('textbox').fill('率')
  await expect.poll(() => view.chip('name').textContent()).toContain('包含“率”')
  await page.keyboard.press('Escape')
  await view.rowFilters.click()
  await view.rowFilterMenu.getByRole('checkbox', { name: /没有问题/ }).uncheck()
  await expect.poll(() => view.chip('findings').count()).toBe(1)
  await photograph(page, 'filter-rows')
  expect(await seriousProblems(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect.poll(() => sheet.row('预算执行率').count()).toBe(1)
  expect(await sheet.row('城域网可用率').count()).toBe(0)
  await page.keyboard.press('Control+f')
  await page.keyboard.type('航天')
  await page.getByText('没有符合这些筛选的指标').waitFor()
  await page.locator('main').getByRole('button', { name: '清除筛选' }).click()
  await expect.poll(() => sheet.row('城域网可用率').count()).toBe(1)
  expect(await view.chips.count()).toBe(0)
})

test('an edited row stays under the hands until one filters again', async () => {
  const [page, sheet, view] = await openSheet()
  await view.openByMouse('met')
  await view.columnMenu.getByRole('checkbox', { name: /^是/ }).uncheck()
  await page.keyboard.press('Escape')
  await expect.poll(() => sheet.row('开展课后服务学校数量').count()).toBe(0)
  await sheet.cell('集中培训班期数', 'actual').click()
  await page.keyboard.type('40期')
  await page.keyboard.press('Enter')
  await expect.poll(() => sheet.cell('集中培训班期数', 'met').textContent()).toBe('是')
  await expect.poll(() => sheet.status.textContent()).toContain('1 项已改')
  await page.getByRole('button', { name: '再次筛选' }).click()
  await expect.poll(() => sheet.row('集中培训班期数').count()).toBe(0)
})

test('an undo shows its row though a filter hides it, and the filter stays', async () => {
  const [page, sheet, view] = await openSheet()
  await sheet.cell('开设特色课程门数', 'reason').click()
  await page.keyboard.type('加开两门')
  await page.keyboard.press('Enter')
  await view.openByMouse('met')
  await view.columnMenu.getByRole('checkbox', { name: /^是/ }).uncheck()
  await page.keyboard.press('Escape')
  await expect.poll(() => sheet.row('开设特色课程门数').count()).toBe(0)
  await page.keyboard.press('Control+z')
  await expect.poll(() => sheet.cell('开设特色课程门数', 'reason').textContent()).toBe('')
  expect(await view.chip('met').count()).toBe(1)
})

test('a view is saved, lives in the address, survives a reload, is overwritten, renamed and deleted', async () => {
  const [page, sheet, view] = await openSheet()
  await view.openByMouse('level1')
  await view.columnMenu.getByRole('button', { name: '仅此：满意度指标' }).click()
  await page.keyboard.press('Escape')
  await view.save('只看满意度')
  await expect.poll(() => new URL(page.url()).searchParams.get('view')).not.toBeNull()
  await page.getByRole('button', { name: '去掉一级指标的筛选' }).click()
  await expect.poll(() => sheet.row('开设特色课程门数').count()).toBe(1)
  expect(await view.button.textContent()).toContain('*')

  await page.reload()
  await sheet.header('义务教育学校课后服务').waitFor()
  await expect.poll(() => columnOf(page, 'level1')).toEqual(['满意度指标'])

  await sheet.columnHeader('name').click()
  await expect.poll(() => view.sortChip('name').count()).toBe(1)
  await view.button.click()
  await view.menu.getByRole('button', { name: '把现在的样子存入“只看满意度”' }).click()
  await view.menu.getByRole('button', { name: '重命名“只看满意度”' }).click()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('满意度')
  await page.keyboard.press('Enter')
  await view.menu.getByRole('button', { name: '打开时用“满意度”' }).click()
  await photograph(page, 'view-menu')
  expect(await seriousProblems(page)).toEqual([])
  await page.goto(new URL('/?year=2025', page.url()).href)
  await sheet.header('义务教育学校课后服务').waitFor()
  await expect.poll(() => view.sortChip('name').count()).toBe(1)
  expect(await view.button.textContent()).toContain('满意度')

  await view.button.click()
  await view.menu.getByRole('button', { name: '删除视图“满意度”' }).click()
  await view.menu.getByRole('button', { name: '恢复', exact: true }).click()
  await expect.poll(() => view.menu.getByRole('button', { name: '满意度', exact: true }).count()).toBe(1)
})

test('an address with a view nobody knows shows the sheet as it is', async () => {
  const page = await stage.open('/?year=2025&view=gone')
  await sheetPage(page).header('义务教育学校课后服务').waitFor()
  expect(await viewPage(page).chips.count()).toBe(0)
})
