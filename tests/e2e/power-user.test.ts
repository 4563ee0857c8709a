import type { Locator, Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { photograph, putOnClipboard } from '../support/browser.ts'
import { selfEvaluationFile } from '../support/self-evaluation-text.ts'
import { useStage } from '../support/stage.ts'
import { sheetPage } from './sheet-page.ts'
import type { Column, SheetPage } from './sheet-page.ts'

const stage = useStage({ samples: false })

const PROJECTS = 100
const ROWS = 20
const PASTED = 500
/** Every fiftieth of the pasted rows has a weight that is none. */
const isBad = (row: number): boolean => row % 50 === 49
const nameOf = (row: number): string => `指标${String(row + 1).padStart(4, '0')}`
const patient = { timeout: 90_000 }

beforeAll(async () => {
  const text = selfEvaluationFile(
    Array.from({ length: PROJECTS }, (_, project) => ({
      name: `公共服务第${project + 1}项`,
      rows: Array.from({ length: ROWS }, (_row, row) => ({
        name: nameOf(project * ROWS + row),
        target: '≥20家',
        actual: '18家',
        weight: '4.5',
        score: '4',
      })),
    })),
  )
  await stage.importForm(text)
})

/** Six columns from 一级指标 to 分值, as an office's spreadsheet has them. */
const block = (): string =>
  Array.from({ length: PASTED }, (_, row) =>
    ['产出指标', '数量指标', nameOf(row), '≥20家', '19家', isBad(row) ? '四分半' : '4.5'].join('\t'),
  ).join('\r\n')

async function openYear(): Promise<[Page, SheetPage]> {
  const page = await stage.open('/?year=2022', {
    viewport: { width: 1280, height: 720 },
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  const sheet = sheetPage(page)
  await expect
    .poll(() => sheet.status.textContent(), patient)
    .toContain(`${PROJECTS * ROWS} 项指标 · ${PROJECTS} 个项目`)
  return [page, sheet]
}

const pressTimes = async (page: Page, keys: string, times: number): Promise<void> => {
  for (let time = 0; time < times; time += 1) await page.keyboard.press(keys)
}

const tabTo = async (page: Page, target: Locator): Promise<void> => {
  for (let press = 0; press < 20; press += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error('Tab does not lead there')
}

test('the day of a power user, by keyboard alone', async () => {
  const [page, sheet] = await openYear()
  const textOf = (row: number, column: Column) =>
    expect.poll(() => sheet.cell(nameOf(row), column).textContent(), patient)
  const saved = () => expect.poll(() => sheet.status.textContent(), patient).toContain('全部已保存')
  /** The keyboard's cell, by the name a screen reader hears. */
  const isAt = (row: number, column: string) =>
    expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')), patient)
      .toContain(`${column}，${nameOf(row)}`)

  // A block of 500 × 6 with ten weights that are none: 2,990 cells are saved, ten stay as typed with the reason.
  await putOnClipboard(page, block())
  await page.keyboard.press('F6')
  await page.keyboard.press('Control+Home')
  await isAt(0, '一级指标')
  await page.keyboard.press('Control+v')
  await expect.poll(() => sheet.remark.first().textContent(), patient).toContain('10 格未接受')
  await textOf(0, 'actual').toBe('19家')
  await textOf(0, 'ruleScore').toBe('4.28')
  await photograph(page, 'day-pasted')

  // F8 leads from one to the next, and what is typed there takes its place.
  for (const row of Array.from({ length: PASTED }, (_, at) => at).filter(isBad)) {
    await page.keyboard.press('F8')
    await isAt(row, '分值')
    expect(await sheet.cell(nameOf(row), 'weight').textContent()).toBe('四分半')
    await page.keyboard.type('4.5')
    await page.keyboard.press('Enter')
  }
  expect(await sheet.failed.count()).toBe(0)
  await saved()

  // A reason is typed and filled down.
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('End')
  await isAt(0, '偏差原因分析及改进措施')
  await page.keyboard.insertText('按计划完成')
  await page.keyboard.press('Enter')
  await textOf(0, 'reason').toBe('按计划完成')
  await page.keyboard.press('ArrowUp')
  await isAt(0, '偏差原因分析及改进措施')
  await pressTimes(page, 'Shift+ArrowDown', 9)
  await page.keyboard.press('Control+d')
  await textOf(9, 'reason').toBe('按计划完成')

  // Found and replaced everywhere, with every change seen before.
  await page.keyboard.press('Control+h')
  await page.keyboard.insertText('按计划')
  await page.keyboard.press('Tab')
  await tabTo(page, sheet.find.replacement)
  await page.keyboard.insertText('按期')
  await expect.poll(() => sheet.find.matches.first().textContent(), patient).toContain('按期完成')
  await photograph(page, 'day-replace')
  await tabTo(page, sheet.find.replaceAll)
  await page.keyboard.press('Enter')
  await textOf(9, 'reason').toBe('按期完成')
  await page.keyboard.press('Escape')

  // Taken back one after the other: the replacing, the filling, the typing.
  await page.keyboard.press('Control+z')
  await textOf(9, 'reason').toBe('按计划完成')
  await page.keyboard.press('Control+z')
  await textOf(9, 'reason').toBe('')
  await textOf(0, 'reason').toBe('按计划完成')
  await page.keyboard.press('Control+z')
  await textOf(0, 'reason').toBe('')
  await saved()

  // Away from the network two cells are typed; one of them somebody else writes meanwhile.
  stage.expectProblem('net::ERR')
  await page.context().setOffline(true)
  await page.keyboard.press('Control+Home')
  await pressTimes(page, 'ArrowRight', 4)
  await isAt(0, '实际完成值')
  await page.keyboard.type('16家')
  await page.keyboard.press('Enter')
  await page.keyboard.type('15家')
  await page.keyboard.press('Enter')
  await textOf(1, 'ruleScore').toBe('3.38')
  const [other, theirs] = await openYear()
  await theirs.cell(nameOf(0), 'actual').click()
  await other.keyboard.type('12家')
  await other.keyboard.press('Enter')
  await expect.poll(() => theirs.status.textContent(), patient).toContain('全部已保存')
  await photograph(page, 'day-offline')

  // Back again: the one is saved, the other is a conflict that names both, and one's own is taken.
  await page.context().setOffline(false)
  await expect
    .poll(() => sheet.cell(nameOf(0), 'actual').getAttribute('class'), patient)
    .toContain('is-conflict')
  await page.keyboard.press('F8')
  await isAt(0, '实际完成值')
  await expect.poll(() => sheet.cellBar.textContent(), patient).toMatch(/改为“12家”，您输入“16家”/u)
  await page.keyboard.press('Control+Enter')
  await saved()
  expect(await sheet.failed.count()).toBe(0)
  await photograph(page, 'day-saved')

  await page.reload()
  await textOf(0, 'actual').toBe('16家')
  await textOf(1, 'actual').toBe('15家')
  await textOf(0, 'reason').toBe('')
  await expect.poll(() => theirs.cell(nameOf(0), 'actual').textContent(), patient).toBe('16家')
}, 400_000)
