import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { photograph } from '../support/browser.ts'
import { useStage } from '../support/stage.ts'
import { dragCells, sheetPage } from './sheet-page.ts'
import type { Column, SheetPage } from './sheet-page.ts'

const stage = useStage()

const names = ['开展课后服务学校数量', '参加课后服务学生人数', '开设特色课程门数', '课后服务教师持证上岗率']
const [first = '', second = '', third = '', fourth = ''] = names
const lastOfFirst = '学生家长满意度'

async function openSheet(): Promise<[Page, SheetPage]> {
  const page = await stage.open('/?year=2025')
  const sheet = sheetPage(page)
  await sheet.header('义务教育学校课后服务').waitFor()
  return [page, sheet]
}

const texts = (sheet: SheetPage, column: Column, ...rows: string[]): Promise<(string | null)[]> =>
  Promise.all(rows.map((name) => sheet.cell(name, column).textContent()))

async function type(page: Page, sheet: SheetPage, name: string, column: Column, text: string): Promise<void> {
  await sheet.cell(name, column).click()
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
}

/** Presses the handle at the corner of the cell that has it. */
async function takeHandle(page: Page): Promise<void> {
  const box = await page.locator('.has-fill-handle').boundingBox()
  if (box === null) throw new Error('there is no handle')
  await page.mouse.move(box.x + box.width - 3, box.y + box.height - 3)
}

async function dragHandle(page: Page, sheet: SheetPage, to: [string, Column]): Promise<void> {
  await takeHandle(page)
  await page.mouse.down()
  await sheet.cell(...to).hover()
}

test('the handle goes on with a series, shows how far, and can copy instead', async () => {
  const [page, sheet] = await openSheet()
  await type(page, sheet, first, 'level2', '2025年11月底前')
  await sheet.cell(first, 'level2').click()
  await dragHandle(page, sheet, [fourth, 'level2'])
  await expect.poll(() => page.locator('.is-fill-target').count()).toBe(3)
  await photograph(page, 'fill-drag')
  await page.mouse.up()
  await expect
    .poll(() => texts(sheet, 'level2', second, third, fourth))
    .toEqual(['2025年12月底前', '2026年1月底前', '2026年2月底前'])
  expect(await page.locator('.is-fill-target').count()).toBe(0)
  await photograph(page, 'filled')
  await sheet.remark.getByRole('button', { name: '改为复制' }).click()
  await expect
    .poll(() => texts(sheet, 'level2', second, third, fourth))
    .toEqual(['2025年11月底前', '2025年11月底前', '2025年11月底前'])
  await page.keyboard.press('Control+z')
  await expect
    .poll(() => texts(sheet, 'level2', second, third, fourth))
    .toEqual(['数量指标', '数量指标', '质量指标'])
})

test('one number is copied, with Ctrl it is counted; two go on in their step, upwards backwards', async () => {
  const [page, sheet] = await openSheet()
  await type(page, sheet, first, 'weight', '2')
  await sheet.cell(first, 'weight').click()
  await dragHandle(page, sheet, [third, 'weight'])
  await page.mouse.up()
  await expect.poll(() => texts(sheet, 'weight', second, third)).toEqual(['2', '2'])
  await sheet.cell(first, 'weight').click()
  await dragHandle(page, sheet, [third, 'weight'])
  await page.keyboard.down('Control')
  await page.mouse.up()
  await page.keyboard.up('Control')
  await expect.poll(() => texts(sheet, 'weight', second, third)).toEqual(['3', '4'])

  await type(page, sheet, third, 'weight', '7.5')
  await type(page, sheet, fourth, 'weight', '9')
  await dragCells(page, sheet, [third, 'weight'], [fourth, 'weight'])
  await dragHandle(page, sheet, [first, 'weight'])
  await page.mouse.up()
  await expect.poll(() => texts(sheet, 'weight', first, second)).toEqual(['4.5', '6'])
})

test('Escape lets go of the handle, a double click fills to the end of the column beside', async () => {
  const [page, sheet] = await openSheet()
  await type(page, sheet, first, 'grade', '达成')
  await sheet.cell(first, 'grade').click()
  await dragHandle(page, sheet, [third, 'grade'])
  await page.keyboard.press('Escape')
  await page.mouse.up()
  expect(await texts(sheet, 'grade', second, third)).toEqual(['', ''])
  await sheet.cell(first, 'grade').click()
  await takeHandle(page)
  await page.mouse.dblclick(...(await handlePoint(page)))
  await expect
    .poll(() => texts(sheet, 'grade', second, third, fourth, lastOfFirst))
    .toEqual(['达成', '达成', '达成', '达成'])
  expect(await sheet.cell('机房巡检次数', 'grade').textContent()).toBe('')
  expect(await page.locator('.ag-cell-inline-editing').count()).toBe(0)
})

async function handlePoint(page: Page): Promise<[number, number]> {
  const box = await page.locator('.has-fill-handle').boundingBox()
  return box === null ? [0, 0] : [box.x + box.width - 3, box.y + box.height - 3]
}

test('Ctrl+D copies down and Ctrl+R to the right, each one step', async () => {
  const [page, sheet] = await openSheet()
  await type(page, sheet, first, 'reason', '疫情影响')
  await dragCells(page, sheet, [first, 'reason'], [third, 'reason'])
  await page.keyboard.press('Control+d')
  await expect.poll(() => texts(sheet, 'reason', second, third)).toEqual(['疫情影响', '疫情影响'])
  await sheet.cell(fourth, 'reason').click()
  await page.keyboard.press('Control+d')
  await expect.poll(() => texts(sheet, 'reason', fourth)).toEqual(['疫情影响'])

  await dragCells(page, sheet, [third, 'target'], [third, 'actual'])
  await page.keyboard.press('Control+r')
  await expect.poll(() => texts(sheet, 'actual', third)).toEqual(['≥120门'])
  await page.keyboard.press('Control+z')
  await expect.poll(() => texts(sheet, 'actual', third)).toEqual(['132门'])
})

test('Ctrl+R in one cell loads the page anew, as everywhere', async () => {
  const [page, sheet] = await openSheet()
  await sheet.cell(first, 'reason').click()
  const prevented = await page.evaluate(() => {
    const event = new KeyboardEvent('keydown', {
      key: 'r',
      code: 'KeyR',
      ctrlKey: true,
      bubbles: true,
      cancelable: true,
    })
    document.activeElement?.dispatchEvent(event)
    return event.defaultPrevented
  })
  expect(prevented).toBe(false)
})
