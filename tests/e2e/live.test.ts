import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { photograph } from '../support/browser.ts'
import { metRows, selfEvaluationText } from '../support/self-evaluation-text.ts'
import { useStage } from '../support/stage.ts'
import { importPage } from './import-page.ts'
import { sheetPage } from './sheet-page.ts'
import type { Column } from './sheet-page.ts'

const stage = useStage()
const project = '义务教育学校课后服务'
const indicator = '开展课后服务学校数量'

const openSheet = async () => {
  const page = await stage.open('/?year=2025')
  const sheet = sheetPage(page)
  await sheet.header(project).waitFor()
  const type = async (name: string, column: Column, text: string): Promise<void> => {
    await sheet.cell(name, column).click()
    await page.keyboard.type(text)
    await page.keyboard.press('Enter')
  }
  const textOf = (name: string, column: Column) => sheet.cell(name, column).textContent()
  const saved = () =>
    expect.poll(() => sheet.status.textContent(), { timeout: 30_000 }).toContain('全部已保存')
  return { page, sheet, type, textOf, saved }
}

const named = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('button', { name: /^显示名/ }).click()
  await page.getByRole('textbox', { name: '显示名' }).fill(name)
  await page.keyboard.press('Enter')
}

test('what another saves is in the cell by itself, with the score that follows and their initials', async () => {
  const mine = await openSheet()
  const theirs = await openSheet()
  const total = await mine.sheet.total(project, 'rule').textContent()
  await theirs.type(indicator, 'actual', '44所')
  await expect.poll(() => mine.textOf(indicator, 'actual')).toBe('44所')
  const cell = mine.sheet.cell(indicator, 'actual')
  await expect.poll(() => cell.locator('.cell-person').getAttribute('data-initials')).toBe('本机')
  expect(await cell.getAttribute('aria-description')).toContain('本机用户刚改过')
  expect(await mine.textOf(indicator, 'ruleScore')).toBe(await theirs.textOf(indicator, 'ruleScore'))
  expect(await mine.sheet.total(project, 'rule').textContent()).not.toBe(total)
  await cell.hover()
  await expect
    .poll(() => mine.page.locator('.ag-tooltip').textContent())
    .toMatch(/本机用户 .* 由“.+”改为“44所”/)
  await photograph(mine.page, 'live-edit')
  // One's own edit is no news.
  expect(await theirs.sheet.cell(indicator, 'actual').locator('.cell-person').count()).toBe(0)
})

test('who is in a project stands in its header, and frames the cell they are in', async () => {
  const mine = await openSheet()
  const theirs = await openSheet()
  await named(theirs.page, '张三丰')
  await theirs.sheet.cell(indicator, 'score').click()
  const circle = mine.sheet.header(project).getByRole('img', { name: '正在这里：张三丰' })
  await circle.waitFor()
  expect((await circle.textContent())?.trim()).toBe('三丰')
  const cell = mine.sheet.cell(indicator, 'score')
  await expect.poll(() => cell.getAttribute('class')).toContain('is-visited')
  expect(await cell.getAttribute('aria-description')).toContain('张三丰正在这一格')
  await photograph(mine.page, 'presence')
  await mine.page.getByRole('button', { name: '切换到深色' }).click()
  await photograph(mine.page, 'presence-dark')
  // Nobody is their own colleague.
  expect(
    await theirs.sheet
      .header(project)
      .getByRole('img', { name: /张三丰/ })
      .count(),
  ).toBe(0)
  await theirs.page.keyboard.press('ArrowDown')
  await expect.poll(() => cell.getAttribute('class')).not.toContain('is-visited')
  await theirs.page.getByRole('link', { name: '导入', exact: true }).click()
  await expect.poll(() => circle.count()).toBe(0)
})

test('what was missed while the line was cut is there once, in order, when it is back', async () => {
  const mine = await openSheet()
  const theirs = await openSheet()
  stage.expectProblem('net::ERR')
  await mine.page.context().setOffline(true)
  await expect.poll(() => mine.sheet.status.textContent()).toContain('实时更新中断')
  for (const text of ['41所', '42所', '43所']) {
    await theirs.type(indicator, 'actual', text)
    await theirs.saved()
  }
  await theirs.type('参加课后服务学生人数', 'actual', '3.1万人')
  await theirs.saved()
  const before = (await mine.textOf(indicator, 'actual')) ?? ''
  expect(before).not.toBe('43所')
  const seen = await recordTexts(mine.page, indicator)
  await mine.page.context().setOffline(false)
  await expect.poll(() => mine.textOf('参加课后服务学生人数', 'actual')).toBe('3.1万人')
  expect(await mine.textOf(indicator, 'actual')).toBe('43所')
  // It may be drawn once for several, but never goes back to an older one.
  const texts = await seen()
  expect(texts).toEqual([before, '41所', '42所', '43所'].filter((text) => texts.includes(text)))
  expect(await mine.sheet.status.textContent()).toContain('实时')
})

