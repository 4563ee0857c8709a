import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { photograph } from '../support/browser.ts'
import { declarationText } from '../support/declaration-text.ts'
import { selfEvaluationText } from '../support/self-evaluation-text.ts'
import { seriousProblems } from '../support/serious-problems.ts'
import { useStage } from '../support/stage.ts'
import { sheetPage } from './sheet-page.ts'
import type { SheetPage } from './sheet-page.ts'
import { viewPage } from './view-page.ts'

const stage = useStage()
const size = { viewport: { width: 1280, height: 720 } }

async function openYear(
  year: number,
  project: string,
  colorScheme: 'light' | 'dark' = 'light',
): Promise<[Page, SheetPage]> {
  const page = await stage.open(`/?year=${year}`, { ...size, colorScheme })
  const sheet = sheetPage(page)
  await sheet.headers.first().waitFor()
  await sheet.filter.fill(project)
  await sheet.header(project).first().waitFor()
  return [page, sheet]
}

const isOfLastYear = (url: string): boolean => url.includes('LastYear')

/** Somebody else saves an actual in the sheet of another year. */
async function changeActual(year: number, name: string, value: string): Promise<void> {
  const { indicators } = await stage.ask<{
    indicators: { nodes: readonly { id: string; version: number; name: string }[] }
  }>(
    'query ($year: Int!, $name: String!) { indicators(filter: { fiscalYear: $year, text: $name }) { nodes { id version name } } }',
    { year, name },
  )
  const found = indicators.nodes.find((indicator) => indicator.name === name)
  const change = { indicatorId: found?.id, field: 'ACTUAL', value, version: found?.version }
  await stage.ask(
    'mutation ($input: ApplyIndicatorChangesInput!) { applyIndicatorChanges(input: $input) { changeSetId } }',
    { input: { changes: [change] } },
  )
}

/** Somebody else gives a project of that year another name. */
async function renameProject(year: number, name: string, to: string): Promise<void> {
  const { projects } = await stage.ask<{
    projects: { nodes: readonly { id: string; version: number; name: string }[] }
  }>(
    'query ($year: Int!) { projects(filter: { fiscalYear: $year }, first: 100) { nodes { id version name } } }',
    {
      year,
    },
  )
  const found = projects.nodes.find((project) => project.name === name)
  const change = { projectId: found?.id, at: 'project/name', value: to, version: found?.version }
  await stage.ask(
    'mutation ($input: ApplyProjectChangesInput!) { applyProjectChanges(input: $input) { changeSetId } }',
    { input: { changes: [change] } },
  )
}

describe('last year', () => {
  test('stands beside this year by one key, read when it is asked for, and moves with what is typed', async () => {
    const [page, sheet] = await openYear(2025, '义务教育学校课后服务')
    const asked: string[] = []
    page.on('request', (request) => void (isOfLastYear(request.url()) && asked.push(request.url())))
    const students = (column: 'lastTarget' | 'yearChange' | 'lastActual' | 'lastScore') =>
      expect.poll(() => sheet.cell('参加课后服务学生人数', column).textContent())
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
    await students('lastActual').toBe('3.42万人')
    await changeActual(2024, '参加课后服务学生人数', '3.3万人')
    await students('lastActual').toBe('3.3万人')

    // A year's project is another's by its name: who renames it ends that, and begins it again.
    await renameProject(2025, '义务教育学校课后服务', '义务教育学校课后服务（新）')
    await students('lastTarget').toBe('')
    await renameProject(2025, '义务教育学校课后服务（新）', '义务教育学校课后服务')
    await students('lastTarget').toBe('≥3.2万人')
    await page.keyboard.press('Control+Shift+S')
    await expect.poll(viewPage(page).headers).not.toContain('lastTarget')
  })

  test('says what is new and what was renamed, and is filtered again when it arrives after a reload', async () => {
    const [page, sheet] = await openYear(2026, '校园网络与信息化运维')
    const view = viewPage(page)
    await view.button.click()
    await view.column('yearChange').getByRole('checkbox').check()
    await page.keyboard.press('Escape')
    await expect
      .poll(() => sheet.cell('开展机房巡检次数', 'yearChange').textContent())
      .toBe('改变 · 疑似更名')
    await expect.poll(() => sheet.cell('单校运维成本', 'yearChange').textContent()).toBe('新增')
    await sheet.header('校园网络与信息化运维').getByRole('button', { name: '上年的 5 项未保留' }).click()
    await expect
      .poll(() => page.locator('aside button.jump', { hasText: '替换老旧交换设备' }).textContent())
      .toContain('未保留')

    await sheet.cell('开展机房巡检次数', 'yearChange').click()
    await page.keyboard.press('Alt+ArrowDown')
    await view.columnMenu.getByRole('button', { name: '仅此：疑似更名' }).click()
    await page.keyboard.press('Escape')
    await expect.poll(() => sheet.row('单校运维成本').count()).toBe(0)
    expect(await sheet.row('开展机房巡检次数').count()).toBe(1)
    await view.save('更名')
    await expect.poll(() => new URL(page.url()).searchParams.get('view')).not.toBeNull()
    await page.reload()
    await expect.poll(() => sheet.row('开展机房巡检次数').count()).toBe(1)
    expect(await sheet.row('单校运维成本').count()).toBe(0)
  })
})

