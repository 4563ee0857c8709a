import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { photograph } from '../support/browser.ts'
import { holdBack } from '../support/hold-back.ts'
import { useStage } from '../support/stage.ts'
import { sheetPage } from './sheet-page.ts'
import type { Column, SheetPage } from './sheet-page.ts'

const stage = useStage()
const project = '义务教育学校课后服务'
const patient = { timeout: 15_000 }

const openSheet = async (): Promise<{ readonly page: Page; readonly sheet: SheetPage }> => {
  const page = await stage.open('/?year=2025', {
    viewport: { width: 1280, height: 720 },
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  const sheet = sheetPage(page)
  await sheet.header(project).waitFor()
  return { page, sheet }
}

const type = async (page: Page, indicator: string, column: Column, text: string): Promise<void> => {
  await sheetPage(page).cell(indicator, column).click()
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
}

const saved = (sheet: SheetPage) =>
  expect.poll(() => sheet.status.textContent(), patient).toContain('全部已保存')
const classOf = (sheet: SheetPage, indicator: string, column: Column) =>
  expect.poll(() => sheet.cell(indicator, column).getAttribute('class'), patient)
const textOf = (sheet: SheetPage, indicator: string, column: Column) =>
  expect.poll(() => sheet.cell(indicator, column).textContent(), patient)

/** Two people write into the same cells, and this one comes second. */
const comeSecond = async (
  page: Page,
  cells: readonly (readonly [string, Column, string, string])[],
): Promise<void> => {
  stage.expectProblem('net::ERR')
  const letGo = await holdBack(page)
  for (const [indicator, column, mine] of cells) await type(page, indicator, column, mine)
  const other = await openSheet()
  for (const [indicator, column, , theirs] of cells) await type(other.page, indicator, column, theirs)
  await saved(other.sheet)
  await letGo()
  for (const [indicator, column] of cells)
    await classOf(sheetPage(page), indicator, column).toContain('is-conflict')
}

test('a conflict says what both wrote, and is decided by keyboard for mine or for theirs', async () => {
  const { page, sheet } = await openSheet()
  await comeSecond(page, [
    ['开展课后服务学校数量', 'actual', '44所', '41所'],
    ['开设特色课程门数', 'actual', '130门', '111门'],
  ])
  await sheet.cell('开展课后服务学校数量', 'actual').click()
  await expect.poll(() => sheet.cellBar.textContent(), patient).toMatch(/改为“41所”，您输入“44所”/u)
  await photograph(page, 'conflict-choice')
  await page.keyboard.press('Control+Enter')
  await textOf(sheet, '开展课后服务学校数量', 'actual').toBe('44所')
  await sheet.cell('开设特色课程门数', 'actual').click()
  await page.keyboard.press('Escape')
  await textOf(sheet, '开设特色课程门数', 'actual').toBe('111门')
  await saved(sheet)
  expect(await sheet.failed.count()).toBe(0)
  await page.keyboard.press('Control+z')
  await textOf(sheet, '开展课后服务学校数量', 'actual').toBe('41所')
  await saved(sheet)
})

test('many conflicts are decided at once from the list', async () => {
  const { page, sheet } = await openSheet()
  await comeSecond(page, [
    ['参加课后服务学生人数', 'actual', '3.1万人', '3.3万人'],
    ['课后服务教师持证上岗率', 'actual', '91%', '92%'],
  ])
  await sheet.failed.click()
  await page.getByRole('button', { name: '全部采用我的（2）' }).waitFor()
  await photograph(page, 'conflict-list')
  await page.getByRole('button', { name: '全部采用我的（2）' }).click()
  await saved(sheet)
  await textOf(sheet, '参加课后服务学生人数', 'actual').toBe('3.1万人')
  await textOf(sheet, '课后服务教师持证上岗率', 'actual').toBe('91%')
  expect(await sheet.undo.getAttribute('aria-label')).toContain('采用我的输入（2 处）')
})

test('an undo over somebody else’s change asks first, and cancelling loses nothing', async () => {
  const { page, sheet } = await openSheet()
  await sheet.cell('家长按时接送困难缓解程度', 'reason').click()
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.type('甲')
  await page.keyboard.press('Control+Enter')
  await saved(sheet)
  const other = await openSheet()
  await type(other.page, '家长按时接送困难缓解程度', 'reason', '乙')
  await saved(other.sheet)

  await page.keyboard.press('Control+z')
  const dialog = page.getByRole('alertdialog')
  await dialog.getByText('乙').waitFor()
  await photograph(page, 'undo-asks')
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'hidden' })
  await textOf(sheet, '课后服务课程资源共享机制', 'reason').toBe('甲')
  expect(await sheet.undo.getAttribute('aria-label')).toContain('2 处')

  await page.keyboard.press('Control+z')
  await dialog.getByRole('button', { name: '只撤销其余 1 处' }).click()
  await textOf(sheet, '课后服务课程资源共享机制', 'reason').toBe('')
  await textOf(sheet, '家长按时接送困难缓解程度', 'reason').toBe('乙')
  await saved(sheet)
})

