import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { photograph } from '../support/browser.ts'
import { seriousProblems } from '../support/serious-problems.ts'
import { useStage } from '../support/stage.ts'
import { sheetPage } from './sheet-page.ts'
import type { SheetPage } from './sheet-page.ts'
import { viewPage } from './view-page.ts'

const stage = useStage()
const size = { viewport: { width: 1280, height: 720 } }

async function openYear(year: number, project: string): Promise<[Page, SheetPage]> {
  const page = await stage.open(`/?year=${year}`, size)
  const sheet = sheetPage(page)
  await sheet.header(project).waitFor()
  return [page, sheet]
}

const isOfLastYear = (url: string): boolean => url.includes('LastYear')

describe('last year', () => {
  test('stands beside this year by one key, read when it is asked for, and moves with what is typed', async () => {
    const [page, sheet] = await openYear(2025, '义务教育学校课后服务')
    const asked: string[] = []
    page.on('request', (request) => void (isOfLastYear(request.url()) && asked.push(request.url())))
    const students = (column: 'lastTarget' | 'yearChange' | 'lastActual' | 'lastScore') =>
      expect.poll(() => sheet.text('参加课后服务学生人数', column).textContent())
    await sheet.cell('参加课后服务学生人数', 'target').click()
    expect(asked).toEqual([])

    await page.keyboard.press('Control+Shift+S')
    await students('lastTarget').toBe('≥3.2万人')
    await students('yearChange').toBe('收紧')
    await students('lastActual').toBe('3.42万人')
    await students('lastScore').toBe('10')
    expect(asked).toHaveLength(1)

    await page.keyboard.type('≥3万人')
    await page.keyboard.press('Enter')
    await students('yearChange').toBe('放宽')
    await expect
      .poll(() => sheet.cell('参加课后服务学生人数', 'lastTarget').getAttribute('class'))
      .toContain('is-relaxed')
    await photograph(page, 'compare-last-year')
    expect(await seriousProblems(page)).toEqual([])
    await page.keyboard.press('Control+z')
    await students('yearChange').toBe('收紧')
    await page.keyboard.press('Control+Shift+S')
    await expect.poll(viewPage(page).headers).not.toContain('lastTarget')
  })

  test('is filtered before a column of it is shown, and says what is new and what was renamed', async () => {
    const [page, sheet] = await openYear(2026, '校园网络与信息化运维')
    const view = viewPage(page)
    await view.button.click()
    await view.column('yearChange').getByRole('checkbox').check()
    await page.keyboard.press('Escape')
    await expect
      .poll(() => sheet.text('开展机房巡检次数', 'yearChange').textContent())
      .toBe('改变 · 疑似更名')
    await expect.poll(() => sheet.text('单校运维成本', 'yearChange').textContent()).toBe('新增')

    await sheet.cell('开展机房巡检次数', 'yearChange').click()
    await page.keyboard.press('Alt+ArrowDown')
    await view.columnMenu.getByRole('checkbox', { name: '疑似更名' }).click()
    await page.keyboard.press('Escape')
    await expect.poll(() => sheet.row('单校运维成本').count()).toBe(0)
    expect(await sheet.row('开展机房巡检次数').count()).toBe(1)

    // What a person kept is asked for again after a reload, whenever last year arrives.
    await view.save('更名')
    await page.goto(page.url())
  })
})

test('the medium term stands beside the year, and what has only one of the two says so', async () => {
  const [page, sheet] = await openYear(2026, '水稻绿色高产高效创建')
  const annual = page.locator('.ag-row', { hasText: '年度' })
  await sheet.header('水稻绿色高产高效创建').click()
  await page.keyboard.press('Control+Shift+M')
  await expect.poll(viewPage(page).headers).toContain('midterm')
  await photograph(page, 'compare-midterm')
  void annual
})
