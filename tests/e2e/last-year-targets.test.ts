import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { photograph } from '../support/browser.ts'
import { seriousProblems } from '../support/serious-problems.ts'
import { useStage } from '../support/stage.ts'
import { dragCells, sheetPage } from './sheet-page.ts'
import type { SheetPage } from './sheet-page.ts'

const stage = useStage()
const project = '义务教育学校课后服务'
const students = '参加课后服务学生人数'
const courses = '开设特色课程门数'

async function openSheet(): Promise<[Page, SheetPage]> {
  const page = await stage.open('/?year=2025', { viewport: { width: 1280, height: 720 } })
  const sheet = sheetPage(page)
  await sheet.header(project).waitFor()
  return [page, sheet]
}

const targets = async (sheet: SheetPage): Promise<readonly (string | null)[]> => [
  await sheet.cell(students, 'target').textContent(),
  await sheet.cell(courses, 'target').textContent(),
]

test('last year’s targets of a project are shown first, then taken over as one step', async () => {
  const [page, sheet] = await openSheet()
  await sheet.cell(courses, 'actual').click()
  const { dialog, lines, apply } = sheet.lastYear
  // Of several projects each is named over its lines.
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+Alt+y')
  await lines.getByRole('rowheader', { name: project }).waitFor()
  expect(await lines.getByRole('rowheader').count()).toBeGreaterThan(1)
  await photograph(page, 'last-year-targets-of-projects')
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  await sheet.cell(courses, 'actual').click()
  await page.keyboard.press('Control+Alt+y')
  await expect.poll(() => dialog.textContent()).toContain('可改 4 行，已相同 4 行，未能对应 0 行')
  expect(await lines.allTextContents()).toContainEqual(expect.stringMatching(/学生人数.*≥3.4万人.*≥3.2万人/u))
  await photograph(page, 'last-year-targets')
  expect(await seriousProblems(page)).toEqual([])
  await lines.filter({ hasText: students }).getByRole('checkbox').uncheck()
  await expect.poll(() => apply.textContent()).toContain('写入 3 行')
  await apply.focus()
  await page.keyboard.press('Enter')
  await expect.poll(() => targets(sheet)).toEqual(['≥3.4万人', '≥100门'])
  await expect.poll(() => sheet.remark.textContent()).toContain('已沿用 3 个上年指标值')
  await expect.poll(() => sheet.status.textContent()).toContain('全部已保存')
  await page.keyboard.press('Control+z')
  await expect.poll(() => targets(sheet)).toEqual(['≥3.4万人', '≥120门'])
})

test('of selected rows only those are asked for, and what has no year before says so', async () => {
  const [page, sheet] = await openSheet()
  await dragCells(page, sheet, ['机房巡检次数', 'target'], ['城域网可用率', 'target'])
  await page.keyboard.press('Control+Alt+y')
  const { dialog, lines, apply } = sheet.lastYear
  await expect.poll(() => dialog.textContent()).toContain('已相同 1 行')
  expect(await dialog.textContent()).toMatch(/替换老旧交换设备 上一年没有这个指标/u)
  expect(await lines.filter({ hasText: '巡检' }).count()).toBe(0)
  expect(await apply.count()).toBe(await lines.count().then((count) => Math.min(count, 1)))
  await page.keyboard.press('Escape')
  await expect.poll(() => dialog.count()).toBe(0)
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.className ?? ''))
    .toContain('cell-catcher')

  await page.context().setOffline(true)
  stage.expectProblem('net::ERR')
  await page.keyboard.press('Control+Alt+y')
  await expect.poll(() => dialog.textContent()).toContain('读不到上一年的指标值')
  await page.keyboard.press('Escape')
  await page.context().setOffline(false)
})
