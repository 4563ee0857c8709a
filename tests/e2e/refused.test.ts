import { expect, test } from 'vitest'
import { photograph } from '../support/browser.ts'
import { useStage } from '../support/stage.ts'
import { sheetPage } from './sheet-page.ts'

const stage = useStage()
const project = '义务教育学校课后服务'
const indicator = '开展课后服务学校数量'

test('an impossible value stays in its cell as typed, with the reason, and can be left or put right', async () => {
  const page = await stage.open('/?year=2025')
  const sheet = sheetPage(page)
  await sheet.header(project).waitFor()
  const total = await sheet.total(project, 'rule').textContent()

  await sheet.cell(indicator, 'actual').click()
  await page.keyboard.type('80%')
  await page.keyboard.press('Enter')
  const cell = sheet.cell(indicator, 'actual')
  expect(await sheet.cell(indicator, 'actual').textContent()).toBe('80%')
  expect(await cell.getAttribute('class')).toContain('is-failed')
  expect(await cell.getAttribute('aria-description')).toContain('未保存')
  expect(await sheet.total(project, 'rule').textContent()).toBe(total)
  await photograph(page, 'refused')

  await sheet.failed.click()
  await page.getByRole('button', { name: '放弃输入“80%”' }).waitFor()
  await photograph(page, 'refused-list')
  await sheet.failedCells.click()
  await expect.poll(() => sheet.cellBar.textContent()).toContain('未保存')
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
    .toContain('未保存')

  await page.keyboard.press('F2')
  await page.keyboard.press('Control+a')
  await page.keyboard.type('45所')
  await page.keyboard.press('Enter')
  expect(await sheet.cell(indicator, 'ruleScore').textContent()).toBe('9.78')
  await expect.poll(() => sheet.status.textContent()).toContain('全部已保存')
  expect(await sheet.failed.count()).toBe(0)
})

test('Escape gives the value back, first from the editor, then from the cell', async () => {
  const page = await stage.open('/?year=2025')
  const sheet = sheetPage(page)
  await sheet.header(project).waitFor()
  const before = await sheet.cell('开设特色课程门数', 'actual').textContent()
  await sheet.cell('开设特色课程门数', 'actual').click()
  await page.keyboard.type('abc')
  await page.keyboard.press('Escape')
  await expect.poll(() => sheet.cell('开设特色课程门数', 'actual').textContent()).toBe(before)
  // The keyboard is back in the cell at once: the next key is not lost.
  await page.keyboard.type('abc')
  await page.evaluate(() => {
    for (const key of ['Escape', 'F2']) {
      const press = new KeyboardEvent('keydown', { key, code: key, bubbles: true, cancelable: true })
      document.activeElement?.dispatchEvent(press)
    }
  })
  expect(await page.locator('.cell-input').inputValue()).toBe(before)
  await page.keyboard.press('Escape')
  await page.keyboard.type('12..5门')
  await page.keyboard.press('Tab')
  expect(await sheet.cell('开设特色课程门数', 'actual').getAttribute('class')).toContain('is-failed')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Escape')
  await expect.poll(() => sheet.cell('开设特色课程门数', 'actual').textContent()).toBe(before)
})

test('an edit the server cannot be reached for waits in its cell and is saved when it can', async () => {
  const page = await stage.open('/?year=2025')
  stage.expectProblem('net::ERR')
  const sheet = sheetPage(page)
  await sheet.header(project).waitFor()
  await page.context().setOffline(true)
  await sheet.cell('课后服务教师持证上岗率', 'actual').click()
  await page.keyboard.type('98%')
  await page.keyboard.press('Enter')
  await expect
    .poll(() => sheet.cell('课后服务教师持证上岗率', 'actual').getAttribute('class'))
    .toContain('is-waiting')
  expect(await sheet.status.textContent()).toContain('等待网络')
  await photograph(page, 'waiting')
  await page.context().setOffline(false)
  await page
    .getByRole('button', { name: '立即重试' })
    .click({ timeout: 2000 })
    .catch(() => undefined)
  await expect.poll(() => sheet.status.textContent()).toContain('全部已保存')
  await page.reload()
  await sheet.header(project).waitFor()
  expect(await sheet.cell('课后服务教师持证上岗率', 'actual').textContent()).toBe('98%')
})

test('of two people at one cell the later one is told, and keeps what was typed', async () => {
  const [mine, theirs] = [await stage.open('/?year=2025'), await stage.open('/?year=2025')]
  const [ours, other] = [sheetPage(mine), sheetPage(theirs)]
  stage.expectProblem('net::ERR')
  for (const sheet of [ours, other]) await sheet.header(project).waitFor()
  // Whoever is online sees the other's text arrive and does not type over it unawares.
  await mine.context().setOffline(true)
  await other.cell('参加课后服务学生人数', 'actual').click()
  await theirs.keyboard.type('3.3万人')
  await theirs.keyboard.press('Enter')
  await expect.poll(() => other.status.textContent()).toContain('全部已保存')
  await ours.cell('参加课后服务学生人数', 'actual').click()
  await mine.keyboard.type('3.5万人')
  await mine.keyboard.press('Enter')
  await mine.context().setOffline(false)
  await expect
    .poll(() => ours.cell('参加课后服务学生人数', 'actual').getAttribute('class'), { timeout: 10_000 })
    .toContain('is-conflict')
  expect(await ours.cell('参加课后服务学生人数', 'actual').textContent()).toBe('3.5万人')
  expect(await ours.cell('参加课后服务学生人数', 'met').textContent()).toBe('否')
})
