import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from 'vitest'
import type { Locator, Page } from 'playwright-core'
import { photograph } from '../support/browser.ts'
import { useStage } from '../support/stage.ts'
import { sheetPage } from './sheet-page.ts'
import type { SheetPage } from './sheet-page.ts'

const stage = useStage()

async function openSheet(): Promise<[Page, SheetPage]> {
  const page = await stage.open('/?year=2025')
  const sheet = sheetPage(page)
  await sheet.header('义务教育学校课后服务').waitFor()
  return [page, sheet]
}

/** The names of the first rows as they are seen; in the page's own order a new row comes last. */
const first4 = (sheet: SheetPage): Promise<readonly string[]> =>
  sheet.rows.evaluateAll((rows) =>
    rows
      .map((row) => ({
        index: Number(row.getAttribute('row-index')),
        name: row.querySelector('[col-id="name"]')?.textContent ?? '',
      }))
      .toSorted((a, b) => a.index - b.index)
      .slice(0, 4)
      .map(({ name }) => name),
  )
const before = ['开展课后服务学校数量', '参加课后服务学生人数', '开设特色课程门数']

test('rows are inserted, filled, moved, duplicated and deleted by keyboard, and each is one undo', async () => {
  const [page, sheet] = await openSheet()
  await sheet.cell('开展课后服务学校数量', 'name').click()
  await page.keyboard.press('Control+Alt+Equal')
  await expect.poll(() => first4(sheet)).toEqual([before[0], '', before[1], before[2]])
  await page.keyboard.type('家长开放日场次')
  await page.keyboard.press('Enter')
  await expect.poll(() => first4(sheet)).toEqual([before[0], '家长开放日场次', before[1], before[2]])
  expect(await sheet.cell('家长开放日场次', 'level1').textContent()).toBe('产出指标')

  await sheet.cell('家长开放日场次', 'name').click()
  await page.keyboard.press('Alt+Shift+ArrowUp')
  await expect.poll(() => first4(sheet)).toEqual(['家长开放日场次', before[0], before[1], before[2]])
  await page.keyboard.press('Control+Shift+D')
  await expect.poll(() => first4(sheet)).toEqual(['家长开放日场次', '家长开放日场次', before[0], before[1]])
  await page.keyboard.press('Shift+ArrowUp')
  await page.keyboard.press('Control+Alt+Minus')
  await expect.poll(() => first4(sheet)).toEqual([before[0], before[1], before[2], expect.any(String)])
  await expect.poll(() => sheet.status.textContent()).toContain('已保存')

  for (const names of [
    ['家长开放日场次', '家长开放日场次', before[0], before[1]],
    ['家长开放日场次', before[0], before[1], before[2]],
    [before[0], '家长开放日场次', before[1], before[2]],
  ]) {
    await page.keyboard.press('Control+z')
    await expect.poll(() => first4(sheet)).toEqual(names)
  }
  await expect.poll(() => sheet.status.textContent()).toContain('全部已保存')
  await page.reload()
  await sheet.header('义务教育学校课后服务').waitFor()
  await expect.poll(() => first4(sheet)).toEqual([before[0], '家长开放日场次', before[1], before[2]])
})

/** Takes a row by its grip and lets it go at the upper edge of another one, or of a project's header. */
async function dragRow(page: Page, row: Locator, to: Locator): Promise<void> {
  const from = await row.locator('.ag-cell.ag-column-first').boundingBox()
  const over = await to.boundingBox()
  if (from === null || over === null) throw new Error('nothing to drag')
  await page.mouse.move(from.x + 4, from.y + from.height / 2)
  await page.mouse.down()
  await page.mouse.move(from.x + 6, from.y - 6)
  await page.mouse.move(over.x + 200, over.y + 3, { steps: 4 })
  await page.locator('.drop-line').waitFor()
  await photograph(page, 'rows-dragged')
  await page.mouse.up()
}

