import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { photograph, putOnClipboard } from '../support/browser.ts'
import { useStage } from '../support/stage.ts'
import { dragCells, sheetPage } from './sheet-page.ts'
import type { SheetPage } from './sheet-page.ts'

const stage = useStage()

const first = '开展课后服务学校数量'
const second = '参加课后服务学生人数'
const third = '开设特色课程门数'
const fourth = '课后服务教师持证上岗率'
const lastOfFirst = '学生家长满意度'
const firstOfSecond = '机房巡检次数'

async function openSheet(): Promise<[Page, SheetPage]> {
  const page = await stage.open('/?year=2025', { permissions: ['clipboard-read', 'clipboard-write'] })
  const sheet = sheetPage(page)
  await sheet.header('义务教育学校课后服务').waitFor()
  return [page, sheet]
}

/** Leaves to the next test what this one left to the server. */
const saved = (sheet: SheetPage) => expect.poll(() => sheet.status.textContent()).toContain('全部已保存')

const reasons = (sheet: SheetPage, ...names: string[]): Promise<(string | null)[]> =>
  Promise.all(names.map((name) => sheet.cell(name, 'reason').textContent()))

const classOf = (sheet: SheetPage, name: string, column: 'actual' | 'reason'): Promise<string | null> =>
  sheet.cell(name, column).getAttribute('class')

test('a block of Excel is pasted from a cell on, lines and quotes in their cells, and undone in one step', async () => {
  const [page, sheet] = await openSheet()
  await putOnClipboard(page, '"合同签订晚。\n称“""尾款""”结转。"\r\n二\r\n三\r\n')
  await sheet.cell(first, 'reason').click()
  await page.keyboard.press('Control+v')
  await expect
    .poll(() => reasons(sheet, first, second, third))
    .toEqual(['合同签订晚。\n称“"尾款"”结转。', '二', '三'])
  await expect.poll(() => sheet.remark.textContent()).toContain('已粘贴 3 格')
  expect(await sheet.selectedCells.count()).toBe(3)
  await photograph(page, 'pasted')
  await saved(sheet)
  await page.keyboard.press('Control+z')
  await expect.poll(() => reasons(sheet, first, second, third)).toEqual(['', '', ''])
  await page.keyboard.press('Control+y')
  await expect.poll(() => reasons(sheet, second, third)).toEqual(['二', '三'])
  await page.keyboard.press('Control+z')
  await saved(sheet)
})

test('what is copied here is pasted here with real keys: tiled over a range, one value over several', async () => {
  const [page, sheet] = await openSheet()
  await dragCells(page, sheet, [first, 'name'], [second, 'name'])
  await page.keyboard.press('Control+c')
  await dragCells(page, sheet, [first, 'reason'], [fourth, 'reason'])
  await page.keyboard.press('Control+v')
  await expect
    .poll(() => reasons(sheet, first, second, third, fourth))
    .toEqual([first, second, first, second])

  await sheet.cell(third, 'name').click()
  await page.keyboard.press('Control+c')
  await sheet.cell(first, 'reason').click()
  await sheet.cell(fourth, 'reason').click({ modifiers: ['Control'] })
  await page.keyboard.press('Control+v')
  await expect.poll(() => reasons(sheet, first, second, fourth)).toEqual([third, second, third])
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await expect.poll(() => reasons(sheet, first, second, third, fourth)).toEqual(['', '', '', ''])
  await saved(sheet)
})

test('a copy is text for any program and a table for Excel, where what is no number stays text', async () => {
  const [page, sheet] = await openSheet()
  await dragCells(page, sheet, [first, 'target'], [second, 'weight'])
  await page.keyboard.press('Control+c')
  const [plain, html] = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read()
    const read = async (type: string): Promise<string> => (await item?.getType(type))?.text() ?? ''
    return [await read('text/plain'), await read('text/html')]
  })
  expect(plain?.split(/\r?\n/u)).toEqual(['≥46所\t46所\t10', '≥3.4万人\t3.58万人\t10'])
  expect(html).toContain('<td>10</td>')
  expect(html).toMatch(/mso-number-format[^>]*>≥46所/u)
})