test('a server that is killed and comes again tells what was missed', async () => {
  const mine = await openSheet()
  const theirs = await openSheet()
  stage.expectProblem('net::ERR')
  stage.expectProblem('503')
  await stage.killServer()
  await expect.poll(() => mine.sheet.status.textContent()).toContain('实时更新中断')
  await photograph(mine.page, 'live-off')
  await stage.restartServer()
  await theirs.type(indicator, 'score', '7')
  await theirs.saved()
  await expect.poll(() => mine.textOf(indicator, 'score'), { timeout: 30_000 }).toBe('7')
})

test('what one typed and is not answered yet stays above what another saved', async () => {
  const mine = await openSheet()
  const theirs = await openSheet()
  await mine.type('课后服务教师持证上岗率', 'actual', '九成吧')
  const cell = mine.sheet.cell('课后服务教师持证上岗率', 'actual')
  await expect.poll(() => cell.getAttribute('class')).toContain('is-failed')
  await theirs.type('课后服务教师持证上岗率', 'actual', '97%')
  await theirs.saved()
  await theirs.type(indicator, 'score', '6')
  await expect.poll(() => mine.textOf(indicator, 'score')).toBe('6')
  expect(await mine.textOf('课后服务教师持证上岗率', 'actual')).toBe('九成吧')
  await cell.click()
  await mine.page.keyboard.press('Escape')
  await expect.poll(() => mine.textOf('课后服务教师持证上岗率', 'actual')).toBe('97%')
})

test('what another saves under an open editor is not overwritten unawares', async () => {
  const mine = await openSheet()
  const theirs = await openSheet()
  const cell = mine.sheet.cell('课后服务课程资源共享机制', 'score')
  await cell.click()
  await mine.page.keyboard.type('12')
  await theirs.type('课后服务课程资源共享机制', 'score', '14')
  await theirs.saved()
  // What lies under the editor is not to be seen; what is saved after it is.
  await theirs.type('开设特色课程门数', 'reason', '课程合并')
  await expect.poll(() => mine.textOf('开设特色课程门数', 'reason')).toBe('课程合并')
  await mine.page.keyboard.press('Enter')
  await expect.poll(() => cell.getAttribute('class')).toContain('is-conflict')
  expect(await mine.textOf('课后服务课程资源共享机制', 'score')).toBe('12')
})

test('the history of a cell is a key away: who, when, from, to; and an older text comes back', async () => {
  const { page, sheet, type, textOf, saved } = await openSheet()
  const name = '开设特色课程门数'
  const before = await textOf(name, 'actual')
  for (const text of ['12门', '13门']) {
    await type(name, 'actual', text)
    await saved()
  }
  await sheet.cell(name, 'actual').click()
  await page.keyboard.press('Control+Shift+H')
  const panel = page.getByRole('complementary', { name: '单元格历史' })
  await panel.getByText(`${name} · 实际完成值`).waitFor()
  await expect.poll(() => panel.locator('li').count()).toBe(3)
  const newest = panel.locator('li').first()
  expect(await newest.textContent()).toMatch(/本机用户.*键入.*12门.*→.*13门/)
  expect(await newest.getByRole('button').count()).toBe(0)
  await photograph(page, 'cell-history')
  // The keyboard is in the panel, on the first text one can go back to.
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.textContent?.trim()))
    .toBe('恢复为“12门”')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect.poll(() => textOf(name, 'actual')).toBe(before)
  await expect.poll(() => panel.locator('li').first().textContent()).toContain('恢复')
  // A restoring is a step like any other.
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+z')
  await expect.poll(() => textOf(name, 'actual')).toBe('13门')
  await saved()
})

test('a project another one imports appears by itself', async () => {
  const mine = await openSheet()
  await expect.poll(() => mine.sheet.status.textContent()).toContain('15 个项目')
  const desk = importPage(await stage.open('/import'))
  const text = selfEvaluationText({ name: '图书流动车服务', year: 2025, rows: metRows })
  await desk.picker.setInputFiles({ name: '新表.txt', mimeType: 'text/plain', buffer: Buffer.from(text) })
  await desk.commit.click()
  await expect.poll(() => mine.sheet.status.textContent()).toContain('16 个项目')
  await mine.sheet.filter.fill('图书流动车服务')
  await mine.sheet.header('图书流动车服务').waitFor()
  expect(await mine.sheet.names.allTextContents()).toHaveLength(metRows.length)
})

/** Every text the cell shows from now on, each change once. */
async function recordTexts(page: Page, name: string): Promise<() => Promise<string[]>> {
  await page.evaluate((title) => {
    const row = [...document.querySelectorAll('.ag-row')].find((at) => at.textContent?.includes(title))
    const text = row?.querySelector('[col-id="actual"]')
    const seen: string[] = []
    Object.assign(window, { seenTexts: seen })
    if (text)
      new MutationObserver(() => seen.push(text.textContent ?? '')).observe(text, {
        childList: true,
        characterData: true,
        subtree: true,
      })
  }, name)
  return async () => {
    const seen = await page.evaluate(() => ('seenTexts' in window ? window.seenTexts : []))
    return Array.isArray(seen) ? seen.map(String).filter((text, index) => text !== seen[index - 1]) : []
  }
}