test('rows are dragged by their grips, several together, each as one step', async () => {
  const [page, sheet] = await openSheet()
  const names = () => first4(sheet)
  await expect.poll(names).toContain(before[2])
  const start = await names()
  const room = await sheet.cell(start[0] ?? '', 'level1').evaluate((cell) => {
    const text = document.createRange()
    text.selectNodeContents(cell)
    return text.getBoundingClientRect().x - cell.getBoundingClientRect().x
  })
  expect(room, 'the grip has room of its own').toBeGreaterThanOrEqual(16)
  await dragRow(page, sheet.row(start[2] ?? ''), sheet.row(start[0] ?? ''))
  const dragged = [start[2], start[0], start[1], start[3]]
  await expect.poll(names).toEqual(dragged)
  await page.keyboard.press('Control+z')
  await expect.poll(names).toEqual(start)

  await sheet.cell(start[1] ?? '', 'actual').click()
  await page.keyboard.press('Shift+ArrowDown')
  await dragRow(page, sheet.row(start[2] ?? ''), sheet.row(start[0] ?? ''))
  await expect.poll(names).toEqual([start[1], start[2], start[0], start[3]])
  expect(await sheet.undo.getAttribute('aria-label')).toContain('2')
  await page.keyboard.press('Control+z')
  await expect.poll(names).toEqual(start)
  await expect.poll(() => sheet.status.textContent()).toContain('全部已保存')
})

test('rows do not go to another project, nor anywhere while they are sorted, and it is said why', async () => {
  const [page, sheet] = await openSheet()
  const start = await first4(sheet)
  await dragRow(page, sheet.row(start[1] ?? ''), sheet.row('替换老旧交换设备'))
  await sheet.remark.getByText('行只能在本项目内移动').waitFor()
  expect(await first4(sheet)).toEqual(start)
  await sheet.columnHeader('weight').click()
  const grip = await sheet
    .row(start[1] ?? '')
    .locator('.ag-cell.ag-column-first')
    .boundingBox()
  if (grip === null) throw new Error('no grip')
  await page.mouse.move(grip.x + 4, grip.y + 14)
  await page.mouse.down()
  await page.mouse.move(grip.x + 4, grip.y + 60, { steps: 3 })
  await page.mouse.up()
  await sheet.remark.getByText('先取消排序').waitFor()
})

test('the palette finds a command by its name, runs it where the keyboard was, and gives the keyboard back', async () => {
  const [page, sheet] = await openSheet()
  await sheet.cell('参加课后服务学生人数', 'actual').click()
  await page.keyboard.press('Control+k')
  const palette = page.getByRole('dialog', { name: '命令' })
  await palette.waitFor()
  await page.keyboard.type('清除')
  await photograph(page, 'palette')
  const axe = await new AxeBuilder({ page }).analyze()
  expect(axe.violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([])
  await page.keyboard.press('Enter')
  await palette.waitFor({ state: 'detached' })
  await expect.poll(() => sheet.cell('参加课后服务学生人数', 'actual').textContent()).toBe('')
  await page.keyboard.press('Control+k')
  await palette.waitFor()
  await page.keyboard.press('Escape')
  await palette.waitFor({ state: 'detached' })
  await page.keyboard.type('3万人')
  await page.keyboard.press('Enter')
  await expect.poll(() => sheet.cell('参加课后服务学生人数', 'actual').textContent()).toBe('3万人')
})

test('F1 shows every key, from the same table', async () => {
  const [page, sheet] = await openSheet()
  await sheet.cell('参加课后服务学生人数', 'actual').click()
  await page.keyboard.press('F1')
  const help = page.getByRole('dialog', { name: '键盘快捷键' })
  await help.getByText('在下方插入行').waitFor()
  await help.getByText('撤销').first().waitFor()
  await photograph(page, 'shortcuts')
  await page.keyboard.press('Escape')
  await help.waitFor({ state: 'detached' })
})