test('each text that is not accepted stays in its cell with its reason, the others are saved', async () => {
  const [page, sheet] = await openSheet()
  await putOnClipboard(page, '４５ 所\n80%\n１３０门\n五成')
  await sheet.cell(first, 'actual').click()
  await page.keyboard.press('Control+v')
  await expect.poll(() => sheet.remark.textContent()).toContain('已粘贴 2 格，2 格未接受')
  expect(await sheet.cell(first, 'actual').textContent()).toBe('45所')
  expect(await sheet.cell(first, 'ruleScore').textContent()).toBe('9.78')
  expect(await sheet.cell(third, 'actual').textContent()).toBe('130门')
  for (const name of [second, fourth]) expect(await classOf(sheet, name, 'actual')).toContain('is-failed')
  await sheet.remark.getByRole('button', { name: '查看' }).click()
  await expect.poll(() => sheet.failedCells.count()).toBe(2)
  await photograph(page, 'paste-refused')
  await sheet.failedCells.first().click()
  await expect.poll(() => sheet.cellBar.textContent()).toContain('未保存')
  await page.keyboard.press('Control+z')
  await expect.poll(() => sheet.cell(second, 'actual').textContent()).toBe('3.58万人')
  expect(await sheet.failed.count()).toBe(0)
  await saved(sheet)
})

test.each([
  { width: 1280, height: 720 },
  { width: 640, height: 360 },
])(
  'what is said of a paste covers nothing at $width × $height, and the cell stays in sight',
  async (viewport) => {
    const [page, sheet] = await openSheet()
    await page.setViewportSize(viewport)
    await putOnClipboard(page, Array.from({ length: 12 }, () => '五成').join('\n'))
    // In the lowest row that is wholly in sight.
    const bottom = (await sheet.status.boundingBox())?.y ?? 0
    const cells = await page.locator('.ag-row [col-id="actual"]').all()
    const boxes = await Promise.all(cells.map(async (cell) => ({ cell, box: await cell.boundingBox() })))
    const inSight = boxes.filter(({ box }) => box !== null && box.y + box.height <= bottom)
    const lowest = inSight.toSorted((a, b) => (b.box?.y ?? 0) - (a.box?.y ?? 0))[0]?.cell
    await lowest?.click()
    await page.keyboard.press('Control+v')
    await sheet.remark.waitFor()
    const top = (await sheet.remark.boundingBox())?.y ?? 0
    await expect
      .poll(async () => {
        const box = await sheet.focusedCell.boundingBox()
        return box !== null && box.y + box.height <= top
      })
      .toBe(true)
    await sheet.remark.getByRole('button', { name: '查看' }).click({ trial: true })
    await sheet.failed.click()
    await photograph(page, `remark-${viewport.width}`)
    // Each of them would be clicked, and nothing that lies over it.
    for (const item of await page.locator('.failed-content button').all()) await item.click({ trial: true })
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+z')
    await saved(sheet)
  },
)

test('texts under computed columns are named, not dropped in silence', async () => {
  const [page, sheet] = await openSheet()
  await putOnClipboard(page, '10\t9.9\t9')
  await sheet.cell(first, 'weight').click()
  await page.keyboard.press('Control+v')
  await expect.poll(() => sheet.remark.textContent()).toContain('1 格没有可写的位置')
  await sheet.remark.getByRole('button', { name: '查看' }).click()
  const list = page.locator('.failed-content')
  expect(await list.textContent()).toContain('“规则分”由系统计算，不能填写')
  await list.getByRole('button', { name: '知道了' }).click()
  await expect.poll(() => sheet.failed.count()).toBe(0)
})

test('a paste goes on in the next project; with Shift what passes the end becomes rows', async () => {
  const [page, sheet] = await openSheet()
  await putOnClipboard(page, '甲\n乙')
  await sheet.cell(lastOfFirst, 'reason').click()
  await page.keyboard.press('Control+v')
  await expect.poll(() => reasons(sheet, lastOfFirst, firstOfSecond)).toEqual(['甲', '乙'])
  await page.keyboard.press('Control+z')
  await expect.poll(() => reasons(sheet, lastOfFirst, firstOfSecond)).toEqual(['', ''])

  await putOnClipboard(page, '学生家长满意度\t≥93%\n结对学校满意度\t≥90%\n学校满意度\t≥95%')
  await sheet.cell(lastOfFirst, 'name').click()
  await page.keyboard.press('Control+Shift+v')
  await expect.poll(() => sheet.remark.textContent()).toContain('新增 2 行')
  await expect.poll(() => sheet.cell('结对学校满意度', 'target').textContent()).toBe('≥90%')
  await photograph(page, 'pasted-rows')
  await saved(sheet)
  await page.keyboard.press('Control+z')
  await expect.poll(() => sheet.row('结对学校满意度').count()).toBe(0)
  await expect.poll(() => sheet.cell(lastOfFirst, 'target').textContent()).toBe('≥92%')
  await saved(sheet)
})

