import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { photograph } from '../support/browser.ts'
import { seriousProblems } from '../support/serious-problems.ts'
import { useStage } from '../support/stage.ts'
import { sheetPage } from './sheet-page.ts'
import type { Column, SheetPage } from './sheet-page.ts'

const stage = useStage()
const project = '义务教育学校课后服务'
const schools = '开展课后服务学校数量'
const courses = '开设特色课程门数'

async function openAt(indicator: string, column: Column): Promise<[Page, SheetPage]> {
  const page = await stage.open('/?year=2025', { viewport: { width: 1280, height: 720 } })
  const sheet = sheetPage(page)
  await sheet.header(project).waitFor()
  await sheet.cell(indicator, column).click()
  return [page, sheet]
}

const input = (page: Page): Promise<string> => page.locator('.cell-input').inputValue()

test('a target says how it is read while it is typed, and plain typing goes on as ever', async () => {
  const [page, sheet] = await openAt(schools, 'target')
  await page.keyboard.type('＞＝４８')
  await expect.poll(() => sheet.assist.reading.textContent()).toMatch(/比较 ≥\s*数 48\s*单位 无\s*写成 ≥48/u)
  await page.keyboard.type('所')
  await expect.poll(() => sheet.assist.reading.textContent()).toContain('单位 所')
  await photograph(page, 'target-editor')
  expect(await seriousProblems(page)).toEqual([])
  await page.keyboard.press('ArrowDown')
  await expect.poll(() => sheet.cell(schools, 'target').textContent()).toBe('≥48所')
  expect(await sheet.assist.popup.count()).toBe(0)
  await expect.poll(() => sheet.status.textContent()).toContain('全部已保存')

  await sheet.cell(schools, 'target').click()
  await page.keyboard.type('12..5')
  await expect.poll(() => sheet.assist.reading.textContent()).toContain('不是一个数')
  await page.keyboard.press('Escape')
  await expect.poll(() => sheet.cell(schools, 'target').textContent()).toBe('≥48所')
})

test('words composed by an input method are read as well, and its Enter chooses nothing', async () => {
  const [page, sheet] = await openAt(courses, 'target')
  const cdp = await page.context().newCDPSession(page)
  await page.keyboard.type('12')
  await cdp.send('Input.imeSetComposition', { text: 'men', selectionStart: 3, selectionEnd: 3 })
  await page.keyboard.press('Alt+ArrowDown')
  await cdp.send('Input.insertText', { text: '门' })
  expect(await input(page)).toBe('12门')
  await expect.poll(() => sheet.assist.reading.textContent()).toContain('单位 门')
  await page.keyboard.press('Enter')
  await expect.poll(() => sheet.cell(courses, 'target').textContent()).toBe('12门')
})

test('operator and unit are chosen by keys, a standard in words by mouse, and the text stays open', async () => {
  const [page, sheet] = await openAt(courses, 'target')
  await page.keyboard.type('30')
  await page.keyboard.press('Alt+ArrowDown')
  await expect.poll(() => sheet.assist.active.textContent()).toContain('≥')
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => sheet.assist.active.textContent()).toContain('≤')
  await page.keyboard.press('Enter')
  expect(await input(page)).toBe('≤30')
  await page.keyboard.press('Alt+ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Escape')
  await page.keyboard.type('次')
  expect(await input(page)).toBe('≤30次')
  await sheet.assist.choice('项').click()
  expect(await input(page)).toBe('≤30项')
  await page.keyboard.press('Enter')
  await expect.poll(() => sheet.cell(courses, 'target').textContent()).toBe('≤30项')

  await sheet.cell(courses, 'target').click()
  await page.keyboard.press('F2')
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Delete')
  await sheet.assist.choice('健全').click()
  expect(await input(page)).toBe('健全')
  await expect.poll(() => sheet.assist.reading.textContent()).toContain('定性')
  await page.keyboard.press('Tab')
  await expect.poll(() => sheet.cell(courses, 'target').textContent()).toBe('健全')
  await page.keyboard.press('Control+z')
  await expect.poll(() => sheet.cell(courses, 'target').textContent()).toBe('≤30项')
})

test('a level is picked from the words of the framework, and another one is told to be none of them', async () => {
  const [page, sheet] = await openAt(courses, 'level2')
  await page.keyboard.press('F2')
  await expect.poll(() => sheet.assist.choices.allTextContents()).toHaveLength(3)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await photograph(page, 'level-picker')
  await page.keyboard.press('Enter')
  await expect.poll(() => sheet.cell(courses, 'level2').textContent()).toBe('质量指标')
  await page.keyboard.press('Control+z')

  await sheet.cell(courses, 'level2').click()
  await page.keyboard.type('社会效益')
  await expect.poll(() => sheet.assist.reading.textContent()).toContain('属于“效益指标”')
  await page.keyboard.press('Control+a')
  await page.keyboard.type('别的')
  await expect.poll(() => sheet.assist.reading.textContent()).toContain('中没有“别的”')
  await page.keyboard.press('Escape')
  await expect.poll(() => sheet.cell(courses, 'level2').textContent()).toBe('数量指标')
})

test('the rule score is explained on hover and in the line above the sheet', async () => {
  const [page, sheet] = await openAt('参加课后服务学生人数', 'ruleScore')
  await expect.poll(() => sheet.cellBar.textContent()).toContain('实际')
  await sheet.cell(courses, 'score').hover()
  await sheet.cell('参加课后服务学生人数', 'ruleScore').hover()
  await expect.poll(() => page.locator('.ag-tooltip').textContent()).toMatch(/目标 .* →/u)
})

test('a name is offered from last year and from others, and is taken with its target as one step', async () => {
  const [page, sheet] = await openAt('替换老旧交换设备', 'name')
  await page.keyboard.press('Control+Alt+Equal')
  await page.keyboard.type('学')
  await expect.poll(() => sheet.assist.choices.count()).toBe(5)
  expect(await sheet.assist.choices.first().textContent()).toMatch(
    /运维学校数量.*10 分 · 2024 云浦市教育局.*指标值 ≥58所/u,
  )
  expect(await sheet.assist.popup.textContent()).toMatch(
    /本项目上一年用过.*本单位其他项目用过.*参加课后服务学生人数.*其他单位用过.*云浦市博物馆/u,
  )
  await page.keyboard.type('校')
  await photograph(page, 'names')
  await page.keyboard.press('Alt+ArrowDown')
  await expect.poll(() => sheet.assist.active.textContent()).toContain('运维学校数量')
  await expect.poll(() => sheet.assist.popup.textContent()).toContain('Ctrl+Enter 连同指标值')
  expect(await seriousProblems(page)).toEqual([])
  await page.keyboard.press('Control+Enter')
  await expect.poll(() => sheet.cell('运维学校数量', 'target').textContent()).toBe('≥58所')
  await expect.poll(() => sheet.status.textContent()).toContain('全部已保存')
  await page.keyboard.press('Control+z')
  await expect.poll(() => sheet.row('运维学校数量').count()).toBe(0)

  // What the project has already is not offered, and the server has the name until the undo is saved.
  await expect.poll(() => sheet.status.textContent()).toContain('全部已保存')
  if ((await sheet.focusedCell.getAttribute('col-id')) !== 'name') await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('F2')
  await sheet.assist.choice('运维学校数量').click()
  await expect.poll(() => sheet.cell('运维学校数量', 'name').textContent()).toBe('运维学校数量')
  expect(await sheet.cell('运维学校数量', 'target').textContent()).toBe('')
})