test('the medium term stands beside the year, and what has only one of the two says so', async () => {
  const [page, sheet] = await openYear(2026, '水稻绿色高产高效创建')
  const rows = sheet.row('建设示范片面积')
  await rows.first().locator('[col-id="target"]').click()
  await page.keyboard.press('Control+Shift+M')
  await expect
    .poll(() => rows.locator('[col-id="midterm"]').allTextContents())
    .toEqual(['≥4.2万亩', '≥4.2万亩'])

  // One that no year has.
  await rows.first().locator('[col-id="name"]').click()
  await page.keyboard.type('示范片总数')
  await page.keyboard.press('Enter')
  await expect
    .poll(() => sheet.row('建设示范片面积').locator('[col-id="midterm"]').textContent())
    .toBe('仅年度')
  await photograph(page, 'compare-midterm')
})

describe('side by side', () => {
  const evaluated = [
    { name: '举办展览', target: '≥10场', actual: '10场', weight: '50', score: '50' },
    { level2: '质量指标', name: '设备完好率', target: '≥95%', actual: '96%', weight: '30', score: '30' },
    { level2: '时效指标', name: '开放及时率', target: '=100%', actual: '100%', weight: '10', score: '10' },
  ]

  test('a self-evaluation is compared with its declaration by key: what differs, in all and line by line, each leads to its cell', async () => {
    const project = { name: '少儿科技馆运行', year: 2025, implementer: '云浦市博物馆' }
    await stage.importForm(
      declarationText({
        ...project,
        requested: '120000',
        rows: [
          { name: '举办展览', target: '≥12场' },
          { level2: '质量指标', name: '设备完好率', target: '≥ 95 %' },
          { name: '编印导览手册', target: '≥2000册' },
        ],
      }),
    )
    await stage.importForm(selfEvaluationText({ ...project, rows: evaluated }))
    const [page, sheet] = await openYear(2025, '少儿科技馆运行')
    const panel = page.getByRole('complementary', { name: '对照' })
    const line = (name: string) => panel.locator('button.jump', { hasText: name })
    await sheet.row('开放及时率').locator('[col-id="actual"]').click()
    await page.keyboard.press('Control+Shift+B')
    await panel.getByText('1 项指标的指标值与申报不一致').waitFor()
    expect(await panel.getByText('申报的 1 项指标没有自评').count()).toBe(1)
    expect(await line('举办展览').textContent()).toMatch(/放宽.*≥12场.*≥10场/su)
    expect(await line('设备完好率').textContent()).not.toMatch(/收紧|放宽|改变/u)
    expect(await line('年初预算 · 合计').textContent()).toContain('−20,000')
    await photograph(page, 'compare-forms')
    expect(await seriousProblems(page)).toEqual([])

    await page.keyboard.press('F6')
    await line('举办展览').focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => sheet.focusedCell.textContent()).toContain('≥10场')
    await page.keyboard.type('≥12场')
    await page.keyboard.press('Enter')
    await expect.poll(() => panel.getByText('指标值与申报不一致').count()).toBe(0)

    await panel.getByLabel('只看不一致').check()
    await expect.poll(() => line('设备完好率').count()).toBe(0)
    expect(await line('编印导览手册').count()).toBe(1)
    await line('编印导览手册').click()
    await expect.poll(() => sheet.focusedCell.textContent()).toContain('编印导览手册')
  })

  test('the same panel shows the year before, and the medium term beside the year', async () => {
    const [page, sheet] = await openYear(2026, '水稻绿色高产高效创建', 'dark')
    await sheet.row('技术培训期数').first().locator('[col-id="target"]').click()
    await page.keyboard.press('Control+Shift+B')
    const panel = page.getByRole('complementary', { name: '对照' })
    await panel.getByRole('button', { name: '中期 ↔ 年度' }).click()
    await expect
      .poll(() => panel.locator('button.jump', { hasText: '技术培训期数' }).textContent())
      .toMatch(/≥108期.*≥36期/su)
    await panel.getByRole('button', { name: '上年 ↔ 本年' }).click()
    await expect.poll(() => panel.locator('.columns').textContent()).toContain('2025 年自评表')
    await photograph(page, 'compare-years')
    expect(await seriousProblems(page)).toEqual([])
  })
})