test('a cut is over once anything else is done, and who goes elsewhere with it is told', async () => {
  const [page, sheet] = await openSheet()
  await sheet.cell(second, 'actual').click()
  await page.keyboard.press('Control+x')
  await expect.poll(() => classOf(sheet, second, 'actual')).toContain('is-cut')
  await sheet.cell(third, 'reason').click()
  await page.keyboard.type('待核实')
  await page.keyboard.press('Enter')
  await expect.poll(() => classOf(sheet, second, 'actual')).not.toContain('is-cut')
  await page.keyboard.press('Control+z')
  await saved(sheet)

  await sheet.cell(second, 'actual').click()
  await page.keyboard.press('Control+x')
  await sheet.year(2024).click()
  await sheet.remark.getByText('再粘贴只会复制').waitFor()
})

test('what is cut waits with a dashed line and moves when it is pasted; Escape forgets it', async () => {
  const [page, sheet] = await openSheet()
  await sheet.cell(second, 'actual').click()
  await page.keyboard.press('Control+x')
  await expect.poll(() => classOf(sheet, second, 'actual')).toContain('is-cut')
  expect(await sheet.cell(second, 'actual').textContent()).toBe('3.58万人')
  await photograph(page, 'cut')
  await page.keyboard.press('Escape')
  await expect.poll(() => classOf(sheet, second, 'actual')).not.toContain('is-cut')

  await page.keyboard.press('Control+x')
  await sheet.cell(second, 'reason').click()
  await page.keyboard.press('Control+v')
  await expect.poll(() => sheet.cell(second, 'reason').textContent()).toBe('3.58万人')
  expect(await sheet.cell(second, 'actual').textContent()).toBe('')
  await page.keyboard.press('Control+z')
  await expect.poll(() => sheet.cell(second, 'actual').textContent()).toBe('3.58万人')
  expect(await sheet.cell(second, 'reason').textContent()).toBe('')
  await saved(sheet)
})

test('a table without plain text is read from its HTML', async () => {
  const [page, sheet] = await openSheet()
  await sheet.cell(first, 'reason').click()
  await page.evaluate(() => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/html', '<table><tr><td>甲<br>乙</td></tr><tr><td>丙</td></tr></table>')
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
    document.activeElement?.dispatchEvent(event)
  })
  await expect.poll(() => reasons(sheet, first, second)).toEqual(['甲\n乙', '丙'])
  await page.keyboard.press('Control+z')
  await saved(sheet)
})

test('a paste that cannot be is refused with a sentence, and nothing changes', async () => {
  const [page, sheet] = await openSheet()
  const row = Array.from({ length: 10 }, () => '满').join('\t')
  await putOnClipboard(page, Array.from({ length: 5001 }, () => row).join('\n'))
  await sheet.cell(third, 'reason').click()
  await page.keyboard.press('Control+v')
  await expect.poll(() => sheet.remark.textContent()).toContain('共 50010 格，一次最多 50000 格')
  await putOnClipboard(page, '甲\n乙')
  await sheet.cell(third, 'reason').click()
  await sheet.cell(first, 'reason').click({ modifiers: ['Control'] })
  await page.keyboard.press('Control+v')
  await expect.poll(() => sheet.remark.textContent()).toContain('不成倍数')
  expect(await reasons(sheet, first, third)).toEqual(['', ''])
  await sheet.cell(first, 'name').click()
  await sheet.cell(second, 'reason').click({ modifiers: ['Control'] })
  await page.keyboard.press('Control+c')
  await expect.poll(() => sheet.remark.textContent()).toContain('行相同或列相同')
})
