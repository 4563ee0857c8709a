import { expect, test } from 'vitest'
import type { CDPSession, Page } from 'playwright-core'
import { photograph } from '../support/browser.ts'
import { useStage } from '../support/stage.ts'
import { sheetPage } from './sheet-page.ts'
import { tablePage } from './table-page.ts'

const stage = useStage()
const project = '校园网络与信息化运维'

/** What an input method does: letters, candidates, then the word that was chosen. */
async function compose(cdp: CDPSession, steps: readonly string[], word: string): Promise<void> {
  for (const text of steps) {
    await cdp.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    })
  }
  await cdp.send('Input.insertText', { text: word })
}

async function openAt(indicator: string, column: 'actual' | 'reason'): Promise<[Page, CDPSession]> {
  const page = await stage.open('/?year=2025')
  const sheet = sheetPage(page)
  await sheet.header(project).waitFor()
  await sheet.cell(indicator, column).click()
  await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toContain('cell-catcher')
  return [page, await page.context().newCDPSession(page)]
}

test('a word composed on a focused cell opens the editor with the whole word', async () => {
  const [page, cdp] = await openAt('机房巡检次数', 'reason')
  const sheet = sheetPage(page)
  await cdp.send('Input.imeSetComposition', { text: "wei'xiu", selectionStart: 7, selectionEnd: 7 })
  expect(await page.evaluate(() => document.activeElement?.className)).toContain('is-composing')
  await photograph(page, 'composing')
  await compose(cdp, ['维修'], '维修')
  await expect.poll(() => page.locator('.cell-input').inputValue()).toBe('维修')
  await compose(cdp, ['ji', "ji'shi"], '及时')
  expect(await page.locator('.cell-input').inputValue()).toBe('维修及时')
  await page.keyboard.press('Enter')
  expect(await sheet.cell('机房巡检次数', 'reason').textContent()).toBe('维修及时')
  await expect.poll(() => sheet.status.textContent()).toContain('全部已保存')
})

test('a number with its Chinese unit is typed in one go, and the next cell takes the next word', async () => {
  const [page, cdp] = await openAt('替换老旧交换设备', 'actual')
  const sheet = sheetPage(page)
  await page.keyboard.type('58')
  await compose(cdp, ['tai'], '台')
  await page.keyboard.press('Enter')
  expect(await sheet.cell('替换老旧交换设备', 'actual').textContent()).toBe('58台')
  expect(await sheet.cell('替换老旧交换设备', 'met').textContent()).toBe('否')
  await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toContain('cell-catcher')
  await compose(cdp, ['99', '99.95%'], '９９．９５％')
  await page.keyboard.press('Enter')
  expect(await sheet.cell('城域网可用率', 'actual').textContent()).toBe('99.95%')
})

test('scores and totals move with every key, words of the input method included, and go back with Escape', async () => {
  const [page, cdp] = await openAt('机房巡检次数', 'actual')
  const sheet = sheetPage(page)
  const score = () => sheet.cell('机房巡检次数', 'ruleScore').textContent()
  const total = () => sheet.total(project, 'rule').textContent()
  const [full, whole] = [await score(), await total()]
  await page.keyboard.type('2')
  const few = await score()
  expect(Number(few)).toBeLessThan(Number(full))
  await page.keyboard.type('4')
  expect(Number(await score())).toBe(Number(full) / 2)
  expect(await total()).not.toBe(whole)
  await photograph(page, 'trial')
  await compose(cdp, ['ci'], '次')
  expect(Number(await score())).toBe(Number(full) / 2)
  expect(await sheet.cell('机房巡检次数', 'ruleScore').getAttribute('aria-description')).toContain('试算')
  await page.keyboard.press('Escape')
  await expect.poll(score).toBe(full)
  expect([await total(), await sheet.cell('机房巡检次数', 'actual').textContent()]).toEqual([whole, '50次'])
  expect(await sheet.undo.isDisabled()).toBe(true)
})

test('a composition that is given up leaves the cell as it was', async () => {
  const [page, cdp] = await openAt('机房巡检次数', 'actual')
  const before = await sheetPage(page).cell('机房巡检次数', 'actual').textContent()
  await cdp.send('Input.imeSetComposition', { text: 'ci', selectionStart: 2, selectionEnd: 2 })
  await cdp.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 })
  expect(await page.locator('.cell-input').count()).toBe(0)
  expect(await sheetPage(page).cell('机房巡检次数', 'actual').textContent()).toBe(before)
})

test.each([
  { place: '/projects?year=2025', nameColumn: 'project/name', name: project, column: 'project/nature' },
  { place: '/agencies', nameColumn: 'name', name: '云浦市图书馆', column: 'shortName' },
] as const)('a word is composed on a focused cell of $place as well', async (at) => {
  const page = await stage.open(at.place, { viewport: { width: 1920, height: 1080 } })
  const cell = tablePage(page, at.nameColumn).cell(at.name, at.column)
  await cell.click()
  await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toContain('cell-catcher')
  await compose(await page.context().newCDPSession(page), ['yan', "yan'xu"], '延续')
  await page.keyboard.press('Enter')
  await expect.poll(() => cell.textContent()).toContain('延续')
  await expect.poll(() => page.locator('footer').textContent()).toContain('全部已保存')
})

test('the cell that has the keyboard is named for a screen reader', async () => {
  const [page] = await openAt('机房巡检次数', 'actual')
  const name = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))
  expect(await name()).toBe('实际完成值，机房巡检次数，50次')
  await page.keyboard.press('ArrowLeft')
  await expect.poll(name).toBe('指标值，机房巡检次数，≥48次')
})