test('an undo can overwrite what somebody else wrote, when one says so', async () => {
  const { page, sheet } = await openSheet()
  await type(page, '学生家长满意度', 'score', '7')
  await saved(sheet)
  const other = await openSheet()
  await type(other.page, '学生家长满意度', 'score', '6')
  await saved(other.sheet)
  await page.keyboard.press('Control+z')
  await page.getByRole('button', { name: '全部撤销，覆盖这些修改' }).click()
  await textOf(sheet, '学生家长满意度', 'score').toBe('10')
  await saved(sheet)
})

test('a submitted project is locked and says why, and what was typed too late is kept', async () => {
  const { page, sheet } = await openSheet()
  stage.expectProblem('net::ERR')
  stage.expectProblem('503')
  await stage.changeBehind((sql) =>
    sql.query(`UPDATE "project" SET "state" = 'SUBMITTED' WHERE "name" = $1 AND "fiscal_year" = 2025`, [
      project,
    ]),
  )
  await type(page, '学生家长满意度', 'actual', '91%')
  await classOf(sheet, '学生家长满意度', 'actual').toContain('is-failed')
  await page.reload()
  await sheet.header(project).waitFor()
  await classOf(sheet, '学生家长满意度', 'actual').toContain('is-failed')
  await textOf(sheet, '学生家长满意度', 'actual').toBe('91%')

  await sheet.cell('开设特色课程门数', 'actual').click()
  expect(await sheet.cell('开设特色课程门数', 'actual').getAttribute('class')).toContain('is-locked')
  await expect.poll(() => sheet.cellBar.textContent()).toContain('已锁定：已提交审核，退回前不能修改')
  await page.keyboard.type('9')
  await page.getByText('已锁定：已提交审核，退回前不能修改').last().waitFor()
  expect(await page.locator('.ag-cell-inline-editing').count()).toBe(0)
  await photograph(page, 'locked')

  // Nor do rows come, go or move: nothing is tried, so nothing is left to be taken back.
  const undone = await sheet.undo.getAttribute('aria-label')
  await page.keyboard.press('Control+Alt+Minus')
  await sheet.remark.getByText('已提交审核，退回前不能修改').first().waitFor()
  expect(await sheet.row('开设特色课程门数').count()).toBe(1)
  expect(await sheet.undo.getAttribute('aria-label')).toBe(undone)

  // A row that was pasted past the end is kept with all its texts until one gives it up.
  await sheet.cell('课后服务课程资源共享机制', 'level1').click()
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+Space')
  await page.keyboard.press('Control+c')
  await sheet.cell('学生家长满意度', 'level1').click()
  await page.keyboard.press('Control+Shift+v')
  await sheet.remark.getByRole('button', { name: '查看' }).click()
  await sheet.failedCells.filter({ hasText: '三级指标 学生家长满意度' }).waitFor()
  const copy = page.getByRole('button', { name: /^复制：学生家长满意度/u })
  await copy.scrollIntoViewIfNeeded()
  await photograph(page, 'row-refused')
  await copy.click()
  await sheet.remark.getByText('已复制').waitFor()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
    /^满意度指标\t服务对象满意度指标\t学生家长满意度\t/u,
  )
  await page.getByRole('button', { name: /^放弃：学生家长满意度/u }).click()
  await copy.waitFor({ state: 'detached' })
})
